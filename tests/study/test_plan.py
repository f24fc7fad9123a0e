"""What a day promises of the days to come, and whether they keep it."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from lived import Lived, Person

from studyapp.library.candidates import Candidate as Found
from studyapp.library.candidates import candidates
from studyapp.library.library import Library
from studyapp.schedule import New, Reviewed, Schedule
from studyapp.study import Candidate, Limits
from studyapp.study.forecast import Forecast
from studyapp.study.interview import LAST_PASS, SHARE, last_pass, limits_on, readiness
from studyapp.study.plan import plan
from studyapp.study.reader import Card

DAY = date(2026, 11, 23)
INTERVIEW = DAY + timedelta(days=28)
CORPUS = Path(__file__).parents[2] / "../shared/corpus/notes"
TWENTY = Limits(seconds=20 * 60)
DAYS = 60


def unseen(count: int, deck: str = "d", weight: int = 1) -> list[Card]:
    return [Card(f"{deck}{n}", f"{deck}/{n // 2}.md", deck, weight, New()) for n in range(count)]


def overdue(count: int, deck: str = "d") -> list[Card]:
    """Cards that were last seen up to seven weeks ago and are due since up to a month."""
    return [
        Card(f"r{n}", f"{deck}/r{n}.md", deck, 1,
             Reviewed(DAY - timedelta(20 + n % 30), DAY - timedelta(n % 30), 20, 250, 3))
        for n in range(count)
    ]  # fmt: skip


def corpus(folder: Path) -> list[Found]:
    if not CORPUS.is_dir():
        pytest.skip("the shared notes are not here")
    shutil.copytree(CORPUS, folder / "notes")
    library = Library(folder / "notes", "", "test")
    return candidates(library.open(datetime(2026, 11, 23, 9, tzinfo=UTC)), DAY)


def lives(cards: Sequence[Candidate], seed: int) -> list[Lived]:
    person = Person(cards, TWENTY, seed)
    return [person.live(DAY + timedelta(days=n)) for n in range(DAYS)]


def keeps(cards: Sequence[Candidate], seed: int) -> None:
    """Sixty days of a person's life keep what the first day said."""
    said, days = plan(cards, DAY, TWENTY), lives(cards, seed)
    cleared = next(one.day for one in days if not one.overdue)
    met = next(one.day for one in days if not one.unseen)
    assert said.cleared
    assert said.met
    assert abs((cleared - said.cleared).days) <= 1
    assert abs((met - said.met).days) <= 1
    assert max(one.seconds for one in days) <= 1.1 * 20 * 60


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("new", "old"), [(110, 5), (30, 90), (200, 30)])
def test_the_promise_of_the_first_day_is_kept(new: int, old: int, seed: int) -> None:
    """By chance too, the overdue are cleared and the unseen met to the day, within the minutes."""
    keeps([*unseen(new), *overdue(old)], seed)


@pytest.mark.parametrize("seed", range(3))
def test_the_promise_is_kept_on_real_notes(tmp_path: Path, seed: int) -> None:
    """The shared notes, most of them never studied, go as their first day says."""
    keeps(corpus(tmp_path), seed)


@pytest.mark.parametrize("seed", range(3))
def test_the_promise_is_kept_where_every_note_was_studied_once(tmp_path: Path, seed: int) -> None:
    """The same notes, each with a review behind it and overdue, are caught up as said."""
    once = Reviewed(DAY - timedelta(40), DAY - timedelta(39), 1, 250, 1)
    cards = [
        card._replace(schedule=once) if isinstance(card.schedule, New) else card
        for card in corpus(tmp_path)
    ]
    said = plan(cards, DAY, TWENTY)
    days = lives(cards, seed)
    cleared = next(one.day for one in days if not one.overdue)
    assert said.overdue > 50
    assert said.cleared
    assert abs((cleared - said.cleared).days) <= 1
    assert max(one.seconds for one in days) <= 1.1 * 20 * 60


def test_a_plan_says_what_there_is() -> None:
    """It counts what is overdue and unseen among the decks that are asked at all."""
    cards = [*overdue(29), *unseen(40), *unseen(500, "off", weight=0)]
    said = plan(cards, DAY, TWENTY)
    assert (said.overdue, said.unseen) == (29, 40)
    assert said.cleared == DAY
    assert said.met
    assert said.minutes <= 20.01
    assert said.aim is None


def test_missed_days_make_the_plan_later_and_nothing_else() -> None:
    """Whoever comes back after a week is told new days, computed from what is true then."""
    cards = [*overdue(60), *unseen(100)]
    late = plan(cards, DAY + timedelta(days=7), TWENTY)
    soon = plan(cards, DAY, TWENTY)
    assert soon.met
    assert late.met
    assert timedelta(days=5) <= late.met - soon.met <= timedelta(days=9)


def test_too_much_to_ever_meet_has_no_day() -> None:
    """A minute a day for ten thousand cards promises nothing."""
    said = plan(unseen(10_000), DAY, Limits(seconds=90))
    assert said.met is None


def test_an_interview_that_comes_first_names_what_to_leave_out() -> None:
    """The lightest decks are offered to be dropped until the rest can be met in time."""
    cards = [*unseen(90, "core", weight=2), *unseen(400, "extra"), *unseen(60, "odd")]
    said = plan(cards, DAY, TWENTY, interview=INTERVIEW).aim
    assert said
    assert 90 <= said.met < 550
    assert said.drop[0] == "extra"
    assert "core" not in said.drop


def test_an_interview_says_what_its_days_are_worth() -> None:
    """Studying until then raises the chance of recall on that day, in each deck that is asked."""
    cards = [*overdue(30), *unseen(60, "new")]
    aim = plan(cards, DAY, TWENTY, interview=INTERVIEW).aim
    assert aim
    assert aim.now == pytest.approx(readiness(cards, INTERVIEW))
    assert aim.then > aim.now + 0.2
    assert [deck for deck, _, _ in aim.decks] == ["d", "new"]
    assert all(then > now for _, now, then in aim.decks)


def test_days_without_study_are_foretold_too() -> None:
    """At half of the days less is met, what is due waits, and the interview is worth less."""
    cards = [*overdue(30), *unseen(60, "new")]
    days = [*Forecast(cards, DAY, TWENTY, regularity=0.5).days(4)]
    assert [one.seconds > 0 for one in days] == [True, False, True, False]
    assert days[1].overdue >= days[0].overdue
    said = plan(cards, DAY, TWENTY, interview=INTERVIEW, regularity=0.5)
    assert said.aim
    assert said.aim.likely is not None
    assert said.aim.now < said.aim.likely < said.aim.then
    assert plan(cards, DAY, TWENTY, interview=INTERVIEW, regularity=1.0).aim == replace(
        said.aim, likely=said.aim.then
    )


def test_limits_before_an_interview() -> None:
    """Unseen cards keep their share until the last days, in which nothing new is begun."""
    assert limits_on(DAY, TWENTY, None) == TWENTY
    assert limits_on(DAY, TWENTY, INTERVIEW).share == SHARE
    assert limits_on(INTERVIEW - timedelta(LAST_PASS), TWENTY, INTERVIEW).new == 0
    assert limits_on(INTERVIEW, TWENTY, INTERVIEW) == TWENTY


def test_the_last_pass_takes_what_is_most_likely_forgotten() -> None:
    """Cards that are not due are looked through once more, the shakiest first, while time lasts."""
    strong = Reviewed(DAY - timedelta(5), DAY + timedelta(95), 100, 250, 5)
    shaky = Reviewed(DAY - timedelta(5), DAY + timedelta(1), 6, 250, 2)
    seen = replace(shaky, last=DAY)
    schedules: tuple[Schedule, ...] = (strong, shaky, seen, New())
    cards = [replace(card, schedule=one) for card, one in zip(unseen(4), schedules, strict=True)]
    items = last_pass(cards, DAY, INTERVIEW, 600, TWENTY)
    assert [item.card for item in items] == ["d1", "d0"]
    assert len(last_pass(cards, DAY, INTERVIEW, 40, TWENTY)) == 1


def test_what_is_known_is_checked_on_its_day_and_delays_nothing() -> None:
    """A card called known is no unseen one: the plan is met without it, its check comes as due."""
    known = [
        replace(card, knows=3, known_due=DAY + timedelta(days=12)) for card in unseen(3, "known")
    ]
    said = plan([*unseen(5), *known], DAY, TWENTY)
    assert (said.overdue, said.unseen, said.met) == (0, 5, DAY)
    days = [*Forecast(known, DAY, TWENTY).days(13)]
    assert [one.reviews for one in days] == [0] * 12 + [3]
    assert {(one.new, one.unseen, one.overdue) for one in days} == {(0, 0, 0)}
    late = DAY + timedelta(days=15)
    said = plan(known, late, TWENTY)
    assert (said.overdue, said.cleared, said.unseen) == (3, late, 0)


def test_in_the_last_days_no_deck_is_in_the_way_of_another() -> None:
    """Where nothing new is begun any more, leaving out decks would help none of the others."""
    cards = [*unseen(60, "a"), *unseen(60, "b")]
    said = plan(cards, DAY, TWENTY, interview=DAY + timedelta(days=2)).aim
    assert said
    assert (said.met, said.drop) == (0, ())


def test_no_more_is_dropped_than_has_to_be() -> None:
    """Of decks that weigh the same, the smallest that is enough is offered to be left out."""
    every = plan(unseen(300), DAY, TWENTY, interview=INTERVIEW).aim
    assert every
    cards = [*unseen(every.met - 40, "large"), *unseen(40, "middle"), *unseen(3, "small")]
    said = plan(cards, DAY, TWENTY, interview=INTERVIEW).aim
    assert said
    assert 0 < len(cards) - said.met <= 3
    assert said.drop == ("small",)
