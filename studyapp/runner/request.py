"""What is asked of the runner: blocks of code at their lines of the note."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One fence's code; lines count from 1 in the note's file."""

    code: str
    line: int
    """The line of the first line of code."""
    fence: int
    """The line of the opening fence."""
    output: str = ""
    """What the note says that it prints, where a fence of output follows."""
    heading: str = ""
    """The heading above it, for what that says of the code, such as `Common mistakes`."""


@dataclass(frozen=True, slots=True)
class Request:
    """One run: the earlier blocks that the last one needs, then that one, the target."""

    blocks: tuple[Block, ...]
    seed: int = 0
    deadline: float = 10.0
    """Seconds on the wall from the fork to the end."""
    scratch: str = ""
    """Lines run in the state that the target left, such as `loss.backward()`; told as a target's,
    at the line `SCRATCH`."""
    graph: str = ""
    """The name of the value whose autograd graph is told at the end; empty for none."""

    @property
    def target(self) -> Block:
        """The block whose values and claims are shown."""
        return self.blocks[-1]
