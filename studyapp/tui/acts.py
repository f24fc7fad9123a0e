"""What the person's acts did, in words: said when they are done, and when they are taken back.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.visible import visible
from studyapp.schedule.events import (
    Bury,
    Claim,
    Cram,
    Flag,
    Known,
    Reschedule,
    Reset,
    Review,
    Suspend,
)
from studyapp.schedule.ledger import cards_of, current
from studyapp.tui.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.events import Event
    from studyapp.tui.words import Words

_LONGEST = 60
"""Characters of a question that is named."""


def told(events: Sequence[Event], snapshot: Snapshot, say: Words) -> str:
    """What one act was, and which card it was about, or how many; empty without events."""
    if not events:
        return ""
    counted = len(events) > 1 and isinstance(events[0], Review)
    act = say("act_counted") if counted else named(events[0], say)
    what = say("n_cards", n=len(events)) if events[1:] else _about(events[0], snapshot)
    return say("act_on", act=act, what=what) if what else act


def named(event: Event, say: Words) -> str:  # noqa: PLR0911  one for each kind of act
    """What one act was."""
    match event:
        case Review(grade=grade):
            return say(grade.name.lower())
        case Suspend(on=on):
            return say("act_suspend" if on else "act_resume")
        case Flag(on=on):
            return say("act_flag" if on else "act_unflag")
        case Bury(until=until, day=day):
            return say("act_bury" if until > day else "act_unbury", until=until)
        case Reschedule(due=due):
            return say("act_move", due=due)
        case Cram() | Known() | Reset() | Claim():
            return say(f"act_{event.event}")
        case _:
            return event.event


def _about(event: Event, snapshot: Snapshot) -> str:
    """The question of the card, else the note."""
    for named in cards_of(event):
        card = snapshot.cards.briefs.get(current(named, snapshot.state.renamed))
        if card:
            question = spoken(card.question)
            return question if len(question) <= _LONGEST else f"{question[: _LONGEST - 1]}…"
    return visible(getattr(event, "note", ""))
