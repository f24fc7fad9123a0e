"""A progress bar, for whoever watches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")


def tracked(items: Sequence[T]) -> Iterator[T]:
    """The items one by one, counted on stderr where that is a terminal."""
    if len(items) == 1 or not sys.stderr.isatty():
        yield from items
        return
    from rich import console, progress  # noqa: PLC0415  a pipe sees no bar

    shown = progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeElapsedColumn(),
        console=console.Console(stderr=True),
        transient=True,
        # What is printed meanwhile goes above the bar, unless it goes to a file.
        redirect_stdout=sys.stdout.isatty(),
    )
    with shown:
        yield from shown.track(items)
