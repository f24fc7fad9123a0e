"""What the screens say about a card: its grades with their dates, its place, why this date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.schedule.grades import BUTTONS, Grade
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed
from studyapp.tui.dates import distance, span
from studyapp.tui.widgets.grades import Option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from studyapp.notes import Card
    from studyapp.schedule.schedules import Outcome, Schedule
    from studyapp.study.queue import Item
    from studyapp.study.session import Session
    from studyapp.tui.words import Words

KEYS = {"1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY}
"""The key of each grade that has one."""
DRILL_KEYS = {"1": Grade.AGAIN, "3": Grade.GOOD}
"""A repeat asks only whether it is there now."""


def grade_options(outcomes: Mapping[Grade, Outcome], day: date, say: Words) -> list[Option]:
    """The four grades, each with the day that it leads to."""
    return [
        _option(key, say(grade.name.lower()), outcomes[grade], day, say)
        for key, grade in zip("1234", BUTTONS, strict=True)
    ]


def drill_options(
    item: Item, outcomes: Mapping[Grade, Outcome], day: date, say: Words
) -> list[Option]:
    """The two answers to a repeat; failing one that was Hard makes it Again."""
    failed = say("again" if item.hard is not None else "not_yet")
    return [
        _option("1", failed, outcomes[Grade.AGAIN], day, say),
        _option("3", say("got_it"), outcomes[Grade.GOOD], day, say),
    ]


def _option(key: str, label: str, outcome: Outcome, day: date, say: Words) -> Option:
    when = distance(outcome.schedule.due, day, say)
    return Option(key, label, when, again=outcome.again_today)


def place(card: Card, title: str) -> str:
    """Deck and note of a card."""
    return f"{card.deck} › {title}" if card.deck else title


def progress(session: Session, say: Words, *, cram: bool) -> str:
    """Where the sitting stands: 3 of 20 · 14 due · 6 new."""
    parts = [say("progress", at=session.position, all=session.total)]
    if cram:
        return " · ".join([*parts, say("cram_tag")])
    counts = {kind: session.left(kind) for kind in ("repeat", "review", "new")}
    parts += [say(f"part_{kind}", n=n) for kind, n in counts.items() if n]
    return " · ".join(parts)


def why(schedule: Schedule, say: Words) -> str:
    """Why a card is due when it is, in one or two sentences."""
    if not isinstance(schedule, Reviewed):
        return say("why_new")
    return say(
        "why",
        last=schedule.last.isoformat(),
        interval=span(schedule.interval, say),
        due=schedule.due.isoformat(),
        ease=f"{schedule.ease / 100:.2f}",
        repetitions=schedule.repetitions,
        lapses=schedule.lapses,
        mastery=f"{mastery(schedule):.0%}",
    )
