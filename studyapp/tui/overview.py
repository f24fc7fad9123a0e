"""What Home tells of a library, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from studyapp.library.candidates import Candidate, candidates
from studyapp.schedule.events import Cram, Review
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import New, Reviewed
from studyapp.study.queue import Item, Limits, today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot

SECONDS = {"new": 60, "review": 35, "repeat": 20}
"""What a card takes to begin with, by kind; see the design of the day's queue."""
DAYS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One deck: its folder ("" for all), and what waits in it."""

    deck: str
    due: int
    unseen: int
    cards: int
    mastery: float


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on Home: `rows` begins with all decks, `reviews` ends with today."""

    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    notes: int
    reviews: tuple[int, ...]
    next_due: date | None

    @property
    def all(self) -> Row:
        """All decks together."""
        return self.rows[0]

    @property
    def minutes(self) -> int:
        """How long today's items take, in whole minutes, at least one."""
        return max(1, round(sum(SECONDS[item.kind] for item in self.items) / 60))

    def count(self, kind: str) -> int:
        """How many of today's items are of a kind."""
        return sum(item.kind == kind for item in self.items)


def overview(snapshot: Snapshot, day: date, settings: LibrarySettings) -> Overview:
    """What Home shows on `day`."""
    cards = candidates(snapshot, day)
    decks: dict[str, list[Candidate]] = {}
    for card in cards:
        decks.setdefault(card.deck, []).append(card)
    rows = [_row("", cards, day)]
    if [*decks] != [""]:
        rows += [_row(deck, own, day) for deck, own in decks.items()]
    due = [card.schedule.due for card in cards if isinstance(card.schedule, Reviewed)]
    return Overview(
        queue(cards, day, settings),
        tuple(rows),
        sum(path.startswith(snapshot.prefix) for path in snapshot.notes),
        _reviews(snapshot, day),
        min(due, default=None),
    )


def queue(cards: Sequence[Candidate], day: date, settings: LibrarySettings) -> tuple[Item, ...]:
    """Today's items among `cards`, within the library's limits."""
    limits = Limits(new=settings.new_per_day, reviews=settings.reviews_per_day or None)
    return today(cards, day, limits)


def crammed(cards: Sequence[Candidate]) -> tuple[Item, ...]:
    """All cards that are not suspended, the most forgettable first."""
    asked = [card for card in cards if not card.suspended]
    asked.sort(key=lambda card: mastery(card.schedule))
    return tuple(Item(card.id, "review") for card in asked)


def _row(deck: str, cards: Sequence[Candidate], day: date) -> Row:
    asked = [card for card in cards if not card.suspended]
    recall = sum(mastery(card.schedule) for card in asked)
    return Row(
        deck,
        due=sum(_is_due(card, day) for card in asked),
        unseen=sum(isinstance(card.schedule, New) for card in asked),
        cards=len(cards),
        mastery=recall / len(asked) if asked else 0.0,
    )


def _is_due(card: Candidate, day: date) -> bool:
    return isinstance(card.schedule, Reviewed) and card.schedule.due <= day


def _reviews(snapshot: Snapshot, day: date) -> tuple[int, ...]:
    """Answers a day over the last thirty days, today last."""
    first = day - timedelta(days=DAYS - 1)
    counts = [0] * DAYS
    for event in snapshot.state.live:
        if isinstance(event, Review | Cram) and first <= event.day <= day:
            counts[(event.day - first).days] += 1
    return tuple(counts)
