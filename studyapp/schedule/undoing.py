"""Which events no longer count."""

from collections import Counter
from collections.abc import Iterable

from studyapp.schedule.events import Event, Undo


def undone_ids(events: Iterable[Event]) -> frozenset[str]:
    """Collect the ids that a live undo names; the undo of an undo brings its event back.

    Works from the undos that nobody undid towards what they undo, by ids alone: devices whose
    clocks differ may put an undo before its event. Undos that undo each other count for nothing.
    """
    undos = {event.id: event for event in events if isinstance(event, Undo)}
    undecided = Counter(undo.undone for undo in undos.values())
    ready = [undo for undo in undos.values() if not undecided[undo.id]]
    undone: set[str] = set()
    while ready:
        undo = ready.pop()
        if undo.id not in undone:
            undone.add(undo.undone)
        undecided[undo.undone] -= 1
        if undo.undone in undos and not undecided[undo.undone]:
            ready.append(undos[undo.undone])
    return frozenset(undone)
