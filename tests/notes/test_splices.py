"""New values in old bytes."""

import re
from datetime import date
from pathlib import Path

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import KEYS, Spliced, Waits, parse, restore, splice

DAY, NEXT = date(2026, 11, 24), date(2026, 11, 25)
VALUES = {"last_reviewed": DAY, "next_review": NEXT, "review_count": 1, "mastery_level": 0.06}
SEED = Path(__file__).parents[2] / "../shared/seed"


def spliced(text: str, **values: date | float | None) -> str:
    answer = splice(text.encode(), values or VALUES)
    assert isinstance(answer, Spliced), answer
    return answer.data.decode()


def waits(text: str, **values: date | float | None) -> Waits:
    answer = splice(text.encode(), values or VALUES)
    assert isinstance(answer, Waits)
    return answer


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("next_review: '2026-01-01'", "next_review: '2026-11-25'"),
        ('next_review: "2026-01-01"', 'next_review: "2026-11-25"'),
        ("next_review: 2026-01-01", "next_review: 2026-11-25"),
        ("next_review:   2026-01-01  # soon", "next_review:   2026-11-25  # soon"),
        ("next_review: null", "next_review: '2026-11-25'"),
        ("next_review: ~", "next_review: '2026-11-25'"),
        ("next_review:", "next_review: '2026-11-25'"),
        ("next_review: ", "next_review: '2026-11-25' "),
        ("next_review: # none", "next_review: '2026-11-25' # none"),
        ("next_review:\n  2026-01-01", "next_review:\n  2026-11-25"),
        ("'next_review': 2026-01-01", "'next_review': 2026-11-25"),
        ("next_review: 2026-11-25T00:00:00", "next_review: 2026-11-25T00:00:00"),
    ],
)
def test_a_date_keeps_its_style(line: str, written: str) -> None:
    """Only the value changes, in the quotes it had; what says the same is left alone."""
    before, after = "---\ntags: [a]\n", "\nx: 1\n---\nbody\n"
    assert spliced(before + line + after, next_review=NEXT) == before + written + after


@pytest.mark.parametrize(
    ("created", "quote"), [("2026-01-01", ""), ('"2026-01-01"', '"'), ("", "'"), ("[]", "'")]
)
def test_a_first_date_takes_the_style_of_created(created: str, quote: str) -> None:
    """Null takes the quotes that `created` has, and single quotes where there is none."""
    text = spliced(f"---\ncreated: {created}\nnext_review: null\n---\n", next_review=NEXT)
    assert f"next_review: {quote}2026-11-25{quote}\n" in text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.5"), (0.06, "0.06"), (1.0, "1.0"), (0.0, "0.0"), (0.00001, "0.00001")],
)
def test_mastery_has_the_shortest_form_with_a_point(value: float, text: str) -> None:
    """Never `1`, never `0.060000`, never `1e-05`, which YAML 1.1 takes for text."""
    assert f"mastery_level: {text}\n" in spliced(
        "---\nmastery_level: 0.7\n---\n", mastery_level=value
    )


def test_a_quoted_number_stays_quoted() -> None:
    """A person who quotes numbers gets quoted numbers."""
    assert "'3'" in spliced("---\nreview_count: '2'\n---\n", review_count=3)


def test_missing_keys_come_in_the_order_of_a_fresh_note() -> None:
    """Each missing key is one new line behind the one that precedes it in a fresh note."""
    text = "---\r\ncreated: '2026-01-01'\r\ndifficulty: easy # yes\r\ntags:\r\n- a\r\n---\r\nbody"
    assert spliced(text).split("\r\n") == [
        "---",
        "created: '2026-01-01'",
        "last_reviewed: '2026-11-24'",
        "next_review: '2026-11-25'",
        "review_count: 1",
        "difficulty: easy # yes",
        "mastery_level: 0.06",
        "tags:",
        "- a",
        "---",
        "body",
    ]


def test_missing_keys_find_a_place_among_strange_ones() -> None:
    """Before a later key, else at the end of the block."""
    assert spliced("---\nmine: x\ntags: []\n---\n", review_count=1) == (
        "---\nmine: x\nreview_count: 1\ntags: []\n---\n"
    )
    assert spliced("---\nmine: x\n---\n", review_count=1) == "---\nmine: x\nreview_count: 1\n---\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_note_without_front_matter_gets_a_block(newline: str, mark: str) -> None:
    """The new block has the file's newlines and stands behind the byte-order mark."""
    body = f"# T{newline}text"
    block = ["---", "last_reviewed: '2026-11-24'", "next_review: '2026-11-25'"]
    block += ["review_count: 1", "mastery_level: 0.06", "---", body]
    assert spliced(mark + body) == mark + newline.join(block)


def test_a_rule_at_the_beginning_stays_body() -> None:
    """A note that begins with a rule gets its block above the rule."""
    text = "---\n\nquoted above\n\n---\nrest\n"
    new = spliced(text)
    assert new.endswith("---\n" + text)
    assert parse(new.encode(), "t.md").metadata.review_count == 1


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_marks_count_characters(mark: str) -> None:
    """A byte-order mark, wide characters, emoji and U+2028 before a value move no splice."""
    text = f"{mark}---\ntags: [注意力, 🧠]  # \u2028 note\nreview_count: 10\n---\n"
    assert spliced(text, review_count=11) == text.replace("10", "11")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\nother: &day 2026-01-01\nnext_review: *day\n---\n", "no plain"),
        ("---\nnext_review: &day 2026-01-01\n---\n", "no plain"),
        ("---\nnext_review: !!str 2026-01-01\n---\n", "no plain"),
        ("---\nnext_review: |\n  2026-01-01\n---\n", "no plain"),
        ("---\nnext_review: {{DATE}}\n---\n", "no plain"),
        ("---\nnext_review: a\nnext_review: b\n---\n", "twice"),
        ("---\n{tags: a}\n---\n", "no line"),
        ("---\n<<<<<<< ours\nreview_count: 1\n---\n", "conflict"),
        ("---\nreview_count: [\n---\n", "can't be read"),
    ],
)
def test_what_can_not_be_spliced_waits(text: str, reason: str) -> None:
    """Anchors, tags, aliases, blocks, doubled keys, conflicts: the note waits and says why."""
    answer = waits(text, next_review=NEXT)
    assert reason in answer.reason
    assert 1 <= answer.line <= text.count("\n")
    assert answer.hint


def test_bytes_that_are_no_text_wait() -> None:
    """A file that is not UTF-8 is not written."""
    assert splice(b"# T\n\xff\n", VALUES) == Waits(
        "the file is not UTF-8 text", 2, "convert it to UTF-8"
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\nlast_reviewed:\nnext_review: \nreview_count: 0 # n\n---\nbody",
        "---\r\ntags: [a]\r\n---\r\n",
        "---\n---\n",
        "---\nmastery_level: ''\nlast_reviewed: ~\n---",
    ],
)
def test_restore_undoes_a_splice(text: str) -> None:
    """Empty values, missing keys, an empty block: each comes back byte for byte."""
    answer = splice(text.encode(), VALUES)
    assert isinstance(answer, Spliced)
    back = restore(answer.data, answer.before, block=True)
    assert isinstance(back, Spliced)
    assert back.data.decode() == text


def test_restore_takes_back_only_its_own_block() -> None:
    """A block that studyapp inserted goes; one that got other keys since stays with those."""
    answer = splice(b"# T\n", VALUES)
    assert isinstance(answer, Spliced)
    back = restore(answer.data, answer.before, block=False)
    assert isinstance(back, Spliced)
    assert back.data == b"# T\n"
    grown = answer.data.replace(b"review_count", b"mine: 1\nreview_count")
    kept = restore(grown, answer.before, block=False)
    assert isinstance(kept, Spliced)
    assert kept.data == b"---\nmine: 1\n---\n# T\n"


def test_an_edit_between_survives() -> None:
    """What a person changed between splice and restore stays."""
    answer = splice(b"---\nreview_count: 0\n---\nold", {"review_count": 1})
    assert isinstance(answer, Spliced)
    edited = answer.data.replace(b"old", b"new").replace(b"---\nr", b"---\nmine: x\nr")
    back = restore(edited, answer.before, block=True)
    assert isinstance(back, Spliced)
    assert back.data == b"---\nmine: x\nreview_count: 0\n---\nnew"


@pytest.mark.skipif(not SEED.is_dir(), reason="the reference note is not here")
def test_dumping_would_change_the_reference_note() -> None:
    """`frontmatter.dumps` rewrites more than the four values; the splice changes exactly them."""
    (path,) = SEED.glob("*.md")
    raw = path.read_bytes()
    post = frontmatter.loads(raw.decode())
    dumped = frontmatter.dumps(post, sort_keys=False, allow_unicode=True)
    assert dumped != raw.decode()
    answer = splice(raw, VALUES)
    assert isinstance(answer, Spliced)
    old, new = raw.decode().split("\n"), answer.data.decode().split("\n")
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    assert [one.partition(":")[0] for one, _ in changed] == list(KEYS)
    assert [other for _, other in changed] == [
        "last_reviewed: '2026-11-24'",
        "next_review: '2026-11-25'",
        "review_count: 1",
        "mastery_level: 0.06",
    ]


def test_dumping_loses_text_behind_a_rule() -> None:
    """A note that begins with a rule loses text through `frontmatter`; ours keeps all of it."""
    text = "---\nA remark above.\n---\n\n# T\n"
    assert "remark" not in frontmatter.dumps(frontmatter.loads(text))
    assert spliced(text).endswith(text)


BLANKS = st.sampled_from(["", " ", "  "])
COMMENTS = st.sampled_from(["", " # a comment", "  # 注释 \u2028 🧠"])
SCALARS = st.sampled_from(
    ["", "null", "~", "0", "3", "0.25", "2026-01-01", "'2026-01-01'", '"2026-01-01"', "''", "soon"]
)
OTHERS = st.sampled_from(
    [
        "created: '2026-01-01'",
        "created: 2026-01-01",
        "tags:\n- a\n- 中文",
        "mine: {a: [1]}",
        "# remark",
    ]
)


@st.composite
def notes(draw: st.DrawFn) -> str:
    lines = draw(st.lists(OTHERS, unique_by=lambda line: line[:6]))
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        line = f"{key}:{draw(BLANKS.filter(bool))}{draw(SCALARS)}{draw(COMMENTS)}"
        lines.insert(draw(st.integers(0, len(lines))), line)
    body = draw(st.text("ab#-\n `中🧠\u2028", max_size=40))
    front = "".join(line + "\n" for line in lines)
    text = f"---{draw(BLANKS)}\n{front}---{draw(BLANKS)}\n{body}" if draw(st.booleans()) else body
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace(
        "\n", draw(st.sampled_from(["\n", "\r\n", "\r"]))
    )


VALUES_OF_KEYS = st.fixed_dictionaries(
    {},
    optional={
        "last_reviewed": st.none() | st.dates(),
        "next_review": st.dates(),
        "review_count": st.integers(0, 999),
        "mastery_level": st.floats(0, 1).map(lambda share: round(share, 2)),
    },
)


@given(notes(), VALUES_OF_KEYS)
def test_splicing_says_the_values_and_restoring_takes_them_back(
    text: str, values: dict[str, date | float | None]
) -> None:
    """Whatever the block: written values read as given, the body stays, restoring is exact."""
    raw = text.encode()
    before = parse(raw, "t.md")
    answer = splice(raw, values)
    if isinstance(answer, Waits):
        assert any(answer.line == problem.line for problem in before.problems)
        return
    after = parse(answer.data, "t.md")
    for key, value in values.items():
        wanted = None if value is None else str(value)
        assert after.values[key] == wanted
    back = restore(answer.data, answer.before, block=before.has_block)
    assert isinstance(back, Spliced)
    assert back.data == raw


@given(notes())
def test_a_splice_changes_only_the_spans_of_its_values(text: str) -> None:
    """With the four keys' values blanked out, the lines before and after are the same."""
    answer = splice(text.encode(), VALUES)
    if isinstance(answer, Waits) or None in answer.before.values():
        return
    blank = re.compile(rf"^({'|'.join(KEYS)}):.*?(?=[ ]*(?:#|$))", re.MULTILINE)

    def bare(lines: str) -> str:
        return blank.sub(r"\1", lines.replace("\r\n", "\n").replace("\r", "\n"))

    assert bare(answer.data.decode()) == bare(text)
