from collections.abc import Iterator

import pytest

from studyapp.runner.client import Runner


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    with Runner() as runner:
        yield runner
