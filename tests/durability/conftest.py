from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from driver import Driver
from shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library of three notes with two cards each."""
    return Shelf(tmp_path / "notes")


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """What types the commands of all tests here."""
    driver = Driver(tmp_path_factory.mktemp("home"))
    yield driver
    driver.close()


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long versions were asked for."""
    return bool(request.config.getoption("--long"))
