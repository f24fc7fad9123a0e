"""What Home tells of a library, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from studyapp.schedule.mastery import mastery
from studyapp.study.candidate import due_day, is_waiting
from studyapp.study.queue import Item
from studyapp.study.strength import strength
from studyapp.tui.day import Day, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.library.candidates import Candidate
    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot
    from studyapp.study.strength import Strength

DAYS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One deck: its folder ("" for all), what waits in it, how well it is `known`."""

    deck: str
    due: int
    cards: int
    known: Strength
    weight: int = 1

    @property
    def unseen(self) -> int:
        """The cards that were neither reviewed nor called known."""
        return self.known.new


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on Home: `rows` begins with all decks, `reviews` ends with today."""

    today: Day
    rows: tuple[Row, ...]
    notes: int
    outlines: int
    """Files that list questions, which are no notes."""
    reviews: tuple[int, ...]
    next_due: date | None

    @property
    def all(self) -> Row:
        """All decks together."""
        return self.rows[0]


def overview(snapshot: Snapshot, day: date, settings: LibrarySettings) -> Overview:
    """What Home shows on `day`."""
    today = day_of(snapshot, day, settings)
    cards = today.cards
    decks: dict[str, list[Candidate]] = {}
    for card in cards:
        decks.setdefault(card.deck, []).append(card)
    rows = [_row("", cards, day)]
    if [*decks] != [""]:
        rows += [_row(deck, own, day) for deck, own in decks.items()]
    due = [due for card in cards if (due := due_day(card))]
    paths = [path for path in snapshot.notes if path.startswith(snapshot.prefix)]
    outlines = sum(map(settings.syntax.lists, paths))
    return Overview(
        today,
        tuple(rows),
        len(paths) - outlines,
        outlines,
        _reviews(snapshot, day),
        min(due, default=None),
    )


def crammed(cards: Sequence[Candidate]) -> tuple[Item, ...]:
    """All cards that are not suspended, the most forgettable first."""
    asked = [card for card in cards if not card.suspended]
    asked.sort(key=lambda card: mastery(card.schedule))
    return tuple(Item(card.id, "review") for card in asked)


def _row(deck: str, cards: Sequence[Candidate], day: date) -> Row:
    asked = [card for card in cards if not card.suspended]
    return Row(
        deck,
        due=sum(is_waiting(card, day) for card in asked),
        cards=len(cards),
        known=strength(asked),
        weight=cards[0].weight if deck and cards else 1,
    )


def _reviews(snapshot: Snapshot, day: date) -> tuple[int, ...]:
    """Answers a day over the last thirty days, today last."""
    answers = snapshot.state.answers
    return tuple(answers.get(day - timedelta(days=ago), 0) for ago in reversed(range(DAYS)))
