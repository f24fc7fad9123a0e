"""What a day asks."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Drill, Grade, New, Reviewed, Schedule
from studyapp.schedule.cards import Asked
from studyapp.study import Item, Limits, Pace, today
from studyapp.study.candidate import KNOW

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
    knows: int = 0
    known_due: date | None = None
    deck: str = ""


def new(name: str, note: str = "n", **more: Any) -> Card:
    return Card(name, note, New(), **more)


def due(name: str, days_ago: int, note: str = "n", interval: int = 6, **more: Any) -> Card:
    day = DAY - timedelta(days=days_ago)
    schedule = Reviewed(day - timedelta(days=interval), day, interval, 250, repetitions=2)
    return Card(name, note, schedule, **more)


def owing(name: str, grade: Grade, repeats: int = 0) -> Card:
    return due(name, -1, to_repeat=Drill(Asked(f"r-{name}", DAY, grade), repeats, open=True))


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
    items = today(cards, DAY, Limits(new=9))
    assert [(item.card, item.kind) for item in items] == [
        ("c", "repeat"),
        ("b", "review"),
        ("e", "review"),
        ("a", "new"),
        ("d", "new"),
    ]


def test_reviews_go_by_weight_times_what_a_review_adds() -> None:
    """A short interval has more to gain than a long one; a heavy deck goes before a light one."""
    young, old = due("a", 0, interval=6), due("b", 0, interval=200)
    heavy = due("c", 0, interval=200, weight=3)
    assert names(today([old, young], DAY, Limits())) == "ab"
    assert names(today([old, heavy], DAY, Limits())) == "cb"


def test_equals_keep_the_order_of_the_library() -> None:
    """Where reviews are worth the same, the order of the notes decides."""
    cards = [due("a", 1, "p"), due("c", 1, "r"), due("b", 1, "q")]
    assert names(today(cards, DAY, Limits())) == "acb"


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
    assert names(today(cards, DAY, Limits(new=9))) == "f"


def test_siblings_are_kept_apart_among_reviews() -> None:
    """Cards of one note do not follow each other while another note has a card left."""
    cards = [due("a", 1, "p"), due("b", 1, "p"), due("c", 1, "q"), due("d", 1, "p")]
    assert names(today(cards, DAY, Limits(new=0))) == "acbd"


def test_new_cards_of_a_note_stay_together() -> None:
    """A note that is met for the first time is asked in its own order."""
    cards = [new("a", "p"), new("b", "p"), new("c", "q")]
    assert names(today(cards, DAY, Limits(new=9))) == "abc"


def test_new_limit_is_for_the_whole_day() -> None:
    """Cards introduced earlier today count against the limit, yesterday's and checks don't."""
    cards = [
        due("a", -1, introduced=DAY),
        due("b", -1, introduced=DAY - timedelta(days=1)),
        due("g", -1, introduced=DAY, knows=KNOW),
        *(new(name) for name in "cdef"),
    ]
    assert names(today(cards, DAY, Limits(new=3))) == "cd"
    assert names(today(cards, DAY, Limits(new=0))) == ""


def test_review_limit_keeps_what_is_worth_most() -> None:
    """With fewer places than reviews, those that gain most are asked."""
    cards = [due("a", 0, interval=90), due("b", 0, interval=4), due("c", 0, interval=15)]
    assert names(today(cards, DAY, Limits(new=0, reviews=2))) == "bc"


def test_a_day_ends_where_its_minutes_do() -> None:
    """Cards are taken while their time fits, each with the repeats it is likely to need."""
    pace = Pace({"new": 60, "review": 30, "repeat": 20}, known=0.5, repeats=1.0)
    cards = [*(due(name, 1) for name in "abc"), *(new(name) for name in "defg")]
    assert names(today(cards, DAY, Limits(seconds=331, pace=pace))) == "abcdef"
    assert names(today(cards, DAY, Limits(seconds=240, pace=pace))) == "abcde"
    assert today(cards, DAY, Limits(seconds=0, pace=pace)) == ()


def test_new_cards_are_frozen_only_while_a_review_is_left_out() -> None:
    """What is overdue goes first: as long as a due review finds no place, nothing new comes."""
    pace = Pace({"new": 10, "review": 30, "repeat": 20}, repeats=0.0)
    cards = [due("a", 1), due("b", 1), new("c")]
    assert names(today(cards, DAY, Limits(seconds=50, pace=pace))) == "a"
    assert names(today(cards, DAY, Limits(seconds=70, pace=pace))) == "abc"


def test_before_an_interview_unseen_cards_have_their_share() -> None:
    """A share of the time is kept for unseen cards even while reviews are overdue."""
    pace = Pace({"new": 30, "review": 30, "repeat": 20}, repeats=0.0)
    cards = [*(due(name, 1) for name in "abcdefghij"), *(new(name) for name in "uvwxyz")]
    items = today(cards, DAY, Limits(seconds=300, share=0.4, pace=pace))
    assert [item.kind for item in items] == ["review"] * 6 + ["new"] * 4


def test_what_the_person_wants_to_learn_comes_before_other_new_cards() -> None:
    """A first pass puts what is not known first, and has what is known checked on its day."""
    cards = [
        new("a"),
        new("b", knows=2),
        new("c", knows=1),
        new("d", knows=3, known_due=DAY + timedelta(days=12)),
        new("e", knows=3, known_due=DAY),
        new("f", weight=2),
    ]
    items = today(cards, DAY, Limits())
    assert names(items) == "ecfab"
    assert [item.kind for item in items] == ["review", *["new"] * 4]


def test_repeats_carry_what_they_had() -> None:
    """A repeat knows how often it was repeated and which Hard review its failure replaces."""
    items = today([owing("a", Grade.HARD), owing("b", Grade.AGAIN, 2)], DAY, Limits(new=0))
    assert items == (Item("a", "repeat", 0, "r-a"), Item("b", "repeat", 2, None))


@given(candidates)
def test_each_due_card_is_asked_once(cards: list[Card]) -> None:
    """However notes and days mix, exactly the open due cards are asked, each once."""
    items = today(cards, DAY, Limits(new=0))
    open_cards = [card for card in cards if card.weight and not card.suspended]
    due_cards = [
        card.id
        for card in open_cards
        if isinstance(card.schedule, Reviewed) and card.schedule.due <= DAY
    ]
    assert sorted(item.card for item in items) == sorted(due_cards)


@given(candidates)
def test_siblings_meet_only_when_nothing_else_is_left(cards: list[Card]) -> None:
    """Where two cards of a note follow each other, all the cards after them are its own."""
    note = {card.id: card.note for card in cards}
    order = [note[item.card] for item in today(cards, DAY, Limits(new=0))]
    for place, (one, other) in enumerate(pairwise(order)):
        if one == other:
            assert set(order[place:]) == {one}
