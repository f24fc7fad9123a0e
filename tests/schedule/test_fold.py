"""What a journal adds up to."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import (
    Adopt,
    Bury,
    CardSeen,
    Event,
    Flag,
    Grade,
    Known,
    New,
    Rebind,
    Reschedule,
    Reset,
    Review,
    Reviewed,
    Settings,
    Sm2,
    State,
    Suspend,
    Undo,
    fold,
    merge,
)
from studyapp.study.candidate import is_known, is_unseen

DAY = date(2026, 11, 23)
NOTE = "pytorch/视图.md"
FRESH = {"last_reviewed": None, "next_review": "2026-11-23", "review_count": "0"}
SEASONED = {"last_reviewed": "2026-11-01", "next_review": "2026-11-21", "review_count": "4"}


class Writer:
    """Writes events one minute apart, with ids that tell the device."""

    def __init__(self, device: str = "desk", minutes: int = 0) -> None:
        self.device = device
        self.minute = count(minutes)
        self.events: list[Event] = []

    def stamp(self, days: int = 0) -> dict[str, object]:
        minute = next(self.minute)
        at = datetime(2026, 11, 23, 8, tzinfo=UTC) + timedelta(days=days, minutes=minute)
        return {"id": f"{self.device}-{minute}", "at": at, "day": DAY + timedelta(days=days)}

    def add(self, kind: type[Event], days: int = 0, **own: object) -> str:
        event = kind(**self.stamp(days), **own)
        self.events.append(event)
        return event.id

    def review(self, grade: int, days: int = 0, card: str = "c", **after: str) -> str:
        own = {"card": card, "note": NOTE, "seconds": 5.0, "before": {}, "after": after}
        return self.add(Review, days, grade=Grade(grade), **own)

    def undo(self, undone: str) -> str:
        return self.add(Undo, undone=undone, note=NOTE, before={}, after={})

    def adopt(self, values: dict[str, str | None], *cards: str) -> str:
        own = {"note": NOTE, "values": values, "canonical": values, "difficulty": "medium"}
        return self.add(Adopt, cards=cards, block=True, **own)

    def see(self, card: str, difficulty: str) -> str:
        text = {"note": NOTE, "title": "视图", "question": "?", "digest": "0"}
        return self.add(CardSeen, card=card, difficulty=difficulty, **text)

    def state(self) -> State:
        return folded(self.events)

    def schedule(self, card: str = "c") -> New | Reviewed:
        return self.state().card(card).schedule


def folded(events: list[Event]) -> State:
    return fold(events, Sm2(), Settings())


def test_second_review_of_a_day_does_not_schedule() -> None:
    """Two grades on one study day leave the schedule of the first."""
    writer = Writer()
    writer.review(4)
    once = writer.schedule()
    writer.review(1)
    assert writer.schedule() == once
    assert len(writer.state().card("c").reviews) == 2


def test_undoing_the_first_lets_the_second_count() -> None:
    """With the day's first review undone, the next one takes its place."""
    writer = Writer()
    writer.review(4)
    first = writer.review(4, days=1)
    writer.review(1, days=1)
    writer.undo(first)
    schedule = writer.schedule()
    assert isinstance(schedule, Reviewed)
    assert (schedule.repetitions, schedule.lapses, schedule.interval) == (0, 1, 1)


def test_undo_of_an_undo_is_redo() -> None:
    """Undoing an undo brings the review back, and once more takes it away."""
    writer = Writer()
    review = writer.review(5)
    scheduled = writer.schedule()
    undo = writer.undo(review)
    assert writer.schedule() == New(250)
    redo = writer.undo(undo)
    assert writer.schedule() == scheduled
    writer.undo(redo)
    assert writer.schedule() == New(250)


def test_undo_may_stand_before_its_event() -> None:
    """Where clocks differ, a chain of undos in the wrong order means the same."""
    writer = Writer()
    review = writer.review(5)
    undo = writer.undo(review)
    writer.undo(undo)
    assert folded(writer.events[::-1]).cards == writer.state().cards


def test_undos_in_a_circle_count_for_nothing() -> None:
    """Two undos that name each other, as no app writes them, neither hang nor undo."""
    writer = Writer()
    writer.review(4)
    writer.undo("desk-2")
    writer.undo("desk-1")
    assert writer.state().undone == frozenset()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9), st.sampled_from("cde"))))
def test_undoing_everything_leaves_nothing(reviews: list[tuple[int, int, str]]) -> None:
    """Any reviews with all of them undone fold to the state of an empty journal."""
    writer = Writer()
    for grade, days, card in reviews:
        writer.review(grade, days, card)
    for event in list(writer.events):
        writer.undo(event.id)
    state = writer.state()
    assert (state.cards, state.live) == ({}, ())


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 20)), max_size=20), st.randoms())
def test_two_devices_fold_alike_on_both(reviews: list[tuple[int, int]], random: Random) -> None:
    """Whichever journal is read first, and lines read twice, two devices reach one state."""
    desk, lap = Writer("desk"), Writer("lap", minutes=1)
    for grade, days in reviews:
        random.choice([desk, lap]).review(grade, days)
    here = merge({"desk": desk.events, "lap": lap.events})
    there = merge({"lap": lap.events * 2, "desk": desk.events})
    assert folded(here) == folded(there)


def test_new_cards_take_the_ease_of_their_difficulty() -> None:
    """The author's label gives the first ease, and relabelling a new card changes it."""
    writer = Writer()
    writer.see("c", "hard")
    assert writer.schedule() == New(230)
    writer.see("c", "easy")
    assert writer.schedule() == New(260)
    assert writer.state().card("never seen", "hard").schedule == New(230)


def test_relabelling_leaves_a_reviewed_card_alone() -> None:
    """Once a card has a history, its ease is its own."""
    writer = Writer()
    writer.see("c", "medium")
    writer.review(4)
    before = writer.schedule()
    writer.see("c", "hard")
    assert writer.schedule() == before


def test_adopted_history_goes_on() -> None:
    """A note with a history gives its cards that interval, that due day and its count."""
    writer = Writer()
    writer.adopt(SEASONED, "c")
    adopted = writer.schedule()
    assert adopted == Reviewed(date(2026, 11, 1), date(2026, 11, 21), 20, 250, repetitions=4)
    writer.review(4)
    after = writer.schedule()
    assert isinstance(after, Reviewed)
    assert (after.interval, after.repetitions) == (50, 5)


def test_cards_that_appear_after_the_adoption_are_new() -> None:
    """A question written later does not inherit the note's history."""
    writer = Writer()
    writer.adopt(SEASONED, "c")
    writer.see("later", "medium")
    assert writer.schedule("later") == New(250)


def test_a_card_is_introduced_once() -> None:
    """The day of a new card's first review is remembered; an adopted history is none."""
    writer = Writer()
    writer.adopt(SEASONED, "c")
    writer.review(4)
    writer.review(1, card="d")
    writer.review(4, days=1, card="d")
    state = writer.state()
    assert (state.card("c").introduced, state.card("d").introduced) == (None, DAY)


def test_never_studied_notes_adopt_as_new() -> None:
    """A count of 0 means new cards, however old the note's date is."""
    writer = Writer()
    writer.adopt(FRESH | {"next_review": "2020-01-01"}, "c")
    assert writer.schedule() == New(250)


def test_taking_another_tools_values_restarts_the_note() -> None:
    """An adoption with news in it starts its cards from there; days before count no more."""
    writer = Writer()
    writer.adopt(FRESH, "c")
    writer.review(4)
    writer.adopt(SEASONED, "c")
    state = writer.state()
    assert state.card("c").reviews == ()
    assert writer.schedule() == Reviewed(
        date(2026, 11, 1), date(2026, 11, 21), 20, 250, repetitions=4
    )
    writer.review(4)
    assert writer.state().card("c").schedule.last == DAY


def test_two_devices_adopting_one_note_keep_both_histories() -> None:
    """A second device's adoption of the same values does not restart the note."""
    desk, lap = Writer("desk"), Writer("lap", minutes=1)
    for writer in (desk, lap):
        writer.adopt(FRESH, "c")
    desk.review(4)
    lap.review(4, days=1)
    state = folded(merge({"desk": desk.events, "lap": lap.events}))
    assert [review.id for review in state.card("c").reviews] == ["desk-1", "lap-2"]


def test_adopting_what_another_device_wrote_is_no_news() -> None:
    """Values that came through git without their journal do not restart the note later."""
    desk, lap = Writer("desk"), Writer("lap", minutes=50)
    desk.adopt(FRESH, "c")
    desk.review(4, last_reviewed="'2026-11-23'", next_review="'2026-11-24'", review_count="1")
    lap.adopt(
        {"last_reviewed": "2026-11-23", "next_review": "2026-11-24", "review_count": "1"}, "c"
    )
    state = folded(merge({"desk": desk.events, "lap": lap.events}))
    assert len(state.card("c").reviews) == 1
    assert state.adoptions[NOTE].id == "desk-0"


def test_everything_ever_written_is_remembered() -> None:
    """Adopted, written, undone and hand-set values are all known, in canonical text."""
    writer = Writer()
    writer.adopt(FRESH, "c")
    writer.undo(writer.review(4, next_review="'2026-11-24'", review_count="1"))
    writer.add(Reschedule, note=NOTE, due=date(2026, 12, 24), cards=())
    written = writer.state().written[NOTE]
    assert written["next_review"] == {"2026-11-23", "2026-11-24", "2026-12-24"}
    assert written["review_count"] == {"0", "1"}
    assert written["last_reviewed"] == {None}


def test_reworded_card_takes_its_history_along() -> None:
    """After a rebind the new id holds the reviews of the old one, and none is lost."""
    writer = Writer()
    writer.review(4)
    writer.add(Rebind, old="c", new="d")
    writer.review(4, days=1, card="d")
    state = writer.state()
    assert set(state.cards) == {"d"}
    assert [review.day for review in state.card("d").reviews] == [DAY, DAY + timedelta(days=1)]


def test_another_device_may_still_use_the_old_id() -> None:
    """A review under an id that was rebound elsewhere counts for the new one."""
    writer = Writer()
    writer.review(4)
    writer.add(Rebind, old="c", new="d")
    writer.review(4, days=1, card="c")
    assert len(writer.state().card("d").reviews) == 2


def test_wording_that_returns_is_no_circle() -> None:
    """A question that is reworded and then restored ends under its first id."""
    writer = Writer()
    writer.review(4)
    writer.add(Rebind, old="c", new="d")
    writer.add(Rebind, old="d", new="c")
    assert set(writer.state().cards) == {"c"}


def test_undone_rebind_parts_the_histories() -> None:
    """Undoing a rebind gives each id its own reviews back."""
    writer = Writer()
    writer.review(4)
    rebind = writer.add(Rebind, old="c", new="d")
    writer.review(4, days=1, card="d")
    writer.undo(rebind)
    assert set(writer.state().cards) == {"c", "d"}


def test_a_date_set_by_hand_moves_only_the_due_day() -> None:
    """A reschedule keeps interval and ease, and leaves new cards new."""
    writer = Writer()
    writer.review(4)
    before = writer.schedule()
    writer.see("new", "medium")
    writer.add(Reschedule, note=NOTE, due=date(2026, 12, 24), cards=("c", "new"))
    after = writer.schedule()
    assert isinstance(before, Reviewed)
    assert isinstance(after, Reviewed)
    assert after.due == date(2026, 12, 24)
    assert (after.interval, after.ease) == (before.interval, before.ease)
    assert writer.schedule("new") == New(250)


def test_reset_card_is_new_and_can_be_studied_the_same_day() -> None:
    """After a reset the next review schedules, even on a day that already had one."""
    writer = Writer()
    writer.see("c", "hard")
    writer.review(1)
    writer.add(Reset, card="c")
    assert writer.schedule() == New(230)
    assert writer.state().repeats(DAY) == []
    writer.review(4)
    assert writer.schedule() == Reviewed(DAY, DAY + timedelta(days=1), 1, 230, repetitions=1)


def test_marks_are_switches() -> None:
    """Suspend and flag are turned on and off, bury and known name their day."""
    writer = Writer()
    writer.add(Suspend, card="c", on=True)
    writer.add(Flag, card="c", on=True)
    writer.add(Flag, card="c", on=False)
    writer.add(Bury, card="c", until=DAY + timedelta(days=1))
    writer.add(Known, card="c", due=date(2026, 12, 1))
    state = writer.state().card("c")
    assert (state.suspended, state.flagged) == (True, False)
    assert state.buried_until == DAY + timedelta(days=1)
    assert (state.known_due, state.knows) == (date(2026, 12, 1), 3)
    assert state.schedule == New(250)


def test_a_grade_overrules_the_first_pass() -> None:
    """What the first pass said of a card puts nothing off once the card was answered."""
    writer = Writer()
    writer.add(Known, card="c", due=DAY, knows=1)
    assert writer.state().card("c").knows == 1
    writer.review(4)
    state = writer.state().card("c")
    assert (state.knows, state.known_due, state.introduced) == (1, None, DAY)
    assert not is_known(state)
    assert not is_unseen(state)


def test_live_lists_what_a_person_can_undo() -> None:
    """The person's own acts are listed in order, without undone ones or the app's notes."""
    writer = Writer()
    writer.adopt(FRESH, "c")
    writer.see("c", "medium")
    writer.undo(writer.review(4))
    kept = writer.review(3)
    flag = writer.add(Flag, card="c", on=True)
    writer.add(Reschedule, note="n.md", due=DAY, cards=("c",))
    moved = writer.add(Reschedule, note="n.md", due=DAY, cards=("c",), here=True)
    assert [event.id for event in writer.state().live] == [kept, flag, moved]


def test_cards_below_good_wait_for_their_repeat() -> None:
    """Today's weak cards are listed, the one asked longest ago first, until they pass."""
    writer = Writer()
    for card, grade in [("c", 1), ("d", 3), ("e", 4)]:
        writer.review(grade, card=card)
    assert writer.state().repeats(DAY) == ["c", "d"]
    writer.review(1, card="c")
    assert writer.state().repeats(DAY) == ["d", "c"]
    writer.review(4, card="d")
    assert writer.state().repeats(DAY) == ["c"]
    assert writer.state().repeats(DAY + timedelta(days=1)) == []


def test_repeats_end_after_three() -> None:
    """A card that fails three repeats is left alone until its next day."""
    writer = Writer()
    for _ in range(3):
        writer.review(1)
    assert writer.state().repeats(DAY) == ["c"]
    writer.review(1)
    assert writer.state().repeats(DAY) == []


def test_suspended_cards_are_not_repeated() -> None:
    """Setting a card aside takes it out of today's repeats."""
    writer = Writer()
    writer.review(1)
    writer.add(Suspend, card="c", on=True)
    assert writer.state().repeats(DAY) == []


def test_renamed_note_is_found_by_its_cards() -> None:
    """A note under a new path still finds its adoption; a stranger finds none."""
    writer = Writer()
    writer.adopt(FRESH, "c", "d")
    state = writer.state()
    assert state.adoption(NOTE, []) == writer.events[0]
    assert state.adoption("moved/elsewhere.md", ["d"]) == writer.events[0]
    assert state.adoption("other.md", ["x"]) is None
