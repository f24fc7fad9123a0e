"""From a note's blocks to one run, or to the verdict that none is possible."""

from __future__ import annotations

from collections.abc import Sequence

from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result


def plan(
    blocks: Sequence[Block], index: int, *, seed: int = 0, deadline: float = 10.0
) -> Request | Result:
    """The run of `blocks[index]` after what it needs, or why it can't run.

    `blocks` are all Python fences of one note, in its order.
    """
    raise NotImplementedError
