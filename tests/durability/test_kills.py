"""Processes killed at every step of every write, and at any other moment."""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import KILLS, Plan
from shelf import Shelf

if sys.platform == "win32":
    pytest.skip("no process is forked there", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Driver, Ended

GRADES = 2
"""Grades typed in one process: of two cards, so that the second finds a library in use."""
FRESH = 40
"""A library is used for so many processes, one after another."""


class Typist:
    """Someone who grades cards at the command line, whatever happens to the process."""

    def __init__(self, driver: Driver, place: Path) -> None:
        self._driver = driver
        self._place = place
        self._numbers = count(1)
        self.figures: Counter[str] = Counter()
        self.shelf = self._new()

    def _new(self) -> Shelf:
        self._number = 0
        self.shelf = Shelf(self._place / str(self.figures["libraries"]))
        self.figures["libraries"] += 1
        self._cards = list(self.shelf.opened().snapshot.cards)
        return self.shelf

    def sitting(self, plan: Plan | None = None, kill_after: float | None = None) -> Ended:
        """Grade some cards in one process, killed or not, and find out what was lost."""
        self._number += 1
        commands = [self._command() for _ in range(GRADES)]
        ended = self._driver.run(commands, plan, kill_after)
        told = {document["event"]["seconds"] for document in ended.documents}
        self.shelf.told |= told
        self.figures["grades told as saved"] += len(told)
        self.figures[
            "processes killed" if ended.killed else "processes that came to their end"
        ] += 1
        self.figures[f"last at: {ended.steps[-1] if ended.steps else 'reading'}"] += ended.killed
        assert self.shelf.lost() == []
        if self._number == FRESH:
            self._new()
        return ended

    def begin_anew(self) -> None:
        self._new()

    def _command(self) -> list[str]:
        number = next(self._numbers)
        seconds = number / 10
        self.shelf.tried.add(seconds)
        card = self._cards[number % len(self._cards)]
        told = ["--seconds", str(seconds), "--json", "--now", "2026-11-23T20:00+00:00"]
        return ["grade", card, "good", "--library", str(self.shelf.root), *told]


@pytest.fixture
def typist(driver: Driver, tmp_path: Path) -> Iterator[Typist]:
    typist = Typist(driver, tmp_path)
    yield typist
    for name, number in sorted(typist.figures.items()):
        print(f"{number:6} {name}")  # noqa: T201  figures for who asks for them with -s


def test_a_kill_at_each_step(typist: Typist, long: bool) -> None:  # noqa: FBT001  a fixture
    """Killed in the middle of each step of the first writes to a library, or right behind it."""
    steps = typist.sitting().steps
    assert {"journal write", "journal sync", "note rename", "own rename"} <= {*steps}
    for nth, step in enumerate(steps):
        usual = "halfway" if step.endswith("write") else "after"
        for how in KILLS if long else [usual]:
            typist.begin_anew()
            assert typist.sitting(Plan(nth, how)).killed


def test_a_kill_at_any_moment(typist: Typist, long: bool) -> None:  # noqa: FBT001  a fixture
    """Killed at random moments, from the first step on: 1,000 times with --long."""
    chance = random.Random(8)  # noqa: S311  for delays, not secrets
    whole = typist.sitting().seconds
    while typist.figures["processes killed"] < (1000 if long else 10):
        typist.sitting(kill_after=whole * chance.random())
