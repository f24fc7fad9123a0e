"""`compare`, `optimize` and `export`."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from click.testing import Result

from studyapp.library.csvlog import write
from studyapp.schedule import Fsrs, Grade, New, Schedule
from studyapp.study.gain import recalled

NOTE = "---\nreview_count: 0\n---\n# {0}\n\n**Q: What is {0}?**\nA: A number.\n"
START = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Half a year of a person whose memory is as FSRS says, but weaker."""
    chance, rows = Random(5), []  # noqa: S311  nothing secret
    memory = Fsrs()
    for card in range(150):
        when = START + timedelta(days=card % 60)
        schedule: Schedule = New()
        for _ in range(7):
            likely = 0.8 if isinstance(schedule, New) else recalled(schedule, when.date()) ** 2
            grade = Grade.GOOD if chance.random() < likely else Grade.AGAIN
            rows.append((str(card), when, grade, 8.0))
            schedule = memory.outcome(schedule, when.date(), grade).schedule
            when += timedelta(days=max(1, round(schedule.interval * chance.uniform(0.7, 1.5))))
    rows.sort(key=lambda row: row[1])
    write(tmp_path / "log.csv", rows)
    return tmp_path / "log.csv"


def test_compare_says_which_foretells_better(studyapp: Callable[..., Result], log: Path) -> None:
    """Both are judged by the same reviews, beside what knowing nothing would foretell."""
    found = json.loads(studyapp("compare", "--from", log, "--days", 30, "--json").stdout)
    workload = found.pop("workload")
    assert (found.pop("days"), found.pop("left_out")) == (30, {})
    assert {*found} == {"SM-2", "FSRS", "constant"}
    assert len({one["reviews"] for one in found.values()}) == 1
    assert {*workload} == {"fsrs_fitted", "sm2"}
    for one in workload.values():
        assert one["equal"]
        assert one["SM-2"]["recall"] == pytest.approx(one["FSRS"]["recall"], abs=0.005)
    assert found["constant"]["auc"] == 0.5
    text = studyapp("compare", "--from", log, "--days", 2).stdout
    assert "reviews of a later day, 150 cards" in text
    assert "if memory is as FSRS, fitted to your answers" in text
    best = min(found, key=lambda name: found[name]["log_loss"])
    assert f"{best} foretells better" in text or "neither" in text or "equally" in text


def test_optimize_is_tried_on_what_it_was_not_fitted_to(
    studyapp: Callable[..., Result], log: Path
) -> None:
    """On a memory that is weaker than the model's own, the fitted parameters foretell better."""
    found = json.loads(studyapp("optimize", "--from", log, "--json").stdout)
    assert len(found["parameters"]) == 21
    assert found["after"]["log_loss"] < found["before"]["log_loss"]
    assert found["after"]["reviews"] == found["before"]["reviews"]
    studyapp("optimize", "--from", log, "--save", code=2)


def test_too_few_answers_are_no_ground(studyapp: Callable[..., Result], root: Path) -> None:
    """With two answers nothing is fitted or compared, and the person hears why."""
    (root / "a.md").write_text(NOTE.format("A"), "utf-8")
    card = json.loads(studyapp("cards", root, "--json").stdout)[0]["id"]
    for day in ("2026-11-23", "2026-11-24"):
        studyapp("grade", card, "good", "--library", root, "--now", day)
    told = studyapp("optimize", root, "--save", code=1)
    assert "1 reviews of a later day are too few" in told.stderr
    assert not (root / ".studyapp" / "settings.toml").exists()


def test_export_writes_what_counts(
    studyapp: Callable[..., Result], root: Path, tmp_path: Path
) -> None:
    """Answers that were not taken back, with their moments, ratings and durations."""
    (root / "a.md").write_text(NOTE.format("A"), "utf-8")
    card = json.loads(studyapp("cards", root, "--json").stdout)[0]["id"]
    studyapp("grade", card, "hard", "--library", root, "--now", "2026-11-23T08:00+00:00")
    studyapp("grade", card, "good", "--library", root, "--now", "2026-11-24T08:00+00:00")
    studyapp("undo", "--library", root)
    file = tmp_path / "out.csv"
    studyapp("export", file, "--library", root)
    (row,) = csv.DictReader(file.read_text("utf-8").splitlines())
    assert row["card_id"] == card
    assert row["review_rating"] == "2"
    assert int(row["review_time"]) == 1795420800000
