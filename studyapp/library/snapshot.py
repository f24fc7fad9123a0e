"""What a library holds at one moment, as values.

LookupError
├── NoSuch       nothing has an id that begins so
└── Ambiguous    several have
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from studyapp.schedule.adoption import adopted, imported
from studyapp.schedule.schedules import INITIAL_EASE, New, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from studyapp.library.index.brief import CardBrief, Flat
    from studyapp.library.index.views import Cards, Notes
    from studyapp.library.recognition import Rebound
    from studyapp.library.standings import Standings
    from studyapp.notes import Card, Problem, Waits
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.events import Event, Reschedule
    from studyapp.schedule.fold import State
    from studyapp.schedule.strand import Strand


_NEW = {difficulty: New(ease) for difficulty, ease in INITIAL_EASE.items()}


class NoSuch(LookupError):
    """Nothing has an id that begins with `prefix`."""

    def __init__(self, kind: str, prefix: str) -> None:
        super().__init__(f"no {kind} has an id that begins with {prefix!r}")
        self.prefix = prefix


class Ambiguous(LookupError):
    """Several ids begin with `prefix`."""

    def __init__(self, kind: str, prefix: str, ids: list[str]) -> None:
        shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")  # noqa: PLR2004  a handful
        super().__init__(f"{len(ids)} {kind}s begin with {prefix!r}: {shown}")
        self.prefix = prefix
        self.ids = ids


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A library at one moment; equal to itself only, since comparing would read every note.

    `notes` is by path in walking order, its cards with their final ids; `cards` by id in the same
    order; `standings` has the adopted notes; `pending` are the events that opening for writing
    would journal first: review dates that the person moved by hand. `rebinds` are the reworded
    cards whose history already counts for them, though no event says so yet; of `doubts` the
    person is to be asked. While only a part of the notes was read, it is `partial`: nothing in it
    is taken for gone, or for the person's own hand.
    """

    root: Path
    under: str
    notes: Notes
    cards: Cards
    events: Strand[Event]
    state: State
    standings: Standings
    pending: tuple[Reschedule, ...] = ()
    rebinds: tuple[Rebound, ...] = ()
    doubts: tuple[Rebound, ...] = ()
    problems: tuple[Problem, ...] = ()
    waiting: Mapping[str, Waits] = field(default_factory=dict)
    partial: bool = False

    @property
    def prefix(self) -> str:
        """How the paths begin that lie below the folder that was opened."""
        return f"{self.under}/" if self.under else ""

    def assumed(self) -> Strand[Event]:
        """The events, and those that opening for writing would journal first."""
        return self.events.plus([*(one.event for one in self.rebinds), *self.pending])

    def visible(self) -> list[CardBrief]:
        """The cards below the folder that was opened."""
        cards, prefix = self.cards.briefs.values(), self.prefix
        return [card for card in cards if card.note.startswith(prefix)] if prefix else [*cards]

    def schedule(self, card: Card | CardBrief) -> Schedule:
        """A card's schedule: the journal's, or what its note says that no journal adopted yet."""
        own = self.state.cards.get(card.id)
        if own and (own.reviews or self.adopted(card.note)):  # reviews may be from another note
            return own.schedule
        known = self.cards.briefs.get(card.id)
        if known and (brought := imported(known.history)):
            return brought
        return self.beginning(card.note, self.notes.briefs.flat(card.note))

    def beginning(self, path: str, note: Flat) -> Schedule:
        """The schedule of a note's card of which the journal knows nothing."""
        if not note.review_count or not note.last_reviewed or self.adopted(path):
            return _NEW[note.difficulty]
        due = date.fromordinal(note.next_review) if note.next_review else None
        last = date.fromordinal(note.last_reviewed)
        return adopted(note.difficulty, note.review_count, last, due)

    def card_state(self, card: Card | CardBrief) -> CardState:
        """A card's whole state, journalled or not."""
        own = self.state.card(card.id)
        return replace(own, schedule=self.schedule(card), difficulty=card.difficulty)

    def adopted(self, path: str) -> bool:
        """Whether the journal holds the values that a note came with."""
        return path in self.standings

    def find(self, prefix: str) -> Card:
        """The one card whose id begins with `prefix`.

        Raises:
            NoSuch: no card does. Ambiguous: several do.
        """
        return self.cards[one("card", prefix, self.cards)]


def one(kind: str, prefix: str, ids: Iterable[str]) -> str:
    """The one id that begins with `prefix`; a whole id is never ambiguous.

    Raises:
        NoSuch: none does. Ambiguous: several do.
    """
    found = [id_ for id_ in ids if id_.startswith(prefix)] if prefix else []
    if prefix in found:
        return prefix
    if not found:
        raise NoSuch(kind, prefix)
    if len(found) > 1:
        raise Ambiguous(kind, prefix, found)
    return found[0]
