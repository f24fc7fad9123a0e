"""What is told of a person's study, from histories made by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Grade, New, Reviewed, Schedule, Sm2, mastery
from studyapp.schedule.cards import CardState
from studyapp.schedule.course import Turn
from studyapp.study import Limits
from studyapp.study.habits import Answered, level, steps, streak, study_days
from studyapp.study.hardest import hardest
from studyapp.study.outlook import outlook
from studyapp.study.reader import Card
from studyapp.study.retention import CLASSES, retention
from studyapp.study.statistics import WEEKS, statistics
from studyapp.study.strength import strength, weeks

DAY = date(2026, 11, 23)
GOOD, AGAIN = Grade.GOOD, Grade.AGAIN


def on(days: int) -> date:
    return DAY + timedelta(days=days)


def lived(*answers: tuple[int, Grade], start: Schedule = New()) -> tuple[Turn, ...]:  # noqa: B008  frozen
    """A card's turns when it is answered so on these days from DAY on."""
    turns: list[Turn] = []
    for days, grade in answers:
        before = turns[-1].after if turns else start
        again = bool(turns) and turns[-1].day == on(days)
        if again and isinstance(before, Reviewed):
            after = Sm2().repeated(before, grade).schedule
        else:
            after = Sm2().outcome(before, on(days), grade).schedule
        turns.append(Turn(on(days), before, after, grade, again))
    return tuple(turns)


def card(name: str, schedule: Schedule, deck: str = "d", **more: object) -> Card:
    return Card(name, f"{deck}/{name}.md", deck, 1, schedule, **more)  # type: ignore[arg-type]


def ready(last: int, due: int) -> Reviewed:
    return Reviewed(on(last), on(due), due - last, 250, 2)


def test_a_day_has_its_answers_its_crams_and_its_minutes() -> None:
    """Crams count as answers and minutes; who walked away for an hour thought for three minutes."""
    given_ = [Answered(DAY, 20), Answered(DAY, 3600, crammed=True), Answered(on(-2), 10)]
    before, between, today = study_days(given_, DAY, 3)
    assert (today.answers, today.crams, today.seconds) == (2, 1, 200)
    assert (between.day, between.answers) == (on(-1), 0)
    assert before.answers == 1


@pytest.mark.parametrize(
    ("studied", "days", "longest"),
    [
        ([], 0, 0),
        ([0], 1, 1),
        ([-1], 1, 1),
        ([-2], 0, 1),
        ([-2, -1, 0], 3, 3),
        ([-9, -8, -7, -6, -1, 0], 2, 4),
        ([-1, 0, 1, 2], 2, 2),
    ],
)
def test_a_streak_is_of_days_in_a_row(studied: list[int], days: int, longest: int) -> None:
    """It ends today or yesterday; one missed day breaks it; days that are yet to come are none."""
    found = streak({on(day) for day in studied}, DAY)
    assert (found.days, found.longest) == (days, longest)
    assert found.today == (0 in studied)


@given(st.sets(st.integers(-40, 5)))
def test_a_streak_is_never_longer_than_the_days_of_study(studied: set[int]) -> None:
    """The row that lasts is at most the longest, and that at most all days."""
    found = streak({on(day) for day in studied}, DAY)
    assert found.days <= found.longest <= sum(day <= 0 for day in studied)


@given(st.lists(st.integers(0, 400)))
def test_a_fuller_day_is_never_drawn_thinner(counts: list[int]) -> None:
    """Levels rise with the answers, 0 is for no answer alone, and 4 is the highest."""
    parted = steps(counts)
    levels = [level(count, parted) for count in sorted(counts)]
    assert levels == sorted(levels)
    assert all((one > 0) == (count > 0) for one, count in zip(levels, sorted(counts), strict=True))
    assert set(levels) <= {0, 1, 2, 3, 4}


def test_retention_goes_by_the_interval_that_was_waited_for() -> None:
    """The first meeting and the repeats of a day are no recall; each class has its own share."""
    course = lived((0, GOOD), (1, GOOD), (7, AGAIN), (7, GOOD), (8, GOOD))
    found = retention(course)
    one, six, *longer = found.intervals
    assert (one.asked, one.recalled, one.share) == (2, 2, 1.0)
    assert (six.asked, six.recalled, six.share) == (1, 0, 0.0)
    assert six.foretold == pytest.approx(0.9)
    assert [kept.share for kept in longer] == [None, None, None]
    assert (found.young.asked, found.mature.asked, found.all.asked) == (3, 0, 3)


def test_retention_of_late_leaves_older_answers_out() -> None:
    """Only answers from the given day on count."""
    course = lived((0, GOOD), (1, GOOD), (7, AGAIN))
    assert retention(course, on(2)).all.asked == 1
    assert retention(course, on(8)).all.share is None


@given(st.lists(st.tuples(st.integers(0, 90), st.sampled_from(Grade)), max_size=12))
def test_every_recall_has_one_class(answers: list[tuple[int, Grade]]) -> None:
    """The classes part all intervals: young and mature, and the five, add up to all."""
    found = retention(lived(*sorted(answers, key=lambda one: one[0])))
    assert sum(kept.asked for kept in found.intervals) == found.all.asked
    assert found.young.recalled + found.mature.recalled == found.all.recalled
    assert len(CLASSES) == len(found.intervals)


def test_mastery_is_told_in_words() -> None:
    """One of six met by a first Good: 35 % of what was met, 6 % of all, and it is shaky."""
    once = lived((0, GOOD))[-1].after
    found = strength(CardState(one) for one in [once, *[New()] * 5])
    assert (found.met, found.cards, round(found.of_met, 2)) == (1, 6, 0.35)
    assert round(found.mastery, 2) == 0.06
    later = [lived((0, GOOD), (1, GOOD), (7, GOOD))[-1].after, ready(0, 6)]
    known = CardState(knows=3, known_due=on(12))
    more = strength([*map(CardState, [once, *later, New()]), known])
    assert (more.new, more.known, more.shaky, more.holding, more.solid) == (1, 1, 1, 1, 1)
    assert (more.met, more.cards) == (3, 5)


def test_no_card_has_no_mastery() -> None:
    """An empty deck divides nothing by nothing."""
    found = strength([])
    assert (found.cards, found.mastery, found.of_met) == (0, 0.0, 0.0)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(-200, 0), st.sampled_from(Grade)), max_size=6), max_size=6
    )
)
def test_the_last_week_is_how_it_stands(answers: list[list[tuple[int, Grade]]]) -> None:
    """Mastery over time ends in what all cards' masteries add up to now."""
    courses = [lived(*sorted(one, key=lambda answer: answer[0])) for one in answers]
    found = weeks(courses, DAY, WEEKS)
    ends = [course[-1].after for course in courses if course]
    if not ends:
        assert found == ()
        return
    assert found[-1].day == DAY
    assert found[-1].met == len(ends)
    assert found[-1].recall == pytest.approx(sum(map(mastery, ends)))
    assert found[0].day - timedelta(days=7) < min(course[0].day for course in courses if course)


def test_mastery_rises_in_the_week_of_the_review() -> None:
    """Week by week a card's history is followed; what a note brought counts from its last day."""
    brought = (Turn(DAY, New(), ready(-20, 10)),)
    found = weeks([brought, lived((-3, GOOD))], DAY, WEEKS)
    assert [week.met for week in found] == [0, 1, 1, 2]
    assert found[-1].day == DAY


def test_the_hardest_were_missed_twice() -> None:
    """Lapses come first, then misses; one bad day is none, and a reset forgives."""
    failing = lived((0, AGAIN), (1, AGAIN), (2, GOOD))
    lapsing = lived((0, GOOD), (1, AGAIN), (2, GOOD), (3, AGAIN), (3, AGAIN))
    forgiven = (*failing, Turn(on(3), failing[-1].after, New()))
    courses = {
        "failing": failing,
        "lapsing": lapsing,
        "once": lived((0, GOOD), (1, AGAIN)),
        "forgiven": forgiven,
        "unseen": (),
    }
    found = hardest(courses, 9)
    assert [(one.card, one.lapses, one.misses) for one in found] == [
        ("lapsing", 2, 2),
        ("failing", 0, 2),
    ]
    assert len(hardest(courses, 1)) == 1


def test_what_is_overdue_waits_for_today() -> None:
    """The overdue stand on the first day, others on their own, buried ones where they return."""
    cards = [
        card("late", ready(-20, -5)),
        card("soon", ready(-4, 2)),
        card("hidden", ready(-4, 1), buried_until=on(3)),
        card("aside", ready(-4, 1), suspended=True),
        card("new", New()),
    ]
    found = outlook(cards, DAY, Limits(), days=5)
    assert [one.due for one in found] == [1, 0, 1, 1, 0]
    assert (found[0].reviews, found[0].new) == (1, 1)
    assert found[1].reviews == 1  # the new card, met the day before
    assert found[0].seconds > 0


def test_statistics_leave_out_what_was_set_aside() -> None:
    """Suspended cards count for their answers alone; decks keep the library's order."""
    course = lived((-9, GOOD), (-8, AGAIN), (-7, AGAIN))
    stands = course[-1].after
    cards = [card("b", stands, "z"), card("a", New(), "y"), card("c", stands, suspended=True)]
    courses = {"b": course, "c": course, "gone": course}
    found = statistics([Answered(on(-9), 5)], courses, cards, DAY, Limits())
    assert [(deck, known.met, known.cards) for deck, known in found.decks] == [
        ("z", 1, 1),
        ("y", 0, 1),
    ]
    assert found.retention.all.asked == 6
    assert [one.card for one in found.hardest] == ["b"]
    assert found.weeks[-1].met == 1
    assert len(found.days) == 365
    assert sum(day.answers for day in found.month) == 1
