import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.runner import interpreter
from studyapp.runner.client import Runner
from studyapp.runner.request import Block, Request


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    with Runner() as runner:
        list(runner.run(Request((Block("pass", 1, 0),))))  # so that no test waits for torch
        yield runner


@pytest.fixture(scope="session")
def plain() -> Path:
    """A Python without torch, which starts in no time; else the one that is there."""
    python = Path(sys.base_prefix, "bin", "python3")
    folders = interpreter.other(python).folders
    torch = [one for folder in folders for one in folder.glob("lib/python3*/*-packages/torch")]
    return python if python.exists() and not torch else Path(sys.executable)
