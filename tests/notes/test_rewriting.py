"""A spliced note, known without a parse."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import Spliced, parse, splice
from studyapp.notes.rewriting import rewritten

BODY = "# Heaps\n\n```python\nx = [3, 1]\n```\n\n**Q: What is on top?**\nA: The least.\n"
SPELLINGS = ["null", "'2026-11-01'", '"2026-11-01"', "2026-11-01", "", "~", "soon", "3", "0.5"]
LINES = {"last_reviewed": SPELLINGS, "next_review": SPELLINGS, "review_count": ["0", "'7'", "x"]}


@st.composite
def notes(draw: st.DrawFn) -> bytes:
    lines = [
        f"{key}: {draw(st.sampled_from(spelled))}"
        for key, spelled in LINES.items()
        if draw(st.integers(0, 5))
    ]
    lines += draw(st.sampled_from([["mastery_level: 0.0"], ["mastery_level: 1"], []]))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    head = newline.join(["---", *draw(st.permutations(lines)), "tags:", "- heap", "---", ""])
    return (draw(st.sampled_from(["", "\ufeff"])) + head + BODY).encode()


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "last_reviewed": st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        "next_review": st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        "review_count": st.integers(0, 300),
        "mastery_level": st.integers(0, 100).map(lambda share: share / 100),
    },
)


@given(notes(), VALUES)
def test_a_rewritten_note_is_what_a_parse_gives(raw: bytes, values: dict[str, date]) -> None:
    """Whatever was spelled and spliced, the answer is the parse of the new bytes, or none."""
    note, done = parse(raw, "a.md"), splice(raw, values)
    if isinstance(done, Spliced) and (found := rewritten(note, done)) is not None:
        assert found == parse(done.data, "a.md")


def test_an_ordinary_grade_needs_no_parse() -> None:
    """Four values in their usual form are replaced by four others."""
    raw = (
        "---\nlast_reviewed: '2026-11-01'\nnext_review: '2026-11-20'\nreview_count: 1\n"
        f"mastery_level: 0.0\n---\n{BODY}"
    ).encode()
    values = {"last_reviewed": date(2026, 11, 23), "review_count": 12, "mastery_level": 0.83}
    done = splice(raw, values)
    assert isinstance(done, Spliced)
    assert rewritten(parse(raw, "a.md"), done) == parse(done.data, "a.md")
