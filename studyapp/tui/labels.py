"""What the screens say about a card: its grades with their dates, its place, why this date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.notes.visible import visible
from studyapp.schedule.events import Flag
from studyapp.schedule.grades import BUTTONS, Grade
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed
from studyapp.study.candidate import due_day
from studyapp.study.messages import Mark, Record
from studyapp.tui import acts
from studyapp.tui.dates import distance, span
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.grades import Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from studyapp.notes import Card
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.schedules import Outcome
    from studyapp.study.pace import Kind
    from studyapp.study.queue import Item
    from studyapp.study.session import Session
    from studyapp.tui.recorder import Saved
    from studyapp.tui.words import Words

FLAG = "⚑"
KINDS: tuple[Kind, ...] = ("repeat", "review", "new")
"""In the order in which a day asks them."""
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
    item: Item, outcomes: Mapping[Grade, Outcome], day: date, say: Words, *, last: bool
) -> list[Option]:
    """The two answers to a repeat; after the `last` one of the day it does not come again."""
    failed = _option("1", say("not_yet"), outcomes[Grade.AGAIN], day, say)
    if item.hard is not None:
        # The Hard gives way to an Again, with which a card starts over.
        failed = replace(failed, label=say("again"), when=say("tomorrow"))
    if last:
        failed = replace(failed, again=False)
    return [failed, _option("3", say("got_it"), outcomes[Grade.GOOD], day, say)]


def undated(options: Sequence[Option]) -> list[Option]:
    """Grades that move no date: cramming leaves the schedule alone."""
    return [replace(option, when="") for option in options]


def _option(key: str, label: str, outcome: Outcome, day: date, say: Words) -> Option:
    when = distance(outcome.schedule.due, day, say)
    cap = say.cap(f"study.{KEYS[key].name.lower()}", key)
    return Option(key, label, when, again=outcome.again_today, cap=cap)


def front(card: Card) -> str:
    """What is asked; of a problem's statement the first paragraph, since the note has the rest."""
    first, parted, _ = card.context.strip().partition("\n\n")
    more = " …" if parted else ""
    return f"{card.front}\n\n{first}{more}" if first else card.front


def place(card: Card, title: str, *, flagged: bool, leech: str = "") -> str:
    """Deck and note of a card, whether it is flagged, and the word for a `leech`."""
    where = f"{visible(card.deck)} › {spoken(title)}" if card.deck else spoken(title)
    where = f"{leech} · {where}" if leech else where
    return f"{FLAG} {where}" if flagged else where


def progress(session: Session, say: Words, *, cram: bool) -> str:
    """Where the sitting stands: 3 of 20 · 14 due · 6 new · about 12 min."""
    parts = [say("progress", at=session.position, all=session.total)]
    counts = {kind: session.left(kind) for kind in KINDS}
    if cram:
        parts.append(say("cram_tag"))
    else:
        parts += [say(f"part_{kind}", n=n) for kind, n in counts.items() if n]
    minutes = max(1, round(session.seconds_ahead / 60))
    return " · ".join([*parts, say("about", minutes=minutes)])


def finished(session: Session, minutes: int, repeats: int, say: Words) -> str:
    """What was done, what waits of this sitting, and how many `repeats` are left of today."""
    told = "finished_text" if session.done else "finished_none"
    parts = [say(told, n=session.done, minutes=minutes)]
    if session.queue:
        parts.append(say("finished_time", n=len(session.queue)))
    if repeats:
        parts.append(say("finished_left", n=repeats))
    return "\n\n".join(parts)


def saved(message: Saved, say: Words) -> str:
    """What has become durable."""
    match message.effect, message.committed.event:
        case Record(grade=grade), _:
            return say("saved", what=say(grade.name.lower()))
        case Mark(), Flag(on=on):
            return say("flag_on" if on else "flag_off")
        case Mark(mark=mark), _:
            return say(f"marked_{mark}")
        case _:
            return _undone(message, say)


def _undone(message: Saved, say: Words) -> str:
    """What was taken back, as far as that is known."""
    if (card := message.committed.card) is None:
        return say("undone")
    what = spoken(card.question)
    if message.undone:
        what = say("act_on", act=acts.named(message.undone, say), what=what)
    return say("undone_what", what=what)


def why(own: CardState, say: Words) -> str:
    """Why a card is due when it is, in one or two sentences."""
    schedule = own.schedule
    if not isinstance(schedule, Reviewed):
        checked = due_day(own)
        return say("why_known", due=checked.isoformat()) if checked else say("why_new")
    if memory := schedule.memory:
        return say(
            "why_fsrs",
            last=schedule.last.isoformat(),
            interval=span(schedule.interval, say),
            due=schedule.due.isoformat(),
            stability=f"{memory.stability:.1f}",
            difficulty=f"{memory.difficulty:.1f}",
            lapses=say("lapses" if schedule.lapses else "no_lapse", n=schedule.lapses),
            mastery=f"{mastery(schedule):.0%}",
        )
    return say(
        "why",
        last=schedule.last.isoformat(),
        interval=span(schedule.interval, say),
        due=schedule.due.isoformat(),
        ease=f"{schedule.ease / 100:.2f}",
        repetitions=schedule.repetitions,
        lapses=say("lapses" if schedule.lapses else "no_lapse", n=schedule.lapses),
        mastery=f"{mastery(schedule):.0%}",
    )
