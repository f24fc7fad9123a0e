"""The sitting as a state machine: `step` takes an input to a new state and effects.

    asking ── Reveal ──▶ revealed, or drilling if the item is a repeat
    revealed, drilling ── Graded ──▶ the next item: asking, or finished if none is left
    asking, revealed, drilling ── Skip, Marked ──▶ the next item; a flag stays
    any ── Drop ──▶ the next item, and no way back to the card that is gone
    any ── Tick, Renamed ──▶ the same phase
    finished ── GoOn ──▶ asking what the time did not suffice for, if anything
    any ── Undo ──▶ the very state before the last act

An input that does not fit the phase changes nothing.
"""

from dataclasses import replace

from studyapp.schedule import Grade
from studyapp.study.messages import (
    Drop,
    Effect,
    GoOn,
    Graded,
    Input,
    Mark,
    Marked,
    Record,
    Renamed,
    Reveal,
    Revoke,
    Skip,
    Tick,
    Undo,
)
from studyapp.study.pace import LONGEST
from studyapp.study.queue import Item
from studyapp.study.session import Past, Phase, Session, Waiting, advance


def step(session: Session, event: Input) -> tuple[Session, tuple[Effect, ...]]:
    """Take one input: the state after it, and what is to be journalled, in order."""
    match event:
        case Tick(now):
            return replace(session, now=now), ()
        case Undo():
            return _undo(session)
        case _ if moved := _moved(session, event):
            return moved, ()
        case _:
            return _acted(session, event)


def _moved(session: Session, event: Input) -> Session | None:
    """The state after an input that is no act of the person's on a card, if it is one."""
    match event:
        case Drop() if session.current is not None:
            return advance(session)
        case Renamed(old, new):
            return _renamed(session, old, new)
        case GoOn() if session.current is None:
            return advance(replace(session, seconds=None))
        case Reveal() if session.phase is Phase.ASKING:
            return _reveal(session)
    return None


def _acted(session: Session, event: Input) -> tuple[Session, tuple[Effect, ...]]:
    if session.current is None:
        return session, ()
    after, effects = _act(session, session.current, event)
    if after is session and not effects:
        return session, ()
    numbered = replace(after, next_ref=session.next_ref + len(effects))
    return replace(numbered, past=Past(session, effects)), effects


def _undo(session: Session) -> tuple[Session, tuple[Effect, ...]]:
    if session.past is None:
        return session, ()
    last_first = enumerate(reversed(session.past.effects), session.next_ref)
    return session.past.before, tuple(Revoke(ref, effect.ref) for ref, effect in last_first)


def _renamed(session: Session, old: str, new: str) -> Session:
    def named(item: Item) -> Item:
        return item._replace(card=new) if item.card == old else item

    return replace(
        session,
        current=session.current and named(session.current),
        queue=tuple(map(named, session.queue)),
        waiting=tuple(replace(entry, item=named(entry.item)) for entry in session.waiting),
    )


def _reveal(session: Session) -> Session:
    repeat = session.current is not None and session.current.kind == "repeat"
    return replace(session, phase=Phase.DRILLING if repeat else Phase.REVEALED)


def _act(session: Session, item: Item, event: Input) -> tuple[Session, tuple[Effect, ...]]:
    match event:
        case Graded() if session.phase is not Phase.ASKING:
            return _graded(session, item, event)
        case Skip():
            return _skipped(session, item), ()
        case Marked(mark):
            after = session if mark == "flag" else advance(session)
            return after, (Mark(session.next_ref, item.card, mark),)
    return session, ()


def _skipped(session: Session, item: Item) -> Session:
    after = advance(session)
    if after.current is None:
        return session  # nothing else is left to ask
    return replace(after, queue=(*after.queue, item))


def _graded(session: Session, item: Item, graded: Graded) -> tuple[Session, tuple[Effect, ...]]:
    after = replace(session, done=session.done + 1)
    if after.seconds is not None:
        after = replace(after, seconds=after.seconds - min(graded.seconds, LONGEST))
    if graded.grade < session.settings.repeat_below:
        after = _to_repeat(after, item, graded.grade)
    return advance(after), _judged(session, item, graded)


def _judged(session: Session, item: Item, graded: Graded) -> tuple[Effect, ...]:
    ref, failed = session.next_ref, graded.grade < session.settings.repeat_below
    if item.hard is None or not failed:
        return (Record(ref, item.card, graded.grade, graded.seconds),)
    # Hard meant "recalled": a card that is gone minutes later was not, so it was Again.
    again = Record(ref + 1, item.card, Grade.AGAIN, graded.seconds)
    return Revoke(ref, item.hard), again


def _to_repeat(session: Session, item: Item, grade: Grade) -> Session:
    repeated = item.repeats + (item.kind == "repeat")
    if repeated >= session.settings.max_repeats:
        return session
    first_hard = grade == Grade.HARD and item.kind != "repeat"
    entry = Waiting(
        Item(item.card, "repeat", repeated, session.next_ref if first_hard else None),
        after=session.done + session.settings.cards_between,
        at=session.now + session.settings.time_between,
    )
    return replace(session, waiting=(*session.waiting, entry))
