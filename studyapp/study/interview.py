"""The day on which all is to be recalled, and what it asks of the days before."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from studyapp.schedule import New
from studyapp.study.candidate import Candidate, is_chosen
from studyapp.study.gain import recalled
from studyapp.study.queue import Item, Limits

SHARE = 0.4
"""Of the minutes, until every card was met once: an unseen card is recalled by nobody."""
LAST_PASS = 3
"""So many days before the interview nothing new is begun, and all is passed once more."""


def limits_on(day: date, limits: Limits, interview: date | None) -> Limits:
    """The limits of `day`, with an interview ahead or without."""
    if interview is None or interview <= day:
        return limits
    if (interview - day).days <= LAST_PASS:
        return replace(limits, new=0, share=0.0, until=interview)
    return replace(limits, share=SHARE, until=interview)


def last_pass(
    cards: Iterable[Candidate], day: date, interview: date, seconds: float, limits: Limits
) -> tuple[Item, ...]:
    """What to look through once more with the `seconds` left: what is most likely forgotten.

    Only cards that were met and are not due on `day`; to be crammed, so that no schedule moves.
    """
    met = [
        card
        for card in cards
        if card.weight
        and not card.suspended
        and not isinstance(card.schedule, New)
        and card.schedule.due > day > card.schedule.last
    ]
    met.sort(key=lambda card: recalled(card.schedule, interview) / card.weight)
    fitting = min(len(met), max(0.0, seconds / limits.pace.seconds["review"]))
    return tuple(Item(card.id, "review") for card in met[: int(fitting)])


def readiness(cards: Iterable[Candidate], day: date, forgets: float = 1.0) -> float:
    """The mean chance of recall on `day` over what is asked, if nothing is done before."""
    chances = [recalled(card.schedule, day, forgets) for card in cards if is_chosen(card)]
    return sum(chances) / len(chances) if chances else 0.0
