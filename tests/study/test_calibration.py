"""Whether what is foretold of the interview comes true, for people of several kinds."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean

import pytest

sys.path.append(str(Path(__file__).parent))

from lived import Person, Reader, live

from studyapp.schedule import Fsrs, New, Scheduler, Sm2
from studyapp.study import Limits
from studyapp.study.forgetting import forgetting
from studyapp.study.habits import regularity
from studyapp.study.interview import readiness
from studyapp.study.plan import Plan, plan
from studyapp.study.reader import Card

DAY = date(2026, 11, 23)
POINTS = 0.05
"""How far a prediction may be off."""
BEFORE, AHEAD = 21, 21
"""Days of study before the prediction, and from it to the interview."""
INTERVIEW = DAY + timedelta(days=BEFORE + AHEAD)
SEEDS = range(3)

HONEST = {
    "as SM-2 says": (Sm2(), Reader()),
    "as FSRS says": (Fsrs(), Reader(Fsrs())),
    "forgets 2.5 times as fast": (Sm2(), Reader(forgets=2.5)),
    "forgets five times as fast": (Sm2(), Reader(forgets=5)),
    "forgets half as fast": (Sm2(), Reader(forgets=0.5)),
    "FSRS, twice as fast": (Fsrs(), Reader(Fsrs(), forgets=2)),
    "FSRS's memory under SM-2": (Sm2(), Reader(Fsrs())),
    "cards differ": (Sm2(), Reader(spread=0.7)),
    "an exponential curve": (Sm2(), Reader(exponential=True)),
}


def person(scheduler: Scheduler, reader: Reader, seed: int) -> Person:
    """Someone after three weeks with 120 cards, ten minutes a day."""
    cards = [Card(f"c{n}", f"d/{n // 2}.md", "d", 1, New()) for n in range(120)]
    found = Person(cards, Limits(seconds=600, scheduler=scheduler), seed, reader)
    live(found, DAY, BEFORE)
    return found


def foretold(one: Person) -> Plan:
    """What the app tells them of the interview, having seen their answers."""
    today = DAY + timedelta(days=BEFORE)
    pace = replace(one.limits.pace, forgets=forgetting(one.tried))
    share = regularity(one.studied, today)
    limits = replace(one.limits, pace=pace)
    return plan([*one.cards.values()], today, limits, interview=INTERVIEW, regularity=share)


@pytest.mark.parametrize("kind", HONEST)
def test_an_honest_persons_interview_comes_as_foretold(kind: str) -> None:
    """Three weeks ahead, and on its morning, recall is foretold within five points.

    On average over some lives; their memories follow the model or another one.
    """
    ahead, morning = [], []
    for seed in SEEDS:
        one = person(*HONEST[kind], seed)
        aim = foretold(one).aim
        live(one, DAY + timedelta(days=BEFORE), AHEAD, INTERVIEW)
        assert aim
        ahead.append(aim.then - one.knows(INTERVIEW))
        now = readiness(one.cards.values(), INTERVIEW, forgetting(one.tried))
        morning.append(now - one.knows(INTERVIEW))
    assert abs(fmean(ahead)) <= POINTS
    assert max(map(abs, morning)) <= POINTS


def test_without_their_answers_a_weak_memory_would_be_promised_too_much() -> None:
    """What the correction is for: the bare model promises the forgetful what they can't keep."""
    one = person(Sm2(), Reader(forgets=5), 0)
    bare = plan([*one.cards.values()], DAY + timedelta(BEFORE), one.limits, interview=INTERVIEW)
    live(one, DAY + timedelta(days=BEFORE), AHEAD, INTERVIEW)
    assert bare.aim
    assert bare.aim.then > one.knows(INTERVIEW) + 3 * POINTS


def test_who_skips_days_is_told_what_that_costs() -> None:
    """Whoever goes on to study four days of seven recalls what is said for just that."""
    off, hoped = [], []
    for seed in SEEDS:
        one = person(Sm2(), Reader(week=(0, 1, 3, 5)), seed)
        told = foretold(one)
        live(one, DAY + timedelta(days=BEFORE), AHEAD, INTERVIEW)
        assert told.aim
        assert told.aim.likely is not None
        assert told.regularity == pytest.approx(4 / 7)
        off.append(told.aim.likely - one.knows(INTERVIEW))
        hoped.append(told.aim.then - one.knows(INTERVIEW))
    assert abs(fmean(off)) <= POINTS
    assert fmean(hoped) > POINTS


def test_who_grades_kindly_is_foretold_their_own_grades() -> None:
    """What they would call recalled comes as foretold; that it is more than they know stays unseen.

    This is the limit that the app states: it goes by the person's own grades.
    """
    said, knew = [], []
    for seed in SEEDS:
        one = person(Sm2(), Reader(forgets=2.5, kind=0.5), seed)
        aim = foretold(one).aim
        live(one, DAY + timedelta(days=BEFORE), AHEAD, INTERVIEW)
        assert aim
        said.append(aim.then - one.would_say(INTERVIEW))
        knew.append(aim.then - one.knows(INTERVIEW))
    assert abs(fmean(said)) <= POINTS
    assert fmean(knew) > POINTS
