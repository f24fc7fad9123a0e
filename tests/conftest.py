"""The pace of the whole run, and what is dear enough to be shared by all of it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# Each worker imports all tests, in half the time where their assertions are written already; so
# are those of hypothesis, which is why this comes before it.
sys.dont_write_bytecode = False

from hypothesis import settings  # noqa: E402  as told above

from studyapp.runner import Runner, interpreter  # noqa: E402  likewise

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("fuzz", max_examples=5_000, deadline=None)
"""For `--hypothesis-profile=fuzz`: a hundred times the usual examples of each property."""

WORKERS_PER_CORE = 1.5
"""A third of a test's time is waiting: for a frame, a pseudo-terminal, a snippet's process."""


# A busy machine is no fault of the code. A red run says something of the change, not of chance:
# other examples are tried by the profile above.
settings.register_profile("paced", max_examples=50, deadline=None, derandomize=True)
settings.load_profile("paced")


def pytest_xdist_auto_num_workers() -> int:
    """As many workers as keep the cores busy."""
    return round(WORKERS_PER_CORE * (os.cpu_count() or 1))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Flags for the tests that take minutes: a thousand kills, an installation from nothing."""
    parser.addoption("--long", action="store_true", help="the long versions in tests/durability")
    parser.addoption("--packaging", action="store_true", help="install the packages and run them")


class Kept(Runner):
    """A runner that stays for the next test, whoever closes it: to load torch takes seconds."""

    def close(self) -> None:
        """Close nothing."""


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """The real runner; its process starts at the first run."""
    kept = Kept()
    yield kept
    Runner.close(kept)


@pytest.fixture(scope="session")
def plain() -> Path:
    """A Python without torch, which starts in no time; else the one that is there."""
    python = Path(sys.base_prefix, "bin", "python3")
    folders = interpreter.other(python).folders
    torch = [one for folder in folders for one in folder.glob("lib/python3*/*-packages/torch")]
    return python if python.exists() and not torch else Path(sys.executable)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare the collector the thousands of tests, which it would go through again and again."""
    del session
    gc.collect()
    gc.freeze()
