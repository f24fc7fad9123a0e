"""Twins told apart: cards of equal title and question in one library."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from studyapp.notes import card_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from studyapp.library.index.brief import Brief, CardBrief
    from studyapp.library.index.briefs import Briefs
    from studyapp.notes import Note
    from studyapp.schedule.events import CardSeen


def identified(notes: Briefs, seen: Mapping[str, CardSeen]) -> Briefs:
    """The notes, their cards bearing ids of their own.

    Cards of equal title and question share a base id. The ones that the journal has `seen` keep
    the id recorded for their path and answer, else for their path, else for their answer; the
    others take free ids in the order of path and place. So a card whose twin was deleted does not
    become that twin.
    """
    every = [*notes.ids()]
    bases = set(every)
    further = _further_ids(bases, seen)
    shared = further.keys() | (_repeated(every) if len(bases) < len(every) else set())
    if not shared:
        return notes
    groups: defaultdict[str, list[tuple[str, CardBrief]]] = defaultdict(list)
    for path, flat in notes.flats():
        if not shared.isdisjoint(flat.ids):
            for card in notes[path].cards:
                if card.id in shared:
                    groups[card.id].append((notes[path].title, card))
    given = {
        _place(card): new
        for base, group in groups.items()
        for card, new in _told_apart(base, group, further.get(base, ()), seen)
    }
    return notes.taking({path: _renamed(notes[path], given) for path, _ in given})


def _repeated(ids: Iterable[str]) -> set[str]:
    return {id_ for id_, count in Counter(ids).items() if count > 1}


def _further_ids(bases: Collection[str], seen: Mapping[str, CardSeen]) -> dict[str, list[str]]:
    """By base id, the ids other than it that were recorded for its twins."""
    further: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in seen:
        if id_ not in bases:
            record = seen[id_]
            if (base := card_id(record.title, record.question)) in bases:
                further[base].append(id_)
    return dict(further)


def named(note: Note, brief: Brief) -> Note:
    """A note whose cards bear the ids that it has in `brief`."""
    if [card.id for card in note.cards] == [card.id for card in brief.cards]:
        return note
    return carried(note, brief)


def carried(fresh: Note, shelved: Brief) -> Note:
    """A note read again, its cards bearing the ids that they had when it was `shelved`."""
    questions = [card.question for card in shelved.cards]
    if fresh.title == shelved.title and [card.question for card in fresh.cards] == questions:
        pairs = zip(fresh.cards, shelved.cards, strict=True)
        return replace(fresh, cards=tuple(replace(new, id=old.id) for new, old in pairs))
    had: defaultdict[str, list[str]] = defaultdict(list)
    for card in shelved.cards:
        had[card_id(shelved.title, card.question)].append(card.id)
    base = [card_id(fresh.title, card.question) for card in fresh.cards]
    ids = [had[one].pop(0) if had[one] else one for one in base]
    cards = tuple(replace(card, id=id_) for card, id_ in zip(fresh.cards, ids, strict=True))
    return replace(fresh, cards=cards)


def _told_apart(
    base: str,
    group: list[tuple[str, CardBrief]],
    further: Iterable[str],
    seen: Mapping[str, CardSeen],
) -> Iterator[tuple[CardBrief, str]]:
    title, first = group[0]
    recorded = [id_ for id_ in (base, *further) if id_ in seen]
    fresh = _fresh_ids(title, first.question, {*recorded})
    left = [card for _, card in sorted(group, key=lambda pair: _place(pair[1]))]
    for same in (_same_place, _same_path, _same_answer):
        for id_ in list(recorded):
            match = next((card for card in left if same(card, seen[id_])), None)
            if match:
                yield match, id_
                left.remove(match)
                recorded.remove(id_)
    again = [base] if base in recorded else []  # the others' ids wait for their cards
    yield from zip(left, chain(again, fresh), strict=False)


def _fresh_ids(title: str, question: str, recorded: Collection[str]) -> Iterator[str]:
    ids = (card_id(title, question, ordinal) for ordinal in count())
    return (id_ for id_ in ids if id_ not in recorded)


def _same_place(card: CardBrief, record: CardSeen) -> bool:
    return _same_path(card, record) and _same_answer(card, record)


def _same_path(card: CardBrief, record: CardSeen) -> bool:
    return card.note == record.note


def _same_answer(card: CardBrief, record: CardSeen) -> bool:
    return card.digest == record.digest


def _place(card: CardBrief) -> tuple[str, int]:
    return card.note, card.line


def _renamed(note: Brief, given: Mapping[tuple[str, int], str]) -> Brief:
    cards = tuple(card._replace(id=given.get(_place(card), card.id)) for card in note.cards)
    return note._replace(cards=cards)
