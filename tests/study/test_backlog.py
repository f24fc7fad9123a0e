"""The line of due cards in a forecast."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from studyapp.schedule import Grade, Outcome, Reviewed, Schedule, Sm2
from studyapp.study import Limits, today
from studyapp.study.backlog import Backlog
from studyapp.study.reader import Card

DAY = date(2026, 11, 23)


def cards(count: int) -> list[Card]:
    """Due cards of all sorts."""
    random = Random(count)  # noqa: S311  the same cards each time
    found = []
    for number in range(count):
        last, interval = DAY - timedelta(random.randint(60, 400)), random.randint(1, 60)
        one = Reviewed(last, last + timedelta(interval), interval, 250, random.randint(1, 6))
        found.append(Card(f"c{number}", f"{number}.md", "d", 1 + number % 3, one))
    return found


@dataclass(frozen=True)
class Counting(Sm2):
    """SM-2 that counts what it is asked."""

    asked: list[date] = field(default_factory=list)

    def outcome(self, schedule: Schedule, day: date, grade: Grade) -> Outcome:
        self.asked.append(day)
        return super().outcome(schedule, day, grade)


def test_a_short_line_stands_as_the_days_do() -> None:
    """Few cards come in the very order in which each day asks them, whatever came before."""
    waiting = cards(24)
    line = Backlog(Sm2())
    for card in waiting[:12]:
        line.add(card)
    for number in range(30):
        day = DAY + timedelta(number)
        if number == 10:
            for card in waiting[12:]:
                line.add(card)
        there = waiting[:12] if number < 10 else waiting
        best = line.best(5, day, None)
        asked = [item.card for item in today(there, day, Limits())]
        assert [card.id for card in best] == asked[:5]
        if number == 20:
            line.drop(asked[0])
            waiting = [card for card in waiting if card.id != asked[0]]
            assert len(line) == len(waiting)


def test_a_long_line_is_not_judged_anew_every_day() -> None:
    """Thousands of cards are looked at once, and then a few of them a day."""
    scheduler = Counting()
    line = Backlog(scheduler)
    for card in cards(2000):
        line.add(card)
    for number in range(50):
        for card in line.best(20, DAY + timedelta(number), None):
            line.drop(card.id)
    assert len(line) == 1000
    assert len(scheduler.asked) <= 2 * (2000 + 50 * 40)
