from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.library.library import Library

EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(root: Path) -> Callable[..., Library]:
    """Open the library at `root`, ready to write unless `settle` is false."""

    def open_(now: datetime = EVENING, device: str = "desk", *, settle: bool = True) -> Library:
        library = Library(root, "", device)
        library.open(now)
        if settle:
            library.settle(now)
        return library

    return open_
