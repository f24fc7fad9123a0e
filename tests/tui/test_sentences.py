"""Home in sentences, and days as people say them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.library.order import Settled
from studyapp.library.settings import LibrarySettings
from studyapp.schedule.grades import Grade
from studyapp.study import Aim, Plan
from studyapp.study.strength import Strength
from studyapp.tui import sentences
from studyapp.tui.dates import distance, span
from studyapp.tui.overview import Overview, overview
from studyapp.tui.words import Words

EN, ZH = Words("en"), Words("zh")
DAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


@pytest.fixture
def library(notes: Path) -> Library:
    library = Library(notes, "", "test-device")
    library.open(NOW)
    return library


def seen(library: Library, day: date = DAY) -> Overview:
    return overview(library.snapshot, day, LibrarySettings())


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (-3, "today", "今天"),
        (0, "today", "今天"),
        (1, "tomorrow", "明天"),
        (2, "2 days", "2 天"),
        (59, "59 days", "59 天"),
        (60, "2 months", "2 个月"),
        (107, "3.5 months", "3.5 个月"),
        (729, "23.9 months", "23.9 个月"),
        (731, "2 years", "2 年"),
        (36500, "99.9 years", "99.9 年"),
    ],
)
def test_a_date_is_as_far_as_people_say(days: int, english: str, chinese: str) -> None:
    """Days up to two months, months up to two years, then years."""
    due = DAY + timedelta(days=days)
    assert distance(due, DAY, EN) == english
    assert distance(due, DAY, ZH) == chinese


def test_one_day_is_no_days() -> None:
    """An interval of one day is in the singular."""
    assert span(1, EN) == "1 day"
    assert span(1, ZH) == "1 天"


def test_today_is_told_by_kind_with_its_minutes(library: Library) -> None:
    """What waits is counted by kind, and how long it takes."""
    assert sentences.what_now(seen(library), DAY, EN) == "4 new · about 5 min"
    assert sentences.what_now(seen(library), DAY, ZH) == "新题 4 · 约 5 分钟"


def test_an_empty_day_says_when_the_next_card_is_due(library: Library) -> None:
    """With nothing to ask, the line says in how many days it goes on."""
    for card in library.snapshot.cards:
        library.grade(card, Grade.GOOD, 1.0, NOW)
        library.grade(card, Grade.GOOD, 1.0, NOW + timedelta(days=1))
    view = seen(library, DAY + timedelta(days=1))
    assert "due in 6 days." in sentences.what_now(view, DAY + timedelta(days=1), EN)
    assert "6 天后" in sentences.what_now(view, DAY + timedelta(days=1), ZH)
    view = seen(library, DAY + timedelta(days=6))
    assert "due tomorrow." in sentences.what_now(view, DAY + timedelta(days=6), EN)
    assert "明天" in sentences.what_now(view, DAY + timedelta(days=6), ZH)


def test_a_day_whose_cards_were_put_off_is_over(library: Library) -> None:
    """Where what is due was buried, the line never says both nothing and today."""
    for card in library.snapshot.cards:
        library.grade(card, Grade.GOOD, 1.0, NOW)
        library.mark(card, "bury", NOW + timedelta(days=1))
    later = DAY + timedelta(days=1)
    view = seen(library, later)
    assert sentences.what_now(view, later, EN).startswith("Nothing more for today.")


def test_the_first_open_counts_what_was_found(library: Library) -> None:
    """Notes and questions are counted, one of them in the singular."""
    view, snapshot = seen(library), library.snapshot
    told = sentences.explained(view, snapshot, EN)
    assert told.startswith("2 notes, 4 questions. None has a history. 4 wait unseen.")
    one = replace(view, notes=1, rows=(replace(view.all, cards=1, known=Strength(shaky=1), due=1),))
    told = sentences.explained(one, snapshot, EN)
    assert told.startswith("1 note, 1 question. 1 has a history, 1 due. 0 wait unseen.")


def test_later_opens_explain_nothing(library: Library) -> None:
    """Once the person has studied here, Home does not explain itself again."""
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 1.0, NOW)
    assert sentences.explained(seen(library), library.snapshot, EN) == ""


def test_a_folder_without_questions_says_how_to_write_one(tmp_path: Path) -> None:
    """The hint names the folder."""
    library = Library(tmp_path, "", "test-device")
    library.open(NOW)
    told = sentences.explained(seen(library), library.snapshot, EN)
    assert str(tmp_path) in told
    assert sentences.what_now(seen(library), DAY, EN) == "No questions here yet."


def test_notices_tell_the_most_pressing_first(library: Library) -> None:
    """What asks for a decision stands above what is only told; what is nothing is left out."""
    settled = Settled(healed=("a.md",), moved=("b.md", "c.md"))
    told = sentences.notices(library.snapshot, ["d.md"], settled, EN)
    assert [line.split()[0] for line in told] == ["Another", "You", "1"]
    assert sentences.notices(library.snapshot, [], None, EN) == []


def test_an_interview_says_what_ones_own_days_come_to() -> None:
    """Beside what every day would give, where that is much more; both in few words."""
    aim = Aim(DAY + timedelta(days=28), 10, (), 0.31, 0.84, likely=0.71)
    plan = Plan(0, DAY, 10, None, 1.0, 20.0, regularity=18 / 28, aim=aim)
    told = sentences.planned(plan, DAY, EN).splitlines()[-1]
    assert told == (
        "Interview in 28 days: 31% → 84% recalled · 71% if you study 64% of the days, as lately"
    )
    assert "照最近的习惯（64% 的日子学）记得 71%" in sentences.planned(plan, DAY, ZH)
    hardly = replace(plan, aim=replace(aim, likely=0.83))
    assert "as lately" not in sentences.planned(hardly, DAY, EN)


def test_outlines_are_counted_apart_from_notes(notes: Path) -> None:
    """The first open tells files that list questions from notes; they are no deck."""
    (notes / "outlines").mkdir()
    (notes / "outlines/a.md").write_text("# A\n\n" + "All that is asked. " * 9 + "\n\n- Why?\n")
    library = Library(notes, "", "test-device")
    library.open(NOW)
    view, before = seen(library), len(library.snapshot.notes) - 1
    assert (view.notes, view.outlines) == (before, 1)
    assert "outlines" not in [row.deck for row in view.rows]
    assert f"{before} notes, 1 outline, " in sentences.explained(view, library.snapshot, EN)
    assert f"共 {before} 篇笔记、1 份大纲、" in sentences.explained(view, library.snapshot, ZH)
