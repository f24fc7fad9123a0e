"""Which cards today asks, and in what order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from studyapp.schedule import Drill, Grade, New, Schedule, Scheduler, Sm2
from studyapp.study.candidate import DONT_KNOW, KNOW, Candidate, is_askable, is_due, is_unseen
from studyapp.study.gain import Worth, recalled
from studyapp.study.pace import Kind, Pace


class Item(NamedTuple):
    """One card to ask; for a repeat, how many it has had today.

    `hard` names the Hard review that an Again would replace if the repeat failed: an id in
    the journal, or the `ref` of an act in the same session. A tuple, since a day without limits
    has thousands.
    """

    card: str
    kind: Kind
    repeats: int = 0
    hard: str | int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day asks; None limits nothing, and repeats are always asked.

    `seconds` are those left of the day; `share` of them, at least, goes to unseen cards; `until`
    is the day on which all is to be recalled, if there is one.
    """

    new: int | None = None
    reviews: int | None = None
    seconds: float | None = None
    share: float = 0.0
    until: date | None = None
    pace: Pace = field(default_factory=Pace)
    scheduler: Scheduler = field(default_factory=Sm2)


def today(
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    worth: Callable[[Candidate], float] | None = None,
) -> tuple[Item, ...]:
    """List the day's items: repeats, then reviews by what they are worth, then new cards.

    Reviews go by their deck's weight times the gain of a review, checks of what a first pass
    called known after them. New cards come only when every
    due review finds its place, or by their own share; they keep the given order, heavier decks
    first, and before all those that the person asked to learn. `limits.new` is for the whole day:
    new cards that were introduced earlier that day count against it. `worth` is what reviews are
    worth, where that is known already.
    """
    open_cards = [card for card in cards if is_askable(card, day)]
    repeats = [_repeat(card.id, card.to_repeat) for card in open_cards if card.to_repeat]
    left = _Budget(limits, spent=len(repeats) * limits.pace.seconds["repeat"])
    unseen = sorted(filter(is_unseen, open_cards), key=rank)
    due = [card for card in open_cards if is_due(card, day) and not card.to_repeat]
    due.sort(key=worth or _worth(day, limits), reverse=True)
    taken = [*_taken(due[: limits.reviews], left, day, limits.share if unseen else 0.0)]
    reviews = [Item(card.id, "review") for card in _apart(taken)]
    if len(taken) < len(due[: limits.reviews]) and not limits.share:
        return (*repeats, *reviews)
    if limits.new is not None:
        unseen = unseen[: max(0, limits.new - sum(_is_met(card, day) for card in cards))]
    new = [Item(card.id, "new") for card in _taken(unseen, left, day)]
    return (*repeats, *reviews, *new)


def cost(card: Candidate, day: date, pace: Pace) -> float:
    """The seconds that a card is expected to take on `day`, with its repeats."""
    if card.to_repeat:
        return pace.seconds["repeat"]
    return cost_by(card.schedule, day, pace)


def cost_by(schedule: Schedule, day: date, pace: Pace) -> float:
    """The seconds that a card so scheduled is expected to take on `day`, with its repeats."""
    if isinstance(schedule, New):
        return pace.cost("new", pace.known)
    return pace.cost("review", recalled(schedule, day, pace.forgets))


def _is_met(card: Candidate, day: date) -> bool:
    """Whether `day` is that of a card's first meeting; the check of a known one is none."""
    return card.introduced == day and card.knows != KNOW


@dataclass(slots=True)
class _Budget:
    """The seconds of a day, as they are given away."""

    limits: Limits
    spent: float = 0.0

    def take(self, card: Candidate, day: date, share: float) -> bool:
        """Take the cost of a card, if it fits into what is left beside `share` of the day."""
        seconds = self.limits.seconds
        if seconds is None:
            return True
        needed = self.spent + cost(card, day, self.limits.pace)
        if needed > seconds * (1 - share):
            return False
        self.spent = needed
        return True


def _taken(
    cards: Sequence[Candidate], left: _Budget, day: date, share: float = 0.0
) -> Iterator[Candidate]:
    return takewhile(lambda card: left.take(card, day, share), cards)


def _worth(day: date, limits: Limits) -> Callable[[Candidate], float]:
    worth = Worth(limits.scheduler)
    return lambda card: worth(card, day, limits.until)


def rank(card: Candidate) -> tuple[bool, int]:
    """Where an unseen card stands among others: first what the person asked to learn."""
    return card.knows != DONT_KNOW, -card.weight


def _repeat(card: str, drill: Drill) -> Item:
    hard = drill.review.id if drill.review.grade == Grade.HARD else None
    return Item(card, "repeat", drill.repeats, hard)


def _apart(cards: Sequence[Candidate]) -> Iterator[Candidate]:
    """Keep cards of one note from following each other, as long as there are others."""
    rest, siblings = deque(cards), deque[Candidate]()
    last = None
    while rest or siblings:
        # Siblings all belong to the note that was last asked when they were put back.
        held = siblings and (siblings[0].note != last or not rest)
        card = siblings.popleft() if held else rest.popleft()
        if not held and card.note == last:
            siblings.append(card)
            continue
        last = card.note
        yield card
