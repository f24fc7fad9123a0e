"""The names that a block of Python, or one scope in it, binds and reads."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__", "__annotations__"}

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True, slots=True)
class Names:
    """A block's dealings with the module's namespace."""

    bound: dict[str, int] = field(default_factory=dict)
    """Each name bound at top level, with the line that first binds it."""
    now: dict[str, int] = field(default_factory=dict)
    """Each name read while the block runs before the block binds it, with its line."""
    called: dict[str, int] = field(default_factory=dict)
    """Each name that is read only once a function is called, or a branch is taken."""
    imports: dict[str, str] = field(default_factory=dict)
    """The dotted path behind each name that an import at top level binds last."""
    defined: frozenset[str] = frozenset()
    """The names of the functions and classes of the top level."""
    acts: bool = True
    """Whether the block does more than define and import."""
    inert: bool = False
    """Whether it only defines, imports and binds literals: to run it shows and costs nothing."""

    def needed(self) -> list[str]:
        """The names that something else must have bound, at once or once a function is called."""
        later = [name for name in self.called if name not in self.bound]
        return [name for name in dict.fromkeys((*self.now, *later)) if name not in BUILTINS]


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


def imported(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """The names that an import binds, each with the dotted path of what was imported."""
    found: dict[str, str] = {}
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        else:
            found[alias.asname or alias.name.partition(".")[0]] = alias.name
    return found


def parameters(arguments: ast.arguments) -> list[ast.arg]:
    """Every parameter of a function."""
    rest = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *rest]


def binds_literal(statement: ast.stmt) -> bool:
    """Whether the statement only gives a name to a literal."""
    if not isinstance(statement, ast.Assign):
        return False
    try:
        ast.literal_eval(statement.value)
    except (ValueError, TypeError, RecursionError, MemoryError):  # TypeError: {[]: 1}
        return False
    return all(isinstance(target, ast.Name) for target in statement.targets)


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
