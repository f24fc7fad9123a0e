"""The pace of the whole run."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

WORKERS_PER_CORE = 2
"""Half of a test's time is waiting: for a frame, a pseudo-terminal, a snippet's process."""


def pytest_xdist_auto_num_workers() -> int:
    """As many workers as keep the cores busy."""
    return WORKERS_PER_CORE * (os.cpu_count() or 1)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare the collector the thousands of tests, which it would go through again and again."""
    del session
    gc.collect()
    gc.freeze()
