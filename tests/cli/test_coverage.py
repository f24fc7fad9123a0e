"""`coverage`: the questions of outlines counted against a small library."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
NOW = ("--now", "2026-11-23T09:00+00:00")
RINGS = """\
# Rings

## All-reduce

- [Steps of a ring](../notes/comm/steps (two).md)
- [Gone](../notes/comm/gone.md)
- What is a ring?
- How many hops does a ring take at the worst?

## Trees

- [Moved](../notes/old/trees.md)
- What is a ring ？
"""


@pytest.fixture(autouse=True)
def outlines(root: Path) -> Path:
    """Outlines beside the notes, in a folder that git keeps."""
    (root / "comm").mkdir()
    (root / "comm" / "steps (two).md").write_text("# Steps\n\n**Q: Why two?**\nA: So.\n", "utf-8")
    (root / "comm" / "ring.md").write_text(
        "# Links\n\n**Q: What is a ring?**\nA: A circle.\n\n**Q: Why?**\nA: So.\n", "utf-8"
    )
    (root / "comm" / "trees.md").write_text("# Of trees\n\nNothing asked.\n", "utf-8")
    (root / "comm" / "hops.md").write_text(
        "---\nrelated_outlines: [rings]\n---\n# How many hops does a ring take at worst?\n", "utf-8"
    )
    folder = root.parent / "outlines"
    folder.mkdir()
    (folder / "rings.md").write_text(RINGS, "utf-8")
    return folder


def test_questions_are_matched_and_counted(studyapp: Run, root: Path) -> None:
    """By link, by the name of a moved file, by equal question, by a close title that names it."""
    cards = json.loads(studyapp("cards", root, "--json", *NOW).stdout)
    asked = next(card["id"] for card in cards if card["question"] == "What is a ring?")
    studyapp("grade", asked, "good", "--library", root, *NOW)
    found = json.loads(studyapp("coverage", root, "--json", *NOW).stdout)
    counts = [found[key] for key in ("questions", "with_note", "with_card", "met", "mastered")]
    assert counts == [6, 5, 3, 2, 0]
    assert found["distinct"]["questions"] == 5
    assert [len(one["places"]) for one in found["duplicates"]] == [2]
    assert [one["target"] for one in found["dead_links"]] == ["../notes/comm/gone.md"]
    (outline,) = found["outlines"]
    assert [(c["title"], c["questions"], c["with_note"]) for c in outline["chapters"]] == [
        ("All-reduce", 4, 3),
        ("Trees", 2, 2),
    ]
    listed = json.loads(studyapp("coverage", root, "--chapter", "all-reduce", "--json").stdout)
    assert [one["found_by"] for one in listed] == ["link", None, "question", "outline"]
    assert listed[2]["cards"] == [asked]


def test_folders_are_told_apart(studyapp: Run, root: Path, outlines: Path) -> None:
    """Notes alone find their outlines; outlines come with their notes, or as one file."""
    shown = studyapp("coverage", root, *NOW).stdout
    assert "6      5      3      0         0  Rings" in shown
    assert "1 of them are listed twice; 5 are different" in shown
    assert studyapp("coverage", outlines, root, *NOW).stdout == shown
    assert studyapp("coverage", outlines / "rings.md", "--library", root, *NOW).stdout == shown
    outlines.rename(outlines.with_name("plan"))
    studyapp("coverage", root, *NOW, code=1)
    (root / ".studyapp").mkdir()
    (root / ".studyapp" / "settings.toml").write_text('outlines = "../plan"\n', "utf-8")
    assert studyapp("coverage", "--library", root, *NOW).stdout == shown


def test_a_chapter_is_listed_with_where_each_question_stands(studyapp: Run, root: Path) -> None:
    """A question without a note says so; one that names no chapter is an error."""
    shown = studyapp("coverage", root, "--chapter", "Reduce", *NOW).stdout.splitlines()
    assert shown[0].startswith("card      rings.md:5  Steps of a ring  → comm/steps (two).md")
    assert shown[1] == "–         rings.md:6  Gone"
    assert "no chapter" in studyapp("coverage", root, "--chapter", "Mesh", *NOW, code=1).stderr
