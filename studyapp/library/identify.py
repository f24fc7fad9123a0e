"""Twins told apart: cards of equal title and question in one library."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.notes import card_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.notes import Card, Note
    from studyapp.schedule.events import CardSeen


def identified(notes: Iterable[Note], seen: Mapping[str, CardSeen]) -> list[Note]:
    """The notes, their cards bearing ids of their own.

    Cards of equal title and question share a base id. The ones that the journal has `seen` keep
    the id recorded for their path and answer, then for their path; the others take the free ids
    in the order of path and place.
    """
    notes = list(notes)
    twins: defaultdict[str, list[tuple[str, Card]]] = defaultdict(list)
    for note in notes:
        for card in note.cards:
            twins[card.id].append((note.title, card))
    given = {
        _place(card): new
        for group in twins.values()
        if len(group) > 1
        for card, new in _told_apart(group, seen)
    }
    return [_renamed(note, given) if given else note for note in notes]


def carried(fresh: Note, shelved: Note) -> Note:
    """A note read again, its cards bearing the ids that they had when it was `shelved`."""
    had: defaultdict[str, list[str]] = defaultdict(list)
    for card in shelved.cards:
        had[card_id(shelved.title, card.question)].append(card.id)
    base = [card_id(fresh.title, card.question) for card in fresh.cards]
    ids = [had[one].pop(0) if had[one] else one for one in base]
    cards = tuple(replace(card, id=id_) for card, id_ in zip(fresh.cards, ids, strict=True))
    return replace(fresh, cards=cards)


def _told_apart(
    group: list[tuple[str, Card]], seen: Mapping[str, CardSeen]
) -> Iterable[tuple[Card, str]]:
    title = group[0][0]
    free = [card_id(title, group[0][1].question, n) for n in range(len(group))]
    left = [card for _, card in sorted(group, key=lambda pair: _place(pair[1]))]
    for same in (_same_answer, _same_path):
        for new in list(free):
            record = seen.get(new)
            match = next((card for card in left if record and same(card, record)), None)
            if match:
                yield match, new
                left.remove(match)
                free.remove(new)
    yield from zip(left, free, strict=True)


def _same_answer(card: Card, record: CardSeen) -> bool:
    return card.note == record.note and card.digest == record.digest


def _same_path(card: Card, record: CardSeen) -> bool:
    return card.note == record.note


def _place(card: Card) -> tuple[str, int]:
    return card.note, card.line


def _renamed(note: Note, given: Mapping[tuple[str, int], str]) -> Note:
    cards = tuple(replace(card, id=given.get(_place(card), card.id)) for card in note.cards)
    return replace(note, cards=cards) if cards != note.cards else note
