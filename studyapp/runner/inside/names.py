"""The names that a statement binds at top level, by its syntax."""

from __future__ import annotations

import ast
from typing import Iterator  # noqa: UP035  Python 3.9

_SCOPES = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
_DEFINITIONS = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Pass,
)


def bound(statement: ast.stmt) -> dict[str, int]:
    """Each name that the statement may bind, with the last line that binds it; no imports."""
    found: dict[str, int] = {}
    for node in _own(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = node.lineno
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found[node.name] = node.lineno
    return found


def stored(target: ast.expr) -> list[str]:
    """The names that a target binds."""
    nodes = (node for node in ast.walk(target) if isinstance(node, ast.Name))
    return [node.id for node in nodes if isinstance(node.ctx, ast.Store)]


def loaded(tree: ast.AST) -> set[str]:
    """Every name that is read anywhere in the tree."""
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def defines(statement: ast.stmt) -> bool:
    """Whether the statement only defines or imports, or is a docstring or an ellipsis."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return isinstance(statement.value.value, (str, type(...)))
    return isinstance(statement, _DEFINITIONS)


def subjects(statement: ast.stmt) -> tuple[str, ...]:
    """The names whose values an assignment's comment would be about; empty for what is none."""
    if isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
        target: ast.expr = statement.target
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    else:
        return ()
    if isinstance(target, (ast.Tuple, ast.List)):
        return tuple(each.id for each in target.elts if isinstance(each, ast.Name))
    while isinstance(target, ast.Subscript):
        target = target.value
    return (target.id,) if isinstance(target, ast.Name) else ()


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what lies below it in the same scope."""
    yield node
    if not isinstance(node, _SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from _own(child)
