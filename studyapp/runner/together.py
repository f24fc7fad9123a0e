"""Whether code is meant for several processes that are started together."""

from __future__ import annotations

import ast

from studyapp.runner import scopes

RANKS = frozenset({"rank", "local_rank", "world_size"})
"""Names that are each process's own where a launcher starts several."""


def joins_gpus(code: str) -> bool:
    """Whether `code` joins processes by NCCL, which needs as many GPUs and never comes back."""
    try:
        nodes = ast.walk(scopes.parse(code))
    except (SyntaxError, ValueError, RecursionError):
        return False
    calls = (node for node in nodes if isinstance(node, ast.Call))
    return any(_joins(call.func) and _says_nccl(call) for call in calls)


def _joins(function: ast.expr) -> bool:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "init_process_group"
    return False


def _says_nccl(call: ast.Call) -> bool:
    given = (*call.args, *(keyword.value for keyword in call.keywords))
    texts = (one.value for one in given if isinstance(one, ast.Constant))
    return any(isinstance(text, str) and "nccl" in text for text in texts)
