"""The cards that a line asks for, and what studying them would ask now.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.notes.folding import folded
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed
from studyapp.study.candidate import due_day, is_buried, is_due, is_known, is_unseen
from studyapp.study.leech import is_leech
from studyapp.study.query import Facts, Property, Query, State, predicate
from studyapp.study.queue import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from studyapp.library.candidates import Candidate
    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.cards import CardState
    from studyapp.study.queue import Item
    from studyapp.tui.day import Day


_UNSEEN: frozenset[State] = frozenset({"new"})


@dataclass(frozen=True, slots=True)
class Hits:
    """Cards in library order; `items` are those of them that are due or new, as a day asks them."""

    cards: tuple[Candidate, ...]
    items: tuple[Item, ...]

    def count(self, *kinds: str) -> int:
        """How many items are of these kinds."""
        return sum(item.kind in kinds for item in self.items)


def described(snapshot: Snapshot, day: Day) -> Mapping[str, Facts]:
    """What a query can see of each of the day's cards, by id; takes longer than a key may."""
    cards = {card.id: card for card in day.cards}
    states, flats = snapshot.state.cards, snapshot.notes.briefs
    now = day.agenda.day
    told: dict[str, Facts] = {}
    for path, words in snapshot.notes.sought():
        deck, rest = folded(path.rpartition("/")[0]), f"\n{words.name}{words.tags}"
        unseen: dict[Property, float] = {"mastery": 0, "lapses": 0, "reps": 0}
        if words.created:
            unseen["added"] = now.toordinal() - words.created
        for id_, text in zip(flats.flat(path).ids, words.texts, strict=False):
            card = cards.get(id_)
            if card is None:
                continue
            standing, numbers = _UNSEEN, unseen
            if id_ in states or isinstance(card.schedule, Reviewed):  # else nothing is its own
                own = states.get(id_)
                standing = frozenset(_states(card, own, now))
                numbers = unseen | _numbers(card, own, now)
            told[id_] = Facts(id_, text + rest, words.name, deck, words.tags, standing, numbers)
    return told


def found(query: Query, told: Mapping[str, Facts]) -> list[Facts]:
    """The cards that `query` asks for, in the order in which they were told."""
    return [*filter(predicate(query.root), told.values())]


def hits(query: Query, told: Mapping[str, Facts], day: Day) -> Hits:
    """What `query` finds; no minutes limit it, nor the weight of a deck."""
    wanted = {one.id for one in found(query, told)}
    cards = [card for card in day.cards if card.id in wanted]
    return Hits(tuple(cards), asked(cards, day))


def asked(cards: list[Candidate], day: Day) -> tuple[Item, ...]:
    """What of some cards is due or new, as a day without limits would ask it."""
    limits = day.terms.limits(day.agenda.limits.pace)
    limits = replace(limits, new=None, reviews=None, seconds=None)
    weighed = [card._replace(weight=max(1, card.weight)) for card in cards]
    return today(weighed, day.agenda.day, limits)


def _states(card: Candidate, own: CardState | None, day: date) -> Iterator[State]:
    buried = is_buried(card, day)
    if own and own.flagged:
        yield "flagged"
    if is_leech(card.schedule):
        yield "leech"
    if isinstance(card.schedule, Reviewed):
        yield "review"
    elif is_known(card):
        yield "known"
    if buried:
        yield "buried"
    if card.suspended:
        yield "suspended"
    elif is_unseen(card):
        yield "new"
    elif is_due(card, day) and not buried:
        yield "due"


def _numbers(card: Candidate, own: CardState | None, day: date) -> dict[Property, float]:
    """What can be compared of a card; a new one has no interval or ease yet."""
    schedule, answered = card.schedule, len(own.reviews) if own else 0
    numbers: dict[Property, float] = {"mastery": mastery(schedule), "lapses": 0, "reps": answered}
    if due := due_day(card):
        numbers["due"] = (due - day).days
    if isinstance(schedule, Reviewed):
        numbers["ivl"] = schedule.interval
        numbers["lapses"] = schedule.lapses
        numbers["reps"] = max(answered, schedule.repetitions)
        if memory := schedule.memory:
            numbers["stability"], numbers["difficulty"] = memory.stability, memory.difficulty
        else:
            numbers["ease"] = schedule.ease / 100
    return numbers
