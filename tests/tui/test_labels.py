"""What the screens say about a card."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from studyapp.library.library import Library
from studyapp.notes import parse
from studyapp.schedule.cards import CardState
from studyapp.schedule.grades import Grade
from studyapp.schedule.schedules import New, Reviewed
from studyapp.schedule.sm2 import Sm2
from studyapp.study import Item, Settings, start
from studyapp.tui import labels
from studyapp.tui.words import Words

EN, ZH = Words("en"), Words("zh")
DAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")
MATURE = Reviewed(date(2026, 11, 8), DAY, 15, 250, 3)
Sit = Callable[..., Any]


def outcomes(schedule: Any) -> dict[Grade, Any]:
    scheduler = Sm2()
    return {grade: scheduler.outcome(schedule, DAY, grade) for grade in Grade}


def test_grades_name_their_dates() -> None:
    """Each button says when the card returns, and whether it comes again today."""
    options = labels.grade_options(outcomes(MATURE), DAY, EN)
    assert [(o.label, o.when, o.again) for o in options] == [
        ("Again", "tomorrow", True),
        ("Hard", "36 days", True),
        ("Good", "38 days", False),
        ("Easy", "39 days", False),
    ]
    assert [o.label for o in labels.grade_options(outcomes(New()), DAY, ZH)] == [
        "忘了",
        "吃力",
        "记得",
        "轻松",
    ]


def test_failing_the_repeat_of_a_hard_card_leads_to_tomorrow() -> None:
    """Again then replaces the Hard, so its button shows Again's date, not Hard's."""
    hard = outcomes(MATURE)[Grade.HARD].schedule
    repeated = {grade: Sm2().repeated(hard, grade) for grade in Grade}
    item = Item("card", "repeat", hard="event")
    again, good = labels.drill_options(item, repeated, DAY, EN, last=False)
    assert (again.label, again.when, again.again) == ("Again", "tomorrow", True)
    assert (good.label, good.when) == ("Got it", "36 days")


def test_the_last_repeat_of_a_day_does_not_come_again() -> None:
    """No button promises another round that the day does not have."""
    repeated = {grade: Sm2().repeated(MATURE, grade) for grade in Grade}
    item = Item("card", "repeat", repeats=2)
    assert [o.again for o in labels.drill_options(item, repeated, DAY, EN, last=True)] == [
        False,
        False,
    ]


def test_cramming_promises_no_dates() -> None:
    """Where the schedule stays as it is, no grade names a date."""
    options = labels.undated(labels.grade_options(outcomes(MATURE), DAY, EN))
    assert {option.when for option in options} == {""}


def test_progress_counts_what_is_left_by_kind() -> None:
    """Position, kinds and minutes; cramming has its own word instead of kinds."""
    items = [Item("a", "review"), Item("b", "new"), Item("c", "new")]
    session = start(items, NOW)
    assert labels.progress(session, EN, cram=False) == "1 of 3 · 1 due · 2 new · about 3 min"
    assert labels.progress(session, EN, cram=True) == "1 of 3 · cram · about 3 min"
    foretold = start(items, NOW, Settings(costs={"a": 120.0, "b": 90.0, "c": 90.0}))
    assert labels.progress(foretold, EN, cram=False) == "1 of 3 · 1 due · 2 new · about 5 min"


def test_why_tells_the_facts_of_a_date() -> None:
    """Last review, interval, ease, lapses in the right number, and mastery."""
    told = labels.why(CardState(MATURE), EN)
    for fact in ("2026-11-08", "15 days", "2026-11-23", "2.50", "3 in a row", "never", "83%"):
        assert fact in told
    once = Reviewed(DAY, DAY + timedelta(days=1), 1, 230, 0, 1)
    assert "forgotten once" in labels.why(CardState(once), EN)
    assert "还没复习过" in labels.why(CardState(), ZH)
    known = CardState(knows=3, known_due=DAY)
    assert "checked from 2026-11-23 on" in labels.why(known, EN)


def test_the_end_tells_what_is_left() -> None:
    """One answer is one; what is left, to repeat or for want of time, is named if there is any."""
    done = replace(start([], NOW), done=1)
    assert labels.finished(done, 2, 0, EN) == "1 answer in 2 min."
    assert "1 card is left" in labels.finished(done, 2, 1, EN)
    over = replace(done, queue=(Item("a", "new"), Item("b", "new")))
    assert "2 cards wait. enter goes on" in labels.finished(over, 2, 0, EN)


async def test_a_flag_is_shown_and_named(sit: Sit, notes: Path) -> None:
    """Key f puts a flag beside the note's name, and takes it off."""
    async with sit(notes) as person:
        await person.presses("enter", "f")
        await person.sees("✓ flagged")
        await person.sees("⚑ basics › Tensors")
        await person.presses("f")
        await person.sees("flag taken off")
        assert "⚑" not in person.sight
        await person.presses("u")
        await person.sees("⚑ basics › Tensors")


async def test_cram_buttons_bear_no_dates(sit: Sit, notes: Path) -> None:
    """While cramming no date stands on a button, since none will move."""
    async with sit(notes) as person:
        await person.presses("c", "space")
        await person.sees("3 Good")
        assert "tomorrow" not in person.sight


async def test_a_full_key_line_fits_eighty_columns(sit: Sit, notes: Path) -> None:
    """On 80 columns help and leave are always named in full."""
    async with sit(notes, (80, 24)) as person:
        await person.presses("enter", "f", "space")
        assert "? help   q leave" in person.sight


async def test_the_undo_of_the_last_answer_asks_it_again(sit: Sit, notes: Path) -> None:
    """After the end, u returns to the answer that was given last, under its own title."""
    (notes / "basics/tensors.md").unlink()
    async with sit(notes) as person:
        await person.presses("enter", "space", "3")
        await person.sees("Done for now")
        await person.presses("u")
        await person.sees("自动对齐")
        assert "─ Question ─" in person.sight
        assert "Done for now" not in person.sight


async def test_a_long_question_scrolls(sit: Sit, notes: Path) -> None:
    """A question longer than its half says how much is below, and the arrow keys show it."""
    path = notes / "形状/广播.md"
    long = "什么是广播" + "，以及它的每一条规则" * 200
    path.write_text(path.read_text("utf-8").replace("什么是广播", long), encoding="utf-8")
    (notes / "basics/tensors.md").unlink()
    async with sit(notes, (80, 24)) as person:
        await person.presses("enter")
        await person.sees("more lines")
        await person.presses("end")
        await person.sees("规则？")
        await person.loses("more lines")


@pytest.mark.parametrize("repeats", [0, 1])
async def test_the_days_repeats_follow_the_setting(sit: Sit, notes: Path, repeats: int) -> None:
    """A card comes back as often in a day as the library's setting says."""
    (notes / "basics/tensors.md").unlink()
    (notes / ".studyapp").mkdir()
    settings = notes / ".studyapp" / "settings.toml"
    settings.write_text(f"repeats_per_day = {repeats}\n", encoding="utf-8")
    async with sit(notes) as person:
        await person.presses("enter", "space", "1", *["space", "1"] * repeats)
        await person.sees("Done for now")


async def test_a_deleted_card_is_passed_over(sit: Sit, notes: Path) -> None:
    """Where a note vanished meanwhile, the sitting says so and goes on with the next card."""
    async with sit(notes) as person:
        await person.presses("enter", "space")
        (notes / "basics/tensors.md").unlink()
        person.app.action_refresh_library()
        await person.sees("什么是广播")
        await person.sees("no longer in the library")
        assert "自动对齐" not in person.sight


async def test_reading_again_changes_nothing_that_did_not_change(sit: Sit, notes: Path) -> None:
    """A refresh keeps the answer that is being read where it is."""
    async with sit(notes) as person:
        await person.presses("enter", "space")
        before = person.sight
        person.app.action_refresh_library()
        await person.waits()
        assert person.sight == before


async def test_an_edit_shows_at_once(sit: Sit, notes: Path) -> None:
    """A changed answer is shown as soon as the folder was read again."""
    path = notes / "basics/tensors.md"
    async with sit(notes) as person:
        await person.presses("enter", "space")
        path.write_text(path.read_text("utf-8").replace("every element", "each one"), "utf-8")
        person.app.action_refresh_library()
        await person.sees("each one")


async def test_another_process_may_grade_meanwhile(sit: Sit, notes: Path) -> None:
    """A grade given elsewhere during the sitting is kept beside one given here."""
    async with sit(notes) as person:
        await person.presses("enter")
        other = Library(notes, "", "other-device")
        other.open(NOW)
        last = list(other.snapshot.cards)[-1]
        other.grade(last, Grade.GOOD, 1.0, NOW)
        await person.presses("space", "3")
        await person.presses("q")
        await person.sees("2 new")


def test_a_problem_shows_its_first_paragraph() -> None:
    """The front holds the question and the beginning of the statement, and says that it goes on."""
    note = parse(b"# T\n\n**Q: How fast?**\nA: Linear.\n", "t.md")
    card = note.cards[0]
    assert labels.front(card) == "How fast?"
    assert labels.front(replace(card, context="Given a list.")) == "How fast?\n\nGiven a list."
    long = replace(card, context="Given a list.\n\nConstraints: none.")
    assert labels.front(long) == "How fast?\n\nGiven a list. …"


def test_a_topic_asks_to_be_explained() -> None:
    """A title that is no question is asked as a task, with the size of its answer."""
    text = "# 梯度累积\n\n## 标准答案\n\n- 分几次算\n- 再更新一次\n".encode()
    card = parse(text, "t.md").cards[0]
    assert labels.front(card).startswith("讲一讲：梯度累积（约 2 点")
