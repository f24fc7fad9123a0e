"""The first pass over unseen cards: a few seconds each, and the known ones are out of the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from studyapp.schedule import New
from studyapp.study.candidate import KNOW, is_askable
from studyapp.study.messages import Effect, Revoke, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from studyapp.study.candidate import Candidate

SECONDS = 5
"""What a card takes in a first pass, about."""
SOONEST, LATEST = 10, 20
"""Days until a card that was called known is checked."""


def untold(cards: Iterable[Candidate], day: date) -> list[str]:
    """The cards that a first pass asks about: unseen, and not asked about before."""
    return [
        card.id
        for card in cards
        if isinstance(card.schedule, New) and not card.knows and is_askable(card, day)
    ]


def first_asked(card: str, knows: int, day: date) -> date:
    """The day from which a card is asked: at once, or spread over ten days where it is known.

    The same card always falls on the same day, so that nothing here is left to chance.
    """
    if knows != KNOW:
        return day
    spread = int.from_bytes(blake2b(card.encode(), digest_size=4).digest())
    return day + timedelta(days=SOONEST + spread % (LATEST - SOONEST + 1))


@dataclass(frozen=True, slots=True)
class Pass:
    """A first pass at one moment: which cards are still to come, and what was said of the others.

    `said` holds the effects that are not taken back, the latest last.
    """

    cards: tuple[str, ...]
    day: date
    revealed: bool = False
    said: tuple[Sort, ...] = ()
    next_ref: int = 0

    @property
    def current(self) -> str | None:
        """The card that is asked about; None at the end."""
        return self.cards[0] if self.cards else None

    def say(self, knows: int) -> tuple[Pass, tuple[Effect, ...]]:
        """Sort the card, and go on to the next."""
        if self.current is None:
            return self, ()
        told = Sort(self.next_ref, self.current, knows, first_asked(self.current, knows, self.day))
        after = replace(
            self,
            cards=self.cards[1:],
            revealed=False,
            said=(*self.said, told),
            next_ref=told.ref + 1,
        )
        return after, (told,)

    def drop(self) -> Pass:
        """Go on without a word: the card is gone."""
        return replace(self, cards=self.cards[1:], revealed=False)

    def undo(self) -> tuple[Pass, tuple[Effect, ...]]:
        """Take back what was said last, and ask about that card again."""
        if not self.said:
            return self, ()
        last = self.said[-1]
        before = replace(
            self,
            cards=(last.card, *self.cards),
            revealed=False,
            said=self.said[:-1],
            next_ref=self.next_ref + 1,
        )
        return before, (Revoke(self.next_ref, last.ref),)
