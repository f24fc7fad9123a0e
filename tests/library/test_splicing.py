"""One grade changes only value bytes, its undo gives the first bytes back: any file, any name."""

import re
from codecs import BOM_UTF8
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.library.library import Library
from studyapp.notes import KEYS
from studyapp.schedule import Grade

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
CORPUS = Path(__file__).parents[2] / "../shared/corpus/notes"
CARD = "**Q: What is a hash?**\nA: A number made of a key."
DATES = ["2026-01-02", "'2026-01-02'", '"2026-01-02"', "2026/1/2", "null", "~", "", "'2026-01-02 '"]
NUMBERS = ["0", "'0'", "3", '"2"', "0.0", "null", ""]
OTHERS = [
    "created: '2026-01-02'",
    "created: 2026-01-02  # 建",
    "tags: [a, '中文', \"b: c\"]",
    "tags:\n- a\n- b",
    "tags:\n  - a\n  - b # 注释",
    "difficulty: hard\t",
    "mine: {x: [1, 2], 'y': \"z\"}",
    "anchor: &a word\nalias: *a",
    "text: |\n  two\n   lines\n",
    "# a remark",
    "",
]
NAMES = [
    "plain",
    "f() and g()",
    "`code`",
    "C++",
    "问：为什么？",
    "a [b",
    "100%",
    "x" * 197,
    " s p ",
]


def turn(folder: Path, name: str, raw: bytes) -> tuple[bytes, str | None]:
    """Grade the first card of a note and undo it: the bytes between, and why it waited."""
    file = folder / f"{name}.md"
    file.write_bytes(raw)
    library = Library(folder, "", "desk")
    library.open(DAY)
    library.settle(DAY)
    assert file.read_bytes() == raw
    done = library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY)
    graded = file.read_bytes()
    library.undo(done.event.id, DAY)
    assert file.read_bytes() == raw
    return graded, done.waiting.reason if done.waiting else None


def lines(raw: bytes) -> list[str]:
    return re.split(r"\r\n|\r|\n", raw.decode())


def others(raw: bytes) -> list[str]:
    """The lines of a note that hold none of the four values."""
    return [line for line in lines(raw) if not line.startswith(tuple(f"{key}:" for key in KEYS))]


def comments(raw: bytes) -> dict[str, str]:
    """What stands behind each of the four values."""
    found = [re.fullmatch(r"(\w+):[^#]*?([ \t]*(?:#.*)?)", line) for line in lines(raw)]
    return {one[1]: one[2] for one in found if one and one[1] in KEYS}


@st.composite
def notes(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.sampled_from(OTHERS), unique_by=lambda line: line[:4], max_size=5))
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        value = draw(st.sampled_from(DATES if "review" in key[-8:] or "last" in key else NUMBERS))
        gap = draw(st.sampled_from([" ", "  "]))
        comment = draw(st.sampled_from(["", "  # why", " # 注 \u2028 x"]))
        lines.insert(draw(st.integers(0, len(lines))), f"{key}:{gap}{value}{comment}")
    if not any(line and line[0] != "#" for line in lines):
        lines.append("mine: 1")  # between rules a remark alone is a heading
    rule = draw(st.sampled_from(["---", "---  ", "---\t"]))
    text = "\n".join([rule, *lines, "---", "# T", "", CARD, draw(st.sampled_from(["", "尾  "]))])
    if draw(st.integers(0, 9)) == 0:
        text = f"# T\n\n{CARD}"
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))).encode()


@settings(max_examples=60, deadline=None)
@example(f"---\nmastery_level: 3\n---\n# T\n\n{CARD}\n".encode(), "unreadable mastery")
@example(f"---\nnext_review: '2026-13-45'\n---\n# T\n\n{CARD}\n".encode(), "no such day")
@given(notes(), st.sampled_from(NAMES))
def test_a_grade_and_its_undo_on_any_file(raw: bytes, name: str) -> None:
    """Whatever the front matter, newlines, marks and name: nothing but values moves."""
    with TemporaryDirectory() as folder:
        graded, waiting = turn(Path(folder), name, raw)
    if waiting:
        assert graded == raw
        return
    assert graded != raw
    text = raw.removeprefix(BOM_UTF8)
    assert graded.startswith(BOM_UTF8) == raw.startswith(BOM_UTF8)
    graded = graded.removeprefix(BOM_UTF8)
    block = [] if text.startswith(b"---") else ["---", "---"]
    assert others(graded) == [*block, *others(text)]
    assert comments(graded).items() >= comments(text).items()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real notes are not here")
def test_a_grade_and_its_undo_on_every_real_note(tmp_path: Path) -> None:
    """In each note only the four keys' lines change, and each comes back to the byte."""
    for path in CORPUS.rglob("*.md"):
        target = tmp_path / path.relative_to(CORPUS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
    library = Library(tmp_path, "", "desk")
    library.open(DAY)
    first = {card.note: id_ for id_, card in reversed([*library.snapshot.cards.briefs.items()])}
    done = [library.grade(card, Grade.HARD, 0, DAY) for card in first.values()]
    touched = {tmp_path / one.card.note for one in done if one.card}
    assert all(one.waiting is None for one in done)
    for path, raw in before.items():
        old, new = raw.split(b"\n"), path.read_bytes().split(b"\n")
        if path not in touched:
            assert new == old
            continue
        changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        assert changed
        assert {line.partition(b":")[0].decode() for pair in changed for line in pair} <= {*KEYS}
    for one in reversed(done):
        library.undo(one.event.id, DAY)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(("newline", "end"), [*product(["\n", "\r\n", "\r"], ["", "\n", "  \n\n"])])
def test_newlines_and_the_end_of_the_file_stay(tmp_path: Path, newline: str, end: str) -> None:
    """A note without front matter gets a block in its own newlines; its text stays as it ends."""
    raw = f"# T\n\n{CARD}{end}".replace("\n", newline).encode()
    graded, waiting = turn(tmp_path, "note", raw)
    assert waiting is None
    assert graded.endswith(raw)
    assert set(re.findall(r"\r\n|\r|\n", graded.decode())) == {newline}
