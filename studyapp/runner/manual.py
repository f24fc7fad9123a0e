"""What torch's own documentation shows of a name, read where torch is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from studyapp.runner.events import Output
from studyapp.runner.request import Block, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.runner.client import Runner
    from studyapp.runner.results import Result

_SECONDS = 2.0


def documented(
    runner: Runner, names: Sequence[str], wanted: Callable[[], bool]
) -> list[tuple[str, str]]:
    """Those of `names` that torch's docstrings have an example of, each with that example.

    None where it is no longer `wanted`. Blocks as a run does.
    """
    code = f"from inside import manual\nmanual.tell({list(names)!r})\n"
    events = runner.run(Request((Block(code, 1, 0),), deadline=_SECONDS), wanted)
    printed = "".join(event.text for event in events if isinstance(event, Output))
    try:
        told = json.loads(printed)
    except ValueError:
        return []
    return [(str(name), str(example)) for name, example in told]


def is_telling(result: Result) -> bool:
    """Whether an example ran to its end, as it says it does, and showed something."""
    shows = result.values or result.claims or result.stdout
    return result.status == "ok" and bool(shows) and not result.error
