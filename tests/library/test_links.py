"""Links followed to files: beside the note, in the library, above it up to the git root."""

from pathlib import Path

import pytest

from studyapp.library.links import Links
from studyapp.library.walk import walk
from studyapp.notes import Problem, parse


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("# T\n", "utf-8")


def broken(root: Path, text: str, path: str = "deck/t.md") -> list[Problem]:
    note = parse(text.encode(), path)
    return list(Links(root, walk(root).notes).broken(note))


@pytest.mark.parametrize(
    "text",
    [
        "[b](b.md)",
        "[b](deck/b.md)",
        "[b](/deck/b.md)",
        "[b](../deck/b.md)",
        "[b](notes/deck/b.md)",
        "[b](a%20(1)%20%60x%60+%EF%BC%9F%5B%25.md)",
        "[b](<a (1) `x`+？[%.md>)",
        "[folder](../deck/)",
        "![plot](../img/plot.png)",
        "[b](other.md)",
        "[[other]] and [[Other|o]] and [[far/other]] and [[other.md]]",
        "![[plot.png]]",
        "[é](e\u0301.md)",
        "---\nrelated_outlines: [sorting, outlines/sorting.md, deck/b, '[[b]]']\n---\n",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(root: Path, text: str) -> None:
    """Paths from each folder, decoded names, names alone as Obsidian has them, outlines."""
    put(root, "deck/b.md", "deck/a (1) `x`+？[%.md", "far/other.md", "deck/é.md")
    put(root, "img/plot.png", "../outlines/sorting.md")
    assert broken(root, text) == []


def test_a_broken_link_is_told(root: Path) -> None:
    """With its line, and where a file of that name is now."""
    put(root, "far/other.md")
    first, second = broken(root, "# T\n\n[o](near/other.md)\n[[nobody]]\n")
    assert (first.path, first.line) == ("deck/t.md", 3)
    assert "near/other.md" in first.message
    assert first.hint == "one of that name is at far/other.md"
    assert (second.line, "nobody" in second.message, bool(second.hint)) == (4, True, True)


def test_above_the_library_only_git_is_followed(root: Path) -> None:
    """Files above the folder that git keeps are out of reach; without git, one level is not."""
    put(root.parent, "near.md")
    put(root.parent.parent, "far.md")
    assert [one.line for one in broken(root, "[a](near.md)\n[b](far.md)")] == [2]
    (root / ".git").mkdir()
    assert [one.line for one in broken(root, "[a](near.md)\n[b](far.md)")] == [1, 2]
    (root / ".git").rmdir()
    (root.parent.parent / ".git").mkdir()
    assert broken(root, "[a](near.md)\n[b](far.md)") == []


def test_an_impossible_name_leads_nowhere(root: Path) -> None:
    """A name that no system can have is broken, not an error."""
    assert len(broken(root, f"[a](b%00.md) [b]({'x' * 400}.md)")) == 2
