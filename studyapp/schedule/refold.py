"""One note's part of the fold, done again after an act; the rest of the state stays."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from studyapp.schedule.events import Event, Rebind, Undo
from studyapp.schedule.fold import State, fold
from studyapp.schedule.live import Live, answers
from studyapp.schedule.overlay import overlaid
from studyapp.schedule.schedules import Scheduler

T = TypeVar("T")


def refold(
    state: State,
    events: Sequence[Event],
    scheduler: Scheduler,
    *,
    note: str,
    cards: Collection[str],
) -> State:
    """Fold `events` where all that is new since `state` concerns one note and its `cards`.

    Equals `fold(events, …)`, at the cost of the note's own history alone.
    """
    touched = _with_old_ids(events, {*cards})
    part = fold(
        [event for event in events if _concerns(event, note, touched)], scheduler, state.settings
    )
    live = Live(events, part.undone)
    return replace(
        state,
        cards=_merged(state.cards, part.cards, touched),
        seen=_merged(state.seen, part.seen, touched),
        adoptions=_merged(state.adoptions, part.adoptions, {note}),
        written=_merged(state.written, part.written, {note}),
        rescheduled=_merged(state.rescheduled, part.rescheduled, {note}),
        renamed=part.renamed,
        live=live,
        answers=answers(live),
        undone=part.undone,
    )


def _with_old_ids(events: Sequence[Event], cards: set[str]) -> set[str]:
    rebinds = [event for event in events if isinstance(event, Rebind)]
    linked = True
    while linked:
        linked = False
        for rebind in rebinds:
            if (rebind.old in cards) != (rebind.new in cards):
                cards |= {rebind.old, rebind.new}
                linked = True
    return cards


def _concerns(event: Event, note: str, cards: set[str]) -> bool:
    if isinstance(event, Undo | Rebind):  # few, and their targets tell what they concern
        return True
    if getattr(event, "card", None) in cards or getattr(event, "note", None) == note:
        return True
    return not cards.isdisjoint(getattr(event, "cards", ()))


def _merged(old: Mapping[str, T], new: Mapping[str, T], keys: Collection[str]) -> Mapping[str, T]:
    return overlaid(old, {key: new[key] for key in keys if key in new}, keys)
