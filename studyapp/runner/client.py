"""The near side of the runner: starts the other process, asks it, and outlives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from studyapp.runner.request import Request
from studyapp.runner.results import Event
from studyapp.runner.state import State


class Runner:
    """Runs snippets in another process, one at a time; safe to use from several threads."""

    def __init__(self, python: Path | None = None, *, sandbox: bool = True) -> None:
        raise NotImplementedError

    @property
    def state(self) -> State:
        """Where the other process stands now; never waits."""
        raise NotImplementedError

    def start(self) -> None:
        """Start the other process and return at once."""
        raise NotImplementedError

    def run(self, request: Request) -> Iterator[Event]:
        """Yield the events of one run as they come; the last one, always, is `Finished`.

        Blocks, so belongs on a worker thread. Waits for the process to be ready, and for
        another thread's run to end.
        """
        raise NotImplementedError

    def cancel(self) -> None:
        """End the run that goes on now, if any, as `killed`; may be called from any thread."""
        raise NotImplementedError

    def close(self) -> None:
        """End the other process."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()
