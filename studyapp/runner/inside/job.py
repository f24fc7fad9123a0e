"""One request: its blocks parsed, executed and told, and how that ended."""

from __future__ import annotations

import ast
import builtins
import contextlib
import sys
import types
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Tuple  # noqa: UP035  Python 3.9

from . import epilogue, failures, names, prelude, warned
from .block import Block
from .execute import SCRATCH, Execution

if TYPE_CHECKING:
    from .speaker import Speaker

End = Tuple[str, str]  # noqa: UP006  Python 3.9 evaluates the alias
"""Status and reason."""


def perform(request: Mapping[str, Any], speaker: Speaker) -> End:
    """Run the request's blocks, then its scratch lines; whatever they raise is told."""
    fences = [part["fence"] for part in request["blocks"]]
    blocks: list[Block] = []
    for part in request["blocks"]:
        try:
            blocks.append(Block(part["code"], part["line"], part["output"], part["heading"]))
        except (SyntaxError, ValueError, RecursionError) as error:
            speaker.say("failure", **failures.describe(error))
            alone = not blocks
            return "not-python", "" if alone else f"the fence at line {part['fence']} is not Python"
    warned.listen(speaker)
    execution = None
    try:
        namespace = _namespace(_names(blocks, request["scratch"]))
        execution = Execution(blocks, namespace, speaker)
        execution.run()
    except BaseException as error:  # noqa: BLE001  whatever a snippet raises is its result
        speaker.say("failure", **failures.describe(error))
        status, reason = failures.judge(error, _bound(blocks))
        if execution and execution.current is not blocks[-1]:
            at = fences[blocks.index(execution.current)]
            reason = f"the fence at line {at}, which this one needs, failed: {reason or error}"
            return "error" if status == "ok" else status, reason
        return status, reason
    defines = blocks[-1].only_defines and not speaker.said
    if request["scratch"]:
        _run_scratch(execution, request["scratch"], speaker)
    return epilogue.conclude(request, blocks, execution.namespace, speaker, defines=defines)


def _run_scratch(execution: Execution, code: str, speaker: Speaker) -> None:
    """What goes wrong here is told, and is not the note's."""
    try:
        execution.run_scratch(code)
    except BaseException as error:  # noqa: BLE001  as above
        speaker.say("failure", **failures.describe(error, SCRATCH))


def _namespace(used: Iterable[str]) -> dict[str, Any]:
    """The main module's dictionary, with the part of the prelude that is used."""
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    module.__dict__.update(prelude.load(used))
    return module.__dict__


def _names(blocks: Iterable[Block], scratch: str) -> list[str]:
    """The names that the blocks and the scratch lines read."""
    trees: list[ast.AST] = [block.tree for block in blocks]
    with contextlib.suppress(SyntaxError, ValueError, RecursionError):  # told when they are run
        trees.append(ast.parse(scratch))
    return sorted({name for tree in trees for name in names.loaded(tree)})


def _bound(blocks: Iterable[Block]) -> set[str]:
    return {
        name for block in blocks for statement in block.tree.body for name in names.bound(statement)
    }
