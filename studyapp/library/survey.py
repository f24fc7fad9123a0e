"""Notes and events laid together: the decisions of opening a library, without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.authorship import MANY, Author
from studyapp.library.identify import identified
from studyapp.library.index.views import Cards, Notes
from studyapp.library.preludes import moved
from studyapp.library.recognition import Recognition, recognize
from studyapp.library.settled import in_order
from studyapp.library.snapshot import Snapshot
from studyapp.library.standing import standing
from studyapp.library.standings import judged

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.acts import Stamp
    from studyapp.library.past import Past
    from studyapp.notes import Problem
    from studyapp.schedule.events import Event


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
    state, read = past.state, notes.briefs
    notes = notes.renamed(identified(read, state.seen))
    cards = Cards(notes)
    known = Recognition() if partial else recognize(cards, state, past.events, stamp)
    assumed: list[Event] = [one.event for one in known.rebinds]
    state = past.supposing(assumed)
    quiet = in_order(cards, read, past, assumed)
    standings = judged(notes.briefs, state, quiet, many=0 if partial else MANY)
    pending = tuple(moved(notes[path], state, stamp) for path in standings.by(Author.HAND))
    if pending:
        state = past.supposing([*assumed, *pending])
        again = {one.note: standing(notes.briefs[one.note], state, notes) for one in pending}
        standings = standings.taking({path: stand for path, stand in again.items() if stand})
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
