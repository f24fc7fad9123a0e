"""From a note's blocks to one run, or to the verdict that none is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.runner import scopes
from studyapp.runner.events import Failure
from studyapp.runner.needs import acts, chain, missing
from studyapp.runner.packages import PACKAGES
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result
from studyapp.runner.together import RANKS, joins_gpus

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGES = frozenset(PACKAGES.values())
_MOST_NAMES = 3


def plan(
    blocks: Sequence[Block], index: int, *, seed: int = 0, deadline: float = 10.0
) -> Request | Result:
    """The run of `blocks[index]` after what it needs, or why it can't run.

    `blocks` are all Python fences of one note, in its order; what is needed may come later there.
    """
    target = blocks[index]
    if error := _syntax_error(target):
        return Result(target.fence, "not-python", error=error)
    if names := missing(blocks, index):
        return Result(target.fence, "needs", f"needs {_tell(names)}")
    before = chain(blocks, index)
    if acts(target) and (lacking := [i for i in before if missing(blocks, i)]):
        reason = f"needs {_tell(missing(blocks, lacking[0]))}"
        return Result(target.fence, "needs", _blame(blocks[lacking[0]], target, reason))
    chosen = tuple(blocks[i] for i in (*before, index))
    if acts(target) and (joining := [one for one in chosen if joins_gpus(one.code)]):
        reason = "needs several processes, each with CUDA"
        return Result(target.fence, "needs", _blame(joining[0], target, reason))
    return Request(chosen, seed, deadline)


def _syntax_error(block: Block) -> Failure | None:
    try:
        scopes.parse(block.code)
    except SyntaxError as error:
        line = block.line + (error.lineno or 1) - 1
        return Failure(line, "SyntaxError", error.msg)
    except (ValueError, RecursionError) as error:  # a NUL, or nesting without end
        return Failure(block.line, type(error).__name__, str(error))
    return None


def _blame(block: Block, target: Block, reason: str) -> str:
    if block is target:
        return reason
    return f"the fence at line {block.fence}, which this one needs, {reason}"


def _tell(names: Sequence[str]) -> str:
    """The packages among the names, or a launcher, which say enough; else the first few names."""
    if RANKS & {*names}:
        return "several processes"
    if packages := [name for name in names if name in _PACKAGES]:
        return ", ".join(packages)
    shown = [f"`{name}`" for name in names[:_MOST_NAMES]] + ["…"] * (len(names) > _MOST_NAMES)
    return f"{', '.join(shown)}, which the note defines nowhere"
