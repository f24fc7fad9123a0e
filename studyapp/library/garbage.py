"""When cycles of garbage are looked for: not while what is made stays."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_garbage(*, first: bool) -> Iterator[None]:
    """Look for no cycles meanwhile: what opening makes stays, and looking takes half the time.

    After a `first` opening none are ever looked for in what was made until then: it takes as long
    in all that follows. Later there may be screens that were left, which are full of cycles.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if first:
            gc.freeze()
        if was:
            gc.enable()


def look_for_garbage() -> None:
    """Collect cycles from now on, if who started the app has put that off.

    What is there by now stays, so that no key waits for it to be looked through.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
