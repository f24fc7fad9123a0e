"""Notes and events laid together: the decisions of opening a library, without writing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.authorship import MANY, Author
from studyapp.library.identify import identified
from studyapp.library.index.views import Cards, Notes
from studyapp.library.preludes import moved
from studyapp.library.recognition import Recognition, recognize
from studyapp.library.snapshot import Snapshot
from studyapp.library.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.library.acts import Stamp
    from studyapp.library.index.brief import Brief
    from studyapp.library.past import Past
    from studyapp.notes import Problem
    from studyapp.schedule.fold import State


def survey(
    place: tuple[Path, str],
    notes: Notes,
    past: Past,
    stamp: Stamp,
    *,
    problems: tuple[Problem, ...] = (),
    partial: bool = False,
) -> Snapshot:
    """What a library at `place` (its root, and the folder opened below it) adds up to.

    A reworded card goes on with its history already, and a review date that the person moved by
    hand is obeyed; their events are yet to be journalled: `rebinds`, `pending`.
    """
    state = past.state
    notes = notes.renamed(identified(notes.briefs.values(), state.seen))
    cards = Cards(notes)
    known = Recognition() if partial else recognize(cards, state, past.events, stamp)
    state = past.supposing([one.event for one in known.rebinds])
    standings = _judged(notes.briefs, state, many=0 if partial else MANY)
    pending = tuple(
        moved(notes[path], state, stamp)
        for path, stand in standings.items()
        if stand.author is Author.HAND
    )
    if pending:
        state = past.supposing([*(one.event for one in known.rebinds), *pending])
        standings |= {
            event.note: stand
            for event in pending
            if (stand := standing(notes.briefs[event.note], state, notes)) is not None
        }
    return Snapshot(
        *place,
        notes=notes,
        cards=cards,
        events=past.events,
        state=state,
        standings=standings,
        pending=pending,
        rebinds=known.rebinds,
        doubts=known.doubts,
        problems=(*problems, *past.problems),
        partial=partial,
    )


def _judged(notes: Mapping[str, Brief], state: State, many: int) -> dict[str, Standing]:
    if not state.adoptions:
        return {}
    # Only a renamed note is found by its cards, and that search is long.
    adopted = {card for adopt in state.adoptions.values() for card in adopt.cards}
    found = {
        path: standing(note, state, notes)
        for path, note in notes.items()
        if path in state.adoptions or any(card.id in adopted for card in note.cards)
    }
    standings = {path: stand for path, stand in found.items() if stand is not None}
    hands = [path for path, stand in standings.items() if stand.author is Author.HAND]
    if len(hands) >= many:
        standings |= {p: replace(standings[p], author=Author.FOREIGN) for p in hands}
    return standings
