"""What the journals fold to, as the index keeps it: each part is made when it is asked for."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from studyapp.library.index.forms import Form, form
from studyapp.library.index.packed import Picked, Unfolding
from studyapp.schedule.cards import CardState
from studyapp.schedule.events import Adopt, CardSeen, Event, Review
from studyapp.schedule.fold import Settings, State
from studyapp.schedule.live import Live
from studyapp.schedule.overlay import Overlay

T = TypeVar("T")
Texts = Mapping[str, frozenset[str | None]]


def pack_state(state: State, place: Callable[[str], int]) -> bytes:
    """A state as bytes; `place` tells where the event of an id stands among all."""

    def places(reviews: Sequence[Review]) -> list[int]:
        if isinstance(reviews, Picked):
            return [*reviews.places]
        return [place(review.id) for review in reviews]

    def stands(event: Event) -> int:
        return place(event.id)

    card = form(CardState, {Sequence[Review]: Form(places, list)})
    return marshal.dumps(
        (
            _rows(state.cards, card.flat),
            _rows(state.seen, stands),
            _rows(state.adoptions, stands),
            _rows(state.written, _pack_texts),
            {note: due.toordinal() for note, due in state.rescheduled.items()},
            dict(state.renamed),
            {day.toordinal(): number for day, number in state.answers.items()},
            [*state.undone],
        )
    )


def unpack_state(data: bytes, events: Sequence[Event], settings: Settings) -> State:
    """The state that was packed, of `events`.

    Raises:
        ValueError, EOFError, TypeError: the bytes are not of this program's making.
    """
    cards, seen, adoptions, written, rescheduled, renamed, answers, undone = marshal.loads(data)  # noqa: S302  from our own index, and it runs nothing
    reviews = Form(list, lambda places: Picked(events, places))
    live = frozenset(undone)
    return State(
        cards=Unfolding(cards, form(CardState, {Sequence[Review]: reviews}).whole),
        seen=Unfolding(seen, _at(events, CardSeen)),
        adoptions=Unfolding(adoptions, _at(events, Adopt)),
        written=Unfolding(written, _unpack_texts),
        rescheduled={note: date.fromordinal(due) for note, due in rescheduled.items()},
        renamed=renamed,
        live=Live(events, live),
        answers={date.fromordinal(day): number for day, number in answers.items()},
        undone=live,
        settings=settings,
    )


def _rows(values: Mapping[str, T], flat: Callable[[T], Any]) -> dict[str, Any]:
    """What is packed of each value; what was not unfolded is as it was."""
    if isinstance(values, Unfolding):
        return dict(values.rows)
    if isinstance(values, Overlay):
        rows = {key: row for key, row in _rows(values.base, flat).items() if key not in values.gone}
        return rows | {key: flat(value) for key, value in values.changed.items()}
    return {key: flat(value) for key, value in values.items()}


def _at(events: Sequence[Event], kind: type[T]) -> Callable[[int], T]:
    def at(place: int) -> T:
        event = events[place]
        assert isinstance(event, kind), "the index tells another history"  # noqa: S101  an invariant
        return event

    return at


def _pack_texts(texts: Texts) -> bytes:
    return marshal.dumps({key: [*values] for key, values in texts.items()})


def _unpack_texts(data: bytes) -> Texts:
    return {key: frozenset(values) for key, values in marshal.loads(data).items()}  # noqa: S302  as above
