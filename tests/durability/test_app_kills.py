"""The real app in a terminal, killed while a person grades: at a step of a write, at any moment."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from breaking import KILLS, Plan
from reader import SITTING, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Driver

KILLED = 400
"""How often in the long version, at random."""
STEPS = 80
"""Of the disk in a sitting, about."""


@pytest.fixture
def reader(driver: Driver, tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(driver, tmp_path)
    yield reader
    for name, number in sorted(reader.figures.items()):
        print(f"{number:6} {name}")  # noqa: T201  figures for who asks for them with -s


def test_the_app_killed_at_a_step(reader: Reader, long: bool) -> None:  # noqa: FBT001  a fixture
    """What was shown as saved is there, once; at most one more; and the notes are whole."""
    steps = reader.sitting(stop=(2, 0)).steps()
    first, second = [nth for nth, step in enumerate(steps) if step == "journal write"][:2]
    for nth in range(first, second) if long else [second]:
        for how in KILLS if long else KILLS[1:2]:
            reader.begin_anew()
            reader.sitting(Plan(nth, how))


def test_the_app_killed_at_any_moment(
    reader: Reader,
    long: bool,  # noqa: FBT001  a fixture
) -> None:
    """Killed while it saves or at any of its steps: hundreds of times with --long."""
    chance = random.Random(9)  # noqa: S311  for moments, not secrets
    while reader.figures["kills"] < (KILLED if long else 1):
        if reader.figures["kills"] % 2:
            reader.sitting(Plan(chance.randrange(STEPS), chance.choice(KILLS)))
        else:
            reader.sitting(stop=(chance.randrange(SITTING), chance.random()))
