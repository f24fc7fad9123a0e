"""The first pass over unseen cards: a few seconds each, and the known ones are out of the way."""

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import blake2b

from studyapp.schedule import New
from studyapp.study.queue import KNOW, Candidate

SECONDS = 5
"""What a card takes in a first pass, about."""
SOONEST, LATEST = 10, 20
"""Days until a card that was called known is checked."""


def untold(cards: Iterable[Candidate], day: date) -> list[str]:
    """The cards that a first pass asks about: unseen, and not asked about before."""
    return [
        card.id
        for card in cards
        if isinstance(card.schedule, New)
        and not card.knows
        and card.weight
        and not card.suspended
        and not (card.buried_until and card.buried_until > day)
    ]


def first_asked(card: str, knows: int, day: date) -> date:
    """The day from which a card is asked: at once, or spread over ten days where it is known.

    The same card always falls on the same day, so that nothing here is left to chance.
    """
    if knows != KNOW:
        return day
    spread = int.from_bytes(blake2b(card.encode(), digest_size=4).digest())
    return day + timedelta(days=SOONEST + spread % (LATEST - SOONEST + 1))
