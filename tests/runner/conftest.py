import pytest

from studyapp.runner.client import Runner
from studyapp.runner.request import Block, Request


@pytest.fixture(scope="session")
def runner(runner: Runner) -> Runner:
    list(runner.run(Request((Block("pass", 1, 0),))))  # so that no test waits for torch
    return runner
