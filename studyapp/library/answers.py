"""The answers that were given lately: of what kind, how long they took, whether they sufficed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.schedule.adoption import adopted_schedule
from studyapp.schedule.events import Cram, Review
from studyapp.schedule.grades import Grade
from studyapp.schedule.schedules import New

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.schedules import Schedule

LATELY = 600
"""So many of the last events tell a person's pace; older ones need not be read."""


class Given(NamedTuple):
    """One answer; `enough` tells whether no repeat was to follow it."""

    kind: Literal["repeat", "review", "new"]
    seconds: float
    enough: bool


def answers(snapshot: Snapshot) -> list[Given]:
    """The latest answers that count for the schedule, in order."""
    cards, undone = snapshot.state.cards, snapshot.state.undone
    met: set[tuple[str, date]] = set()
    found: list[Given] = []
    for event in snapshot.events[-LATELY:]:
        if not isinstance(event, Review) or event.id in undone:
            continue
        once, own = (event.card, event.day), cards.get(event.card)
        new = own is not None and own.introduced == event.day
        kind: Literal["repeat", "review", "new"] = "new" if new else "review"
        enough = event.grade >= Grade.GOOD
        found.append(Given("repeat" if once in met else kind, event.seconds, enough))
        met.add(once)
    return found


def latest(snapshot: Snapshot) -> list[str]:
    """The cards of the latest answers."""
    events = snapshot.events[-LATELY:]
    return list(dict.fromkeys(event.card for event in events if isinstance(event, Review)))


def studied(snapshot: Snapshot, day: date, longest: float) -> float:
    """The seconds of study that `day` has had; of one answer `longest` at most are counted."""
    undone = snapshot.state.undone
    return sum(
        min(event.seconds, longest)
        for event in snapshot.events[-LATELY:]
        if isinstance(event, Review | Cram) and event.day == day and event.id not in undone
    )


class Lived(NamedTuple):
    """A card's answers that count, by study day, since `start`: the schedule that it began with.

    `moments` are those of the answers, in seconds since 1970.
    """

    card: str
    answers: tuple[tuple[date, Grade], ...]
    start: Schedule
    moments: tuple[float, ...] = ()


def histories(snapshot: Snapshot, cards: Iterable[str] | None = None) -> Iterator[Lived]:
    """What each card that was answered here has lived through, or each of some `cards`.

    What was before a card was made new again is left out.
    """
    state = snapshot.state
    for card in state.cards if cards is None else cards:
        own = state.cards.get(card)
        given = own and [one for one in own.reviews if one.day in own.scheduled_days]
        if not own or not given:
            continue
        start: Schedule = New()
        adopt = state.adoption(own.reviews[0].note, [card])
        if own.introduced is None and adopt:
            start = adopted_schedule(adopt, own.brought)
        answers = tuple((review.day, review.grade) for review in given)
        yield Lived(card, answers, start, tuple(review.at.timestamp() for review in given))


def reviews(snapshot: Snapshot) -> Iterator[Review]:
    """Every answer that counts, in order."""
    undone = snapshot.state.undone
    for event in snapshot.events:
        if isinstance(event, Review) and event.id not in undone:
            yield event
