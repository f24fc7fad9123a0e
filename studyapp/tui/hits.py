"""The cards that a line asks for, and what studying them would ask now.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from studyapp.schedule.schedules import New, Reviewed
from studyapp.study.leech import is_leech
from studyapp.study.query import Facts, Query, State, facts, matches
from studyapp.study.queue import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.library.candidates import Candidate
    from studyapp.library.snapshot import Snapshot
    from studyapp.study.queue import Item
    from studyapp.tui.day import Day


@dataclass(frozen=True, slots=True)
class Hits:
    """Cards in library order; `items` are those of them that are due or new, as a day asks them."""

    cards: tuple[Candidate, ...]
    items: tuple[Item, ...]

    def count(self, *kinds: str) -> int:
        """How many items are of these kinds."""
        return sum(item.kind in kinds for item in self.items)


def described(snapshot: Snapshot, day: Day) -> Mapping[str, Facts]:
    """What a query can see of each of the day's cards, by id; reads all notes for their tags."""
    tags = cache(lambda path: snapshot.notes[path].metadata.tags)
    told: dict[str, Facts] = {}
    for card in day.cards:
        note = snapshot.notes.briefs[card.note]
        question = snapshot.cards.briefs[card.id].question
        states = _states(card, snapshot, day)
        told[card.id] = facts(question, note.title, card.note, tags(card.note), states)
    return told


def hits(query: Query, told: Mapping[str, Facts], day: Day) -> Hits:
    """What `query` finds; no minutes limit it, nor the weight of a deck."""
    found = [card for card in day.cards if matches(query, told[card.id])]
    limits = day.terms.limits(day.agenda.limits.pace)
    limits = replace(limits, new=None, reviews=None, seconds=None)
    asked = [card._replace(weight=max(1, card.weight)) for card in found]
    return Hits(tuple(found), today(asked, day.agenda.day, limits))


def _states(card: Candidate, snapshot: Snapshot, day: Day) -> Iterator[State]:
    own = snapshot.state.cards.get(card.id)
    if own and own.flagged:
        yield "flagged"
    if is_leech(card.schedule):
        yield "leech"
    if card.suspended:
        yield "suspended"
    elif isinstance(card.schedule, New):
        yield "new"
    elif isinstance(card.schedule, Reviewed) and card.schedule.due <= day.agenda.day:
        yield "due"
