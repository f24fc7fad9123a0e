"""What a day asks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Drill, Grade, New, Review, Reviewed, Schedule
from studyapp.study import Item, today

DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Card:
    id: str
    note: str
    schedule: Schedule
    weight: int = 1
    suspended: bool = False
    buried_until: date | None = None
    to_repeat: Drill | None = None
    introduced: date | None = None


def new(name: str, note: str = "n", **more: Any) -> Card:
    return Card(name, note, New(), **more)


def due(name: str, days_ago: int, note: str = "n", **more: Any) -> Card:
    day = DAY - timedelta(days=days_ago)
    schedule = Reviewed(day - timedelta(days=6), day, 6, 250, repetitions=2)
    return Card(name, note, schedule, **more)


def owing(name: str, grade: Grade, repeats: int = 0) -> Card:
    review = Review(
        id=f"r-{name}", at=datetime(2026, 11, 23, 8, tzinfo=UTC), day=DAY, card=name, note="n",
        grade=grade, seconds=4.0, before={}, after={},
    )  # fmt: skip
    return due(name, -1, to_repeat=Drill(review, repeats, open=True))


def names(items: tuple[Item, ...]) -> str:
    return "".join(item.card for item in items)


candidates = st.lists(
    st.builds(
        due,
        st.uuids().map(str),
        st.integers(-3, 40),
        note=st.sampled_from("pqr"),
        weight=st.integers(0, 3),
        suspended=st.booleans(),
    ),
    max_size=30,
)


def test_repeats_then_reviews_then_new() -> None:
    """What is owed comes first, then what is due, then what is unseen."""
    cards = [new("a"), due("b", 0), owing("c", Grade.AGAIN), new("d"), due("e", 3)]
    items = today(cards, DAY, new_limit=9)
    assert [(item.card, item.kind) for item in items] == [
        ("c", "repeat"),
        ("e", "review"),
        ("b", "review"),
        ("a", "new"),
        ("d", "new"),
    ]


def test_most_overdue_first_and_equals_in_order() -> None:
    """Reviews go by their due day; cards of one day keep the order of the library."""
    cards = [due("a", 1, "p"), due("b", 5, "q"), due("c", 1, "r"), due("d", 5, "s")]
    assert names(today(cards, DAY, new_limit=0)) == "bdac"


def test_what_is_not_due_is_not_asked() -> None:
    """Cards of tomorrow, set aside, buried past today, or of a deck of weight 0 stay away."""
    tomorrow = DAY + timedelta(days=1)
    cards = [
        due("a", -1),
        due("b", 1, suspended=True),
        due("c", 1, buried_until=tomorrow),
        due("d", 1, weight=0),
        new("e", weight=0),
        due("f", 1, buried_until=DAY),
    ]
    assert names(today(cards, DAY, new_limit=9)) == "f"


def test_siblings_are_kept_apart_among_reviews() -> None:
    """Cards of one note do not follow each other while another note has a card left."""
    cards = [due("a", 4, "p"), due("b", 4, "p"), due("c", 3, "q"), due("d", 2, "p")]
    assert names(today(cards, DAY, new_limit=0)) == "acbd"


def test_new_cards_of_a_note_stay_together() -> None:
    """A note that is met for the first time is asked in its own order."""
    cards = [new("a", "p"), new("b", "p"), new("c", "q")]
    assert names(today(cards, DAY, new_limit=9)) == "abc"


def test_new_limit_is_for_the_whole_day() -> None:
    """Cards introduced earlier today count against the limit, yesterday's don't."""
    cards = [
        due("a", -1, introduced=DAY),
        due("b", -1, introduced=DAY - timedelta(days=1)),
        *(new(name) for name in "cdef"),
    ]
    assert names(today(cards, DAY, new_limit=3)) == "cd"
    assert names(today(cards, DAY, new_limit=0)) == ""


def test_review_limit_keeps_the_most_overdue() -> None:
    """With fewer places than reviews, those that waited longest are asked."""
    cards = [due("a", 1), due("b", 9), due("c", 5)]
    assert names(today(cards, DAY, new_limit=0, review_limit=2)) == "bc"


def test_repeats_carry_what_they_had() -> None:
    """A repeat knows how often it was repeated and which Hard review its failure replaces."""
    items = today([owing("a", Grade.HARD), owing("b", Grade.AGAIN, 2)], DAY, new_limit=0)
    assert items == (Item("a", "repeat", 0, "r-a"), Item("b", "repeat", 2, None))


@given(candidates)
def test_each_due_card_is_asked_once(cards: list[Card]) -> None:
    """However notes and days mix, exactly the open due cards are asked, each once."""
    items = today(cards, DAY, new_limit=0)
    due_cards = [
        card.id for card in cards if card.weight and not card.suspended and card.schedule.due <= DAY
    ]
    assert sorted(item.card for item in items) == sorted(due_cards)


@given(candidates)
def test_siblings_meet_only_when_nothing_else_is_left(cards: list[Card]) -> None:
    """Where two cards of a note follow each other, all the cards after them are its own."""
    note = {card.id: card.note for card in cards}
    order = [note[item.card] for item in today(cards, DAY, new_limit=0)]
    for place, (one, other) in enumerate(pairwise(order)):
        if one == other:
            assert set(order[place:]) == {one}
