"""What is told when a run's statements are over: definitions called, a graph drawn."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Mapping, NoReturn  # noqa: UP035  Python 3.9

from . import graph, names, showcase, verdicts
from .attempt import Clock

if TYPE_CHECKING:
    from .block import Block
    from .speaker import Speaker


def conclude(
    request: Mapping[str, Any],
    blocks: list[Block],
    namespace: dict[str, Any],
    speaker: Speaker,
    *,
    defines: bool,
) -> verdicts.Verdict:
    """Status and reason of a run that came to its end; `defines`: its target did nothing else."""
    if request["graph"]:
        speaker.say("graph", **graph.tell(request["graph"], namespace))
    if not defines:
        return verdicts.Verdict("ok", "")
    clock = Clock(showcase.SECONDS, lambda: _leave(speaker))
    defined = frozenset(
        name for block in blocks for each in block.tree.body for name in names.bound(each)
    )
    stage = showcase.Stage(blocks[-1], namespace, request["seed"], defined, clock)
    return showcase.present(stage, speaker)


def _leave(speaker: Speaker) -> NoReturn:
    """End the process of code that catches every exception."""
    speaker.say("end", status="defines", reason=verdicts.ENDLESS)
    speaker.close()
    os._exit(0)
