"""The cards that today may ask, with what of their state matters to a day."""

from __future__ import annotations

from functools import cache, partial
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from studyapp.schedule.adoption import imported

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.cards import Drill
    from studyapp.schedule.schedules import Schedule


class Candidate(NamedTuple):
    """A card that may be asked.

    A tuple, since a day looks at all of them. `weight` is its deck's; `to_repeat` the drill that
    it still owes today; `introduced` the day of its first review, if that was here; `knows` what
    the first pass said of it, and `known_due` when that is to be checked.
    """

    id: str
    note: str
    deck: str
    schedule: Schedule
    weight: int = 1
    suspended: bool = False
    buried_until: date | None = None
    to_repeat: Drill | None = None
    introduced: date | None = None
    knows: int = 0
    known_due: date | None = None


_made: Callable[[tuple[object, ...]], Candidate] = partial(tuple.__new__, Candidate)
"""A candidate of all its fields: its own way takes thrice the time."""
_NOTHING_KNOWN = False, None, None, None, 0, None


def candidates(
    snapshot: Snapshot, day: date, weigh: Callable[[str], int] = lambda _: 1
) -> list[Candidate]:
    """The cards below the opened folder, in library order; `weigh` tells a deck's weight."""
    repeats = {*snapshot.state.repeats(day)}
    states, prefix = snapshot.state.cards, snapshot.prefix
    found: list[Candidate] = []
    weight = cache(weigh)
    for path, flat in snapshot.notes.briefs.flats():
        if not path.startswith(prefix):
            continue
        deck, adopted = path.rpartition("/")[0], snapshot.adopted(path)
        heavy, beginning = weight(deck), snapshot.beginning(path, flat)
        brought = map(imported, flat.histories) if flat.histories else repeat(None)
        for id_, history in zip(flat.ids, brought, strict=False):
            schedule = history or beginning
            own = states.get(id_)
            if own is None:
                found.append(_made((id_, path, deck, schedule, heavy, *_NOTHING_KNOWN)))
                continue
            known = (
                own.suspended,
                own.buried_until,
                own.drill if id_ in repeats else None,
                own.introduced,
                own.knows,
                own.known_due,
            )
            counts = own.schedule if own.reviews or adopted else schedule
            found.append(_made((id_, path, deck, counts, heavy, *known)))
    return found
