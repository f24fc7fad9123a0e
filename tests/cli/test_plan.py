"""`plan`, `interview`, and what `due` says of the day."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

NOTE = "---\nreview_count: 0\n---\n# {0}\n\n**Q: What is {0}?**\nA: A number.\n"
NOW = ("--now", "2026-11-23T09:00+00:00")


@pytest.fixture(autouse=True)
def notes(root: Path) -> None:
    for number in range(60):
        deck = root / ("core" if number < 20 else "extra")
        deck.mkdir(exist_ok=True)
        (deck / f"{number}.md").write_text(NOTE.format(number), "utf-8")


def test_due_fits_the_minutes_and_says_how_long_it_takes(
    studyapp: Callable[..., Result], root: Path
) -> None:
    """Twenty minutes hold sixteen new cards, five hold four; the sum is said on stderr."""
    told = studyapp("due", root, *NOW)
    assert len(told.stdout.splitlines()) == 16
    assert "16 new, about 19 min" in told.stderr
    (root / ".studyapp").mkdir(exist_ok=True)
    (root / ".studyapp" / "settings.toml").write_text("minutes_per_day = 5\n", "utf-8")
    assert len(studyapp("due", root, *NOW).stdout.splitlines()) == 4


def test_due_and_plan_tell_the_same_number(studyapp: Callable[..., Result], root: Path) -> None:
    """Where the minutes leave out due cards, `due` says of how many."""
    seen = "---\nlast_reviewed: '2026-11-01'\nnext_review: '2026-11-07'\nreview_count: 2\n---\n"
    for number in range(60):
        file = next(root.rglob(f"{number}.md"))
        file.write_text(NOTE.format(number).replace("---\nreview_count: 0\n---\n", seen), "utf-8")
    told = studyapp("due", root, *NOW)
    asked = len(told.stdout.splitlines())
    assert 0 < asked < 60
    assert f"{asked} of 60 due, about " in told.stderr
    assert studyapp("plan", root, *NOW).stdout.startswith("60 due, cleared by ")


def test_plan_of_nothing_promises_nothing(
    studyapp: Callable[..., Result], root: Path, tmp_path: Path
) -> None:
    """An empty folder has no plan, nor has one whose decks all weigh nothing; both say why."""
    (tmp_path / "empty").mkdir()
    told = studyapp("plan", tmp_path / "empty", *NOW)
    assert (told.stdout, told.stderr) == ("", "no card yet: `studyapp new` writes one\n")
    (root / ".studyapp").mkdir()
    (root / ".studyapp" / "settings.toml").write_text("weights = {core = 0, extra = 0}\n", "utf-8")
    told = studyapp("plan", root, *NOW)
    assert (told.stdout, "weigh 0" in told.stderr) == ("", True)


def test_plan_says_when_all_is_met(studyapp: Callable[..., Result], root: Path) -> None:
    """One sentence with days in it; the same facts as JSON."""
    text = studyapp("plan", root, *NOW).stdout
    assert text.startswith("nothing is due; 60 unseen, about ")
    told = json.loads(studyapp("plan", root, "--json", *NOW).stdout)
    assert told["unseen"] == 60
    assert told["met"] in text
    assert told["minutes"] <= 20
    assert told["interview"] is None


def test_an_interview_is_set_and_called_off(studyapp: Callable[..., Result], root: Path) -> None:
    """The day is kept with the notes, its worth is said, and `none` forgets it."""
    text = studyapp("interview", "2026-11-30", "--library", root, *NOW).stdout
    assert "interview in 7 days: recall 0% → " in text
    assert "of 60 unseen cards will be met (leave out core?)" in text
    told = json.loads(studyapp("plan", root, "--json", *NOW).stdout)["interview"]
    assert told["day"] == "2026-11-30"
    assert told["drop"] == ["core"]
    studyapp("interview", "none", "--library", root, *NOW)
    assert json.loads(studyapp("plan", root, "--json", *NOW).stdout)["interview"] is None


def test_an_interview_is_foretold_by_the_persons_own_days(
    studyapp: Callable[..., Result], root: Path
) -> None:
    """Whoever studied two of nine days is told what going on so comes to, and what is not known."""
    cards = json.loads(studyapp("cards", root, "--json").stdout)
    for card, day in zip(cards, ("2026-11-14", "2026-11-21"), strict=False):
        studyapp("grade", card["id"], "good", "--library", root, "--now", day)
    text = studyapp("interview", "2026-12-14", "--library", root, *NOW).stdout
    assert "% if you study 22% of the days, as lately" in text
    assert "All this goes by your own grades" in text
    told = json.loads(studyapp("plan", root, "--json", *NOW).stdout)
    assert told["regularity"] == pytest.approx(2 / 9, abs=1e-3)
    assert told["forgets"] == 1.0
    assert told["interview"]["as_lately"] < told["interview"]["then"]


@pytest.mark.parametrize("day", ["2026-11-23", "2025-01-01", "soon"])
def test_an_interview_lies_ahead(studyapp: Callable[..., Result], root: Path, day: str) -> None:
    """Today, the past, and what is no day are wrong use."""
    studyapp("interview", day, "--library", root, *NOW, code=2)
    assert not (root / ".studyapp" / "settings.toml").exists()
