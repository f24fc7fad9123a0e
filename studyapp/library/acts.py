"""The events that acts on a library journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from studyapp.notes.sketch import sketch
from studyapp.schedule.events import (
    Adopt,
    Bury,
    CardSeen,
    Claim,
    Cram,
    Event,
    Flag,
    Known,
    Rebind,
    Reschedule,
    Review,
    Suspend,
    Undo,
    Wrote,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from studyapp.notes import Card, Note
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.grades import Grade

Mark: TypeAlias = Literal["suspend", "bury", "flag"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an act happens, and its id; what must be journalled before it gets ids made of that."""

    id: str
    at: datetime
    day: date


def about(note: Note, stamp: Stamp) -> Stamp:
    """A stamp for one of several notes that the same act touches."""
    return replace(stamp, id=f"{stamp.id}-{note.path}")


def seen(card: Card, title: str, stamp: Stamp) -> CardSeen:
    """A card as it reads now."""
    return CardSeen(
        id=f"{stamp.id}-card",
        at=stamp.at,
        day=stamp.day,
        card=card.id,
        note=card.note,
        title=title,
        question=card.question,
        digest=card.digest,
        difficulty=card.difficulty,
        sketch=sketch(card.answer),
        history=history(card),
    )


def history(card: Card) -> str:
    """What another tool had noted of a card, as the journal keeps it; "" for nothing."""
    own = card.history
    return f"{own.due.isoformat()} {own.interval} {own.ease}" if own else ""


def rebind(old: str, new: str, stamp: Stamp) -> Rebind:
    """The card `old` now reads as `new`."""
    return Rebind(id=f"{stamp.id}-{new}-rebind", at=stamp.at, day=stamp.day, old=old, new=new)


def adopt(note: Note, stamp: Stamp, elsewhere: Collection[str] = ()) -> Adopt:
    """A note's values and cards before the first write; some cards' history is from elsewhere."""
    return Adopt(
        id=f"{stamp.id}-adopt",
        at=stamp.at,
        day=stamp.day,
        note=note.path,
        values=dict(note.raw_values),
        canonical=dict(note.values),
        cards=tuple(card.id for card in note.cards if card.id not in elsewhere),
        difficulty=note.metadata.difficulty,
        block=note.has_block,
    )


def reschedule(note: str, due: date, cards: Iterable[str], stamp: Stamp) -> Reschedule:
    """The person moved a note's next review to `due`, in the note itself."""
    return Reschedule(
        id=f"{stamp.id}-move",
        at=stamp.at,
        day=stamp.day,
        note=note,
        due=due,
        cards=tuple(cards),
    )


def review(card: Card, grade: Grade, seconds: float, stamp: Stamp) -> Review:
    """A grade; the values around the write are filled in when they are known."""
    return Review(
        id=stamp.id,
        at=stamp.at,
        day=stamp.day,
        card=card.id,
        note=card.note,
        grade=grade,
        seconds=round(seconds, 1),
        before={},
        after={},
    )


def cram(card: Card, grade: Grade, seconds: float, stamp: Stamp) -> Cram:
    """A grade outside the schedule."""
    return Cram(
        id=stamp.id,
        at=stamp.at,
        day=stamp.day,
        card=card.id,
        grade=grade,
        seconds=round(seconds, 1),
    )


def known(card: Card, knows: int, due: date, stamp: Stamp) -> Known:
    """What the first pass said of an unseen card, which is first to be asked on `due`."""
    return Known(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, due=due, knows=knows)


def claim(note: str, text: str, line: int, stamp: Stamp) -> Claim:
    """The mark at a line of a note, told by its text, set aside for good."""
    return Claim(id=stamp.id, at=stamp.at, day=stamp.day, note=note, text=text, line=line)


def wrote(note: str, after: Mapping[str, str | None], stamp: Stamp) -> Wrote:
    """The values that a note is about to hold, though no other event tells them."""
    return Wrote(
        id=f"{stamp.id}-{note}-wrote", at=stamp.at, day=stamp.day, note=note, after=dict(after)
    )


def undo(event: str, note: str, stamp: Stamp) -> Undo:
    """One event taken back."""
    return Undo(
        id=stamp.id, at=stamp.at, day=stamp.day, undone=event, note=note, before={}, after={}
    )


def marked(card: Card, own: CardState, mark: Mark, stamp: Stamp) -> Event:
    """A card suspended, buried until tomorrow, or flagged; set marks are taken off."""
    if mark == "suspend":
        on = not own.suspended
        return Suspend(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, on=on)
    if mark == "flag":
        on = not own.flagged
        return Flag(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, on=on)
    until = stamp.day + timedelta(days=1)
    return Bury(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, until=until)
