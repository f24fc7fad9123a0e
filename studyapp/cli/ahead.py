"""The days to come in sentences and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.study.aim import WORTH
from studyapp.study.forgetting import NEARLY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from studyapp.study import Aim, Plan

UNKNOWN = (
    "All this goes by your own grades: graded kindly, it promises too much. How you would answer a"
    " question put in other words, it does not know."
)


def told(found: Plan, day: date) -> Iterator[str]:
    """What the coming days bring, and what they are worth on the interview's day."""
    yield f"{_overdue(found)}; {_unseen(found)}"
    if aim := found.aim:
        yield _interview(aim, found, day)
        for deck, now, then in aim.decks:
            yield f"  {now:4.0%} → {then:4.0%}  {deck or '.'}"
        if found.forgets != 1:
            yield forgets(found.forgets)
        yield UNKNOWN


def forgets(rate: float) -> str:
    """How fast is forgotten, as a sentence."""
    if rate > NEARLY:
        return f"you forget {rate:.1f} times as fast as the intervals assume; the plan knows it"
    if rate < 1 / NEARLY:
        return (
            f"you forget {1 / rate:.1f} times as slowly as the intervals assume; the plan knows it"
        )
    return "you forget about as fast as the intervals assume"


def _overdue(found: Plan) -> str:
    if not found.overdue:
        return "nothing is due"
    until = f"by {found.cleared}" if found.cleared else "never at this pace"
    return f"{found.overdue} due, cleared {until}"


def _unseen(found: Plan) -> str:
    if not found.unseen:
        return "no card is unseen"
    until = f"by {found.met}" if found.met else "not within four years"
    return f"{found.unseen} unseen, about {found.new_a_day:.0f} a day, met {until}"


def _interview(aim: Aim, found: Plan, day: date) -> str:
    days = (aim.interview - day).days
    text = f"interview in {days} days: recall {aim.now:.0%} → {aim.then:.0%}"
    if aim.likely is not None and found.regularity is not None and aim.likely < aim.then - WORTH:
        text += f", {aim.likely:.0%} if you study {found.regularity:.0%} of the days, as lately"
    if aim.met < found.unseen:
        text += f"; {aim.met} of {found.unseen} unseen cards will be met"
    if aim.drop:
        text += f" (leave out {', '.join(deck or '.' for deck in aim.drop)}?)"
    return text


def as_facts(found: Plan) -> dict[str, Any]:
    """The same as JSON."""
    aim = found.aim
    return {
        "overdue": found.overdue,
        "cleared": found.cleared and found.cleared.isoformat(),
        "unseen": found.unseen,
        "met": found.met and found.met.isoformat(),
        "new_a_day": round(found.new_a_day, 2),
        "minutes": round(found.minutes, 1),
        "forgets": round(found.forgets, 3),
        "regularity": found.regularity and round(found.regularity, 3),
        "interview": aim
        and {
            "day": aim.interview.isoformat(),
            "met": aim.met,
            "drop": list(aim.drop),
            "now": round(aim.now, 4),
            "then": round(aim.then, 4),
            "as_lately": aim.likely and round(aim.likely, 4),
            "decks": [
                {"deck": deck, "now": round(now, 4), "then": round(then, 4)}
                for deck, now, then in aim.decks
            ],
        },
    }
