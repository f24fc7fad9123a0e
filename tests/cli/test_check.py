"""What `check` finds, how it tells it, and that it changes nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

CARD = "# Heaps\n\n**Q: What is a heap?**\nA: A tree in which no child precedes its parent.\n"


def put(root: Path, **notes: str) -> None:
    for name, text in notes.items():
        (root / f"{name}.md").write_text(text, "utf-8")


def found(result: Result) -> list[tuple[Any, ...]]:
    rows = json.loads(result.stdout)
    assert all(row["message"] and row["hint"] for row in rows)
    return [(row["note"], row["line"], row["kind"]) for row in rows]


def test_notes_in_order_have_no_problem(root: Path, studyapp: Callable[..., Result]) -> None:
    """Exit 0, an empty list, and not one byte written into the library."""
    put(root, heaps=CARD)
    assert found(studyapp("check", root, "--json")) == []
    result = studyapp("check", root)
    assert (result.stdout, result.stderr) == ("", "0 problems in 0 files\n")
    assert [path.name for path in root.iterdir()] == ["heaps.md"]


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ("---\nreview_count: many\n---\n" + CARD, 2, "note"),
        ("---\n<<<<<<< ours\nreview_count: 1\n---\n" + CARD, 2, "note"),
        (CARD + "\n**Q: Why?**\n\n" + "word " * 400, 6, "note"),
        (CARD + "\n**Q: what is a heap**\nA: Twice.\n", 6, "duplicate"),
        (CARD + "\nSee [trees](trees.md).\n", 6, "link"),
        (CARD + "\nSee [[trees]].\n", 6, "link"),
        ("---\nrelated_outlines: [none]\n---\n" + CARD, 2, "link"),
        ("# Heaps\n\nA word.\n", 1, "no-card"),
        ("# Heaps\n\n## Q1: Why?\n\nTODO\n", 3, "no-card"),
    ],
)
def test_each_kind_is_told_with_its_line(
    root: Path, studyapp: Callable[..., Result], text: str, line: int, kind: str
) -> None:
    """Metadata, conflicts, long answers, questions asked twice, broken links, silent notes."""
    put(root, heaps=text)
    assert found(studyapp("check", root, "--json", code=1)) == [("heaps.md", line, kind)]


@pytest.mark.parametrize("name", ["he\u200baps.md", "heaps .md/a.md", "end./a.md"])
def test_names_that_mislead_are_told(
    root: Path, studyapp: Callable[..., Result], name: str
) -> None:
    """What can't be seen, and what another system can't have."""
    file = root / name.replace("heaps .md/", "heaps /")
    file.parent.mkdir(exist_ok=True)
    file.write_text(CARD, "utf-8")
    ((_, _, kind),) = found(studyapp("check", root, "--json", code=1))
    assert kind == "name"


def test_names_that_differ_in_case_only_are_told(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """The second of them, with the first's name; so are two spellings of one accent."""
    put(root, a=CARD, A=CARD.replace("Heaps", "Trees"))
    if len(list(root.iterdir())) < 2:
        pytest.skip("this system takes them for one")
    ((_, _, kind),) = found(studyapp("check", root, "--json", code=1))
    assert kind == "name"


def test_files_that_can_not_be_written_are_told(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """Before the first grade, not after it."""
    put(root, heaps=CARD)
    (root / "other name").hardlink_to(root / "heaps.md")
    assert "2 hard links" in studyapp("check", root, code=1).stdout


def test_a_question_of_two_notes_is_told_once(root: Path, studyapp: Callable[..., Result]) -> None:
    """At the second note, naming the first; notes of other titles may ask the same."""
    put(root, one=CARD, two=CARD, three=CARD.replace("Heaps", "Trees"))
    (row,) = json.loads(studyapp("check", root, "--json", code=1).stdout)
    assert (row["note"], row["line"]) == ("two.md", 3)
    assert "one.md:3" in row["message"]


def test_only_the_folder_that_was_named_is_told(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """Below a library, its other folders stay out, but their files count as targets."""
    (root / ".studyapp").mkdir()
    for deck in ("a", "b"):
        (root / deck).mkdir()
        (root / deck / f"{deck}.md").write_text(
            CARD.replace("Heaps", deck) + "[x](no.md) [y](b/b.md)"
        )
    assert found(studyapp("check", root / "a", "--json", code=1)) == [("a/a.md", 5, "link")]


def test_lines_are_as_compilers_print_them(root: Path, studyapp: Callable[..., Result]) -> None:
    """`file:line: message (hint)` on stdout, the sum on stderr, hostile text made visible."""
    put(root, heaps=CARD + "\n[x](\x1b[2J.md)\n")
    result = studyapp("check", root, code=1)
    assert result.stdout.startswith("heaps.md:6: the link to `")
    assert "\x1b" not in result.stdout
    assert result.stderr == "1 problem in 1 file\n"


def test_explain_says_why_each_note_yields_what_it_does(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """Cards with their form, questions without an answer with the reason."""
    put(root, heaps=CARD + "\n**Q: Why?**\nTODO\n")
    result = studyapp("check", root, "--explain")
    assert "heaps.md:3  card  What is a heap?" in result.stdout
    assert "heaps.md:6  none  Why?" in result.stdout
    rows = json.loads(studyapp("check", root, "--explain", "--json").stdout)
    assert [(row["line"], row["is_card"]) for row in rows] == [(3, True), (6, False)]


def test_help_shows_how(studyapp: Callable[..., Result]) -> None:
    """Examples and the exit code."""
    text = studyapp("check", "--help").stdout
    assert "Examples:" in text
    assert "Exits with 1" in text
