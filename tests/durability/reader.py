"""Someone who grades card after card in the real app, whatever happens to it."""

from __future__ import annotations

import re
import time
from collections import Counter
from itertools import count
from statistics import median
from typing import TYPE_CHECKING

from shelf import BLOCK, Shelf
from terminal import App

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from pathlib import Path

    from breaking import Plan
    from driver import Driver

    from studyapp.library.library import Library
    from studyapp.schedule import Review

SITTING = 8
"""Grades in one start of the app, if nothing happens to it."""
GRADES = (("3", "Good", 4), ("4", "Easy", 5))
"""Given in turns, so that one is told from the one before: key, word, quality; none repeats."""
SCHEDULERS = ("sm2", "fsrs")
FRESH = 72
"""Cards of a library."""
SETTINGS = "scheduler = '{}'\nminutes_per_day = 0\nnew_per_day = 999\n"
_NUMBER = re.compile(r"Number (\d+)")


def numbered(cards: int = FRESH) -> dict[str, bytes]:
    """Notes whose questions are numbered, so that the screen tells which one is asked."""
    numbers = [f"\n**Q: Number {one}?**\nA: So.\n" for one in range(100, 100 + cards)]
    return {
        f"note {at}.md": f"{BLOCK}# Note {at}\n{''.join(numbers[at::8])}".encode()
        for at in range(8)
    }


class Reader:
    """The person, the library in use, and figures about what happened."""

    def __init__(self, driver: Driver, place: Path) -> None:
        self.figures: Counter[str] = Counter()
        self._driver = driver
        self._place = place
        self._lives = count()
        self._waits = [0.05]
        self.begin_anew()

    def begin_anew(self) -> None:
        """Take a new library, under the other scheduler."""
        number = self.figures["libraries"]
        self.figures["libraries"] += 1
        self.shelf = Shelf(self._place / str(number), numbered(), key=asked_and_given)
        own = self.shelf.root / ".studyapp" / "settings.toml"
        own.parent.mkdir()
        self.scheduler = SCHEDULERS[number % 2]
        own.write_text(SETTINGS.format(self.scheduler), "utf-8")

    def sitting(self, plan: Plan | None = None, stop: tuple[int, float] = (SITTING, 0)) -> App:
        """Start the app and grade, until it is killed; find out what was lost.

        It is killed by its `plan`, or while the `stop`th grade is saved: after so many of the
        usual waits.
        """
        app = App(self._driver, self.shelf.root, self._place / f"{next(self._lives)}.txt", plan)
        try:
            self._grade(app, *stop)
        finally:
            app.close()
        self._count(app)
        self.shelf.cut += bool(plan and plan.how == "halfway")
        lost = self.shelf.lost()
        self.figures["grades lost or there twice, notes torn, files left"] += len(lost)
        assert lost == [], lost  # rewritten by pytest in test modules alone
        if len(self.shelf.tried) + SITTING > FRESH:
            self.begin_anew()
        return app

    def _grade(self, app: App, stop: int, waits: float) -> None:
        pressed = 0.0
        for turn, (number, quality, saved) in enumerate(graded(app, SITTING)):
            if saved:
                self.shelf.told.add((number, quality))
                self._waits.append(time.monotonic() - pressed)
                self.figures["grades shown as saved"] += 1
                continue
            self.shelf.tried.add((number, quality))
            pressed = time.monotonic()
            if turn == 2 * stop:
                time.sleep(waits * median(self._waits))
                app.kill()

    def _count(self, app: App) -> None:
        steps = app.steps()
        self.figures["kills"] += 1
        self.figures["kills after a sync"] += "journal sync" in steps
        self.figures[f"kills under {self.scheduler}"] += 1
        self.figures[f"last at: {steps[-1] if steps else 'reading'}"] += 1


def graded(app: App, times: int) -> Iterator[tuple[str, int, bool]]:
    """Grade so many cards: number, quality, and first False, then whether it is shown as saved.

    It is over when the app is.
    """
    if app.sees("new ·"):
        app.press("\r")
    asked: list[str] = []
    for turn in range(times):
        key, word, quality = GRADES[turn % 2]
        number = asked_after(app, asked)
        if number is None:
            return
        asked.append(number)
        app.press(" ")
        if not app.sees("4 Easy"):
            return
        app.press(key)
        yield number, quality, False
        if not app.sees(f"✓ saved: {word}"):
            return
        yield number, quality, True


def asked_after(app: App, before: Sequence[str]) -> str | None:
    """The number of the question that is asked next; None if the app ends before."""
    found = app.sees(rf"Number (?!(?:{'|'.join(before)})\?)(\d+)\?[^?]*say it aloud")
    return found[1] if found else None


def asked_and_given(review: Review, library: Library) -> Hashable:
    """A grade by the number of its question, and the quality."""
    found = _NUMBER.search(library.snapshot.cards[review.card].question)
    return found and (found[1], int(review.grade))
