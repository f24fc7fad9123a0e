"""`stats`: the numbers of a small library that was studied for a few days."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

NOTE = "# Rings\n\n" + "".join(f"**Q: What is ring {n}?**\nA: Ring {n}.\n\n" for n in range(6))
DAY = datetime.fromisoformat("2026-11-23T09:00+00:00")
NOW = ("--now", DAY.isoformat())


@pytest.fixture(autouse=True)
def notes(root: Path) -> None:
    for deck in ("core", "extra"):
        (root / deck).mkdir()
    (root / "core" / "rings.md").write_text(NOTE, "utf-8")
    (root / "extra" / "one.md").write_text("# One\n\n**Q: Why one?**\nA: So.\n", "utf-8")


def grade(studyapp: Callable[..., Result], root: Path, card: str, grade: str, ago: int) -> None:
    """Answer a card so many days ago."""
    now = (DAY - timedelta(days=ago)).isoformat()
    studyapp("grade", card, grade, "--library", root, "--now", now)


def test_stats_tell_what_was_answered(studyapp: Callable[..., Result], root: Path) -> None:
    """Two days in a row, one recall of two, one card met of six; an undone answer is none."""
    cards = json.loads(studyapp("cards", root, "--json", *NOW).stdout)
    first = next(card["id"] for card in cards if card["deck"] == "core")
    for ago, word in ((9, "good"), (8, "good"), (2, "again"), (1, "again")):
        grade(studyapp, root, first, word, ago)
    other = next(card["id"] for card in cards if card["deck"] == "extra")
    grade(studyapp, root, other, "good", 0)
    studyapp("undo", "--library", root, *NOW)

    found = json.loads(studyapp("stats", root, "--json", *NOW).stdout)
    assert found["streak"] == {"days": 2, "longest": 2, "today": False}
    assert found["last_30_days"]["answers"] == found["last_365_days"]["days"] == 4
    assert len(found["days"]) == 365
    assert len(found["forecast"]) == 30
    assert found["forecast"][0]["due"] == 1
    assert found["retention"]["ever"]["all"]["share"] == 0.3333
    core, extra = found["mastery"]["decks"]
    assert (core["deck"], core["met"], core["cards"], core["shaky"]) == ("core", 1, 6, 1)
    assert extra["recall_of_met"] is None
    assert found["mastery"]["weeks"][-1]["mastery"] == found["mastery"]["all"]["mastery"]
    [hard] = found["hardest"]
    assert (hard["id"], hard["misses"], hard["note"]) == (first, 2, "core/rings.md")

    text = studyapp("stats", root, *NOW).stdout
    assert "met 1 of 6 · 35% in 30 days" in text
    assert "missed 2, lapsed 1  core/rings.md:" in text


def test_a_folder_below_tells_of_its_own_cards(studyapp: Callable[..., Result], root: Path) -> None:
    """The decks are those of what was opened; the days of study are the person's."""
    cards = json.loads(studyapp("cards", root, "--json", *NOW).stdout)
    grade(studyapp, root, cards[0]["id"], "good", 1)
    found = json.loads(studyapp("stats", root / "extra", "--json", *NOW).stdout)
    assert [deck["deck"] for deck in found["mastery"]["decks"]] == ["extra"]
    assert found["last_30_days"]["answers"] == 1


def test_an_unstudied_library_has_statistics_too(
    studyapp: Callable[..., Result], root: Path
) -> None:
    """Nothing is divided by nothing, and nothing is written."""
    text = studyapp("stats", root, *NOW).stdout
    assert "0 days, at most 0 days" in text
    assert "met 0 of 7" in text
    assert not (root / ".studyapp").exists()
