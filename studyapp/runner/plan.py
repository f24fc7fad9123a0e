"""From a note's blocks to one run, or to the verdict that none is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.runner import scopes
from studyapp.runner.events import Failure
from studyapp.runner.needs import chain, missing
from studyapp.runner.packages import PACKAGES
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result

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
    chosen = (*chain(blocks, index), index)
    return Request(tuple(blocks[i] for i in chosen), seed, deadline)


def _syntax_error(block: Block) -> Failure | None:
    try:
        scopes.parse(block.code)
    except SyntaxError as error:
        line = block.line + (error.lineno or 1) - 1
        return Failure(line, "SyntaxError", error.msg)
    except (ValueError, RecursionError) as error:  # a NUL, or nesting without end
        return Failure(block.line, type(error).__name__, str(error))
    return None


def _tell(names: Sequence[str]) -> str:
    """The packages among the names, which say enough; else the first few names themselves."""
    if packages := [name for name in names if name in _PACKAGES]:
        return ", ".join(packages)
    shown = [f"`{name}`" for name in names[:_MOST_NAMES]] + ["…"] * (len(names) > _MOST_NAMES)
    return f"{', '.join(shown)}, which the note defines nowhere"
