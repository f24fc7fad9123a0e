"""A note's four values as its journal implies them."""

from datetime import UTC, date, datetime, timedelta

from studyapp.schedule import (
    Adopt,
    Event,
    Grade,
    Reschedule,
    Review,
    Settings,
    Sm2,
    Suspend,
    Undo,
    Values,
    fold,
    project,
)

D = date(2026, 11, 23)
CARDS = ("a", "b", "c", "d", "e", "f")
NOTE = "note.md"


def stamp(name: str, day: date) -> dict[str, object]:
    return {"id": name, "at": datetime(day.year, day.month, day.day, 20, tzinfo=UTC), "day": day}


def adoption(count: str = "0", last: str | None = None, due: str = "2026-11-23") -> Adopt:
    values = {"last_reviewed": last, "next_review": due, "review_count": count}
    return Adopt(
        **stamp("adopt", D), note=NOTE, values=values, canonical=values,
        cards=CARDS, difficulty="medium", block=True,
    )  # fmt: skip


def review(card: str, day: date, grade: Grade = Grade.GOOD) -> Review:
    return Review(
        **stamp(f"{card}{day}", day), card=card, note=NOTE, grade=grade, seconds=3.0,
        before={}, after={},
    )  # fmt: skip


def undo(event: Event) -> Undo:
    return Undo(**stamp(f"u{event.id}", D), undone=event.id, note=NOTE, before={}, after={})


def projected(*events: Event, adopt: Adopt | None = None) -> Values | None:
    adopt = adopt or adoption()
    state = fold([adopt, *events], Sm2(), Settings())
    cards = [(card, state.card(card).schedule, state.card(card).suspended) for card in CARDS]
    return project(adopt, cards, state)


def test_first_card_of_six() -> None:
    """One Good of six cards: today, tomorrow, one review, a sixth of 0.35."""
    values = projected(review("a", D))
    assert values == Values(D, D + timedelta(days=1), 1, 0.06)


def test_all_six_on_one_day() -> None:
    """Six Goods on one day are one review day, and the mean is that of each card."""
    values = projected(*(review(card, D) for card in CARDS))
    assert values == Values(D, D + timedelta(days=1), 1, 0.35)


def test_all_six_on_two_days() -> None:
    """The day after, six more Goods give six days, a count of 2 and 0.68."""
    tomorrow = D + timedelta(days=1)
    days = [review(card, day) for day in (D, tomorrow) for card in CARDS]
    assert projected(*days) == Values(tomorrow, D + timedelta(days=7), 2, 0.68)


def test_without_live_reviews_nothing_is_implied() -> None:
    """A note whose reviews were all undone is as it was adopted."""
    reviews = [review(card, D) for card in CARDS]
    assert projected() is None
    assert projected(*reviews, *map(undo, reviews)) is None


def test_adopted_count_is_added_to() -> None:
    """A note with four reviews behind it has five after a day here."""
    adopt = adoption(count="4", last="2026-11-01", due="2026-11-21")
    values = projected(review("a", D), adopt=adopt)
    assert values is not None
    assert values.review_count == 5
    assert values.next_review == date(2026, 11, 21)


def test_suspended_cards_count_for_neither_date_nor_mastery() -> None:
    """A card set aside leaves the due days and the mean; its review day stays a review day."""
    aside = Suspend(**stamp("s", D), card="a", on=True)
    values = projected(review("a", D), review("b", D + timedelta(days=2)), aside)
    assert values == Values(D + timedelta(days=2), D + timedelta(days=3), 2, round(0.3527 / 5, 2))


def test_next_review_stays_where_no_card_has_a_due_day() -> None:
    """With the only studied card set aside, the adopted date stays."""
    aside = Suspend(**stamp("s", D), card="a", on=True)
    values = projected(review("a", D), aside)
    assert values == Values(D, None, 1, 0.0)


def test_a_note_of_suspended_cards_keeps_its_mastery() -> None:
    """Where no card is active there is no mean to write."""
    aside = [Suspend(**stamp(f"s{card}", D), card=card, on=True) for card in CARDS]
    assert projected(review("a", D), *aside) == Values(D, None, 1, None)


def test_a_date_set_by_hand_stands_in_an_unstudied_note() -> None:
    """Moving a note that has no reviews implies that date and nothing else."""
    moved = Reschedule(**stamp("r", D), note=NOTE, due=date(2026, 12, 24), cards=())
    assert projected(moved) == Values(None, date(2026, 12, 24), None, None)
    studied = projected(moved, review("a", D))
    assert studied is not None
    assert studied.next_review == D + timedelta(days=1)


def test_unreadable_adopted_values_count_as_nothing() -> None:
    """A count that is a word and a date that is none neither crash nor add."""
    adopt = adoption(count="several", last="once", due="soon")
    assert projected(review("a", D), adopt=adopt) == Values(D, D + timedelta(days=1), 1, 0.06)
