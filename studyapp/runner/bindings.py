"""The names that one scope of Python binds, by its syntax."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def own_names(arguments: ast.arguments, body: Sequence[ast.AST]) -> set[str]:
    """What a function's body calls its own: parameters and all that it stores, less globals."""
    own = {argument.arg for argument in parameters(arguments)}
    shared: set[str] = set()
    for node in _walk_scope(body):
        if isinstance(node, ast.Global):
            shared.update(node.names)
        else:
            own |= _stored(node)
    return own - shared


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The names that an import binds."""
    return [alias.asname or alias.name.partition(".")[0] for alias in node.names]


def parameters(arguments: ast.arguments) -> list[ast.arg]:
    """Every parameter of a function."""
    rest = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *rest]


def _walk_scope(body: Sequence[ast.AST]) -> list[ast.AST]:
    """The nodes of a function's own scope, without those of scopes inside it."""
    found: list[ast.AST] = list(body)
    for node in found:
        if not isinstance(node, _Function | Comprehension | ast.ClassDef):
            found += ast.iter_child_nodes(node)
    return found


def _stored(node: ast.AST) -> set[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            return {name}
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Import() | ast.ImportFrom():
            return set(imported(node))
        case ast.ExceptHandler(name=str(name)):
            return {name}
    return set()
