"""Which values of a snippet may differ from run to run, so that no claim of them is wrong."""

from __future__ import annotations

import ast
from typing import Any, Iterable, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import names
from .generators import dotted, seeded_by, states

_UNSURE = {
    "data_ptr",
    "empty",
    "empty_like",
    "empty_permuted",
    "empty_strided",
    "getrefcount",
    "getsizeof",
    "hash",
    "id",
    "max_memory_allocated",
    "memory_allocated",
    "monotonic",
    "new_empty",
    "new_empty_strided",
    "now",
    "perf_counter",
    "time",
    "urandom",
    "uuid4",
}
_UNSURE_BARE = {"default_rng", "RandomState", "Generator"}
"""As above, if called without a seed."""

_FORM = {
    "device", "dim", "dim_order", "dtype", "element_size", "full_like", "is_contiguous",
    "is_leaf", "isinstance", "itemsize", "layout", "len", "nbytes", "ndim", "ndimension",
    "numel", "ones_like", "requires_grad", "shape", "size", "stride", "storage_offset", "type",
    "zeros_like",
}  # fmt: skip
"""What depends on the form of a value alone, whatever numbers are in it."""

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

_INTERNED = (bool, int, float, complex, str, bytes, tuple, frozenset)
"""Whether two equal ones are the same object is Python's own matter."""


class Chance:
    """Follows a run statement by statement."""

    def __init__(self, trees: Iterable[ast.AST]) -> None:
        self._bodies = {
            node.name: node
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, _DEFINITIONS)
        }
        self._seeded: set[str] = set()
        self._states = states()
        self._doubtful: set[str] = set()
        """The names whose values chance had a part in."""

    def follow(
        self, statement: ast.stmt, changed: Iterable[str], values: Mapping[str, Any]
    ) -> bool:
        """Take note of a statement that was executed and of the other names that it changed.

        Whether its values may differ from run to run.
        """
        calls = [*self._calls(statement, set())]
        self._seeded |= {kind for call in calls for kind in seeded_by(call)}
        before, self._states = self._states, states()
        drawn = {kind for kind, state in self._states.items() if state != before.get(kind)}
        played = not _is_form(getattr(statement, "value", None)) and (
            not drawn <= self._seeded
            or any(map(_is_unsure, self._telling(calls, statement)))
            or not self._doubtful.isdisjoint(_read(statement))
            or any(_compares_identity(node, values) for node in ast.walk(statement))
        )
        if played:
            self._doubtful.update(names.bound(statement), changed)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            self._doubtful.difference_update(names.bound(statement))
        return played

    def _telling(self, calls: list[ast.Call], statement: ast.stmt) -> Iterator[ast.Call]:
        """The calls but those whose own numbers nobody sees.

        `torch.empty(2)` before `.fill_(1)`; addresses that are compared with one another.
        """
        hidden: list[ast.AST] = [
            call.func.value
            for call in calls
            if isinstance(call.func, ast.Attribute) and call.func.attr in ("fill_", "zero_")
        ]
        for node in ast.walk(statement):
            if isinstance(node, ast.Compare) and all(map(_is_address, _sides(node))):
                hidden += _sides(node)
        return (call for call in calls if call not in hidden)

    def _calls(self, tree: ast.AST, seen: set[str]) -> Iterator[ast.Call]:
        """The calls in a tree and in the snippet's own definitions that they lead to."""
        if isinstance(tree, _DEFINITIONS) and not seen:
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield node
                name = dotted(node.func).rpartition(".")[2]
                if name in self._bodies and name not in seen:
                    yield from self._calls(self._bodies[name], seen | {name})


def _is_form(value: ast.AST | None) -> bool:
    """Whether an expression asks for a form: `torch.empty(2).shape`."""
    if isinstance(value, ast.Subscript):
        return _is_form(value.value)
    if isinstance(value, ast.Call):
        return dotted(value.func).rpartition(".")[2] in _FORM
    return isinstance(value, ast.Attribute) and value.attr in _FORM


def _read(node: ast.AST) -> Iterator[str]:
    """The names whose values a statement reads, not their forms alone."""
    if isinstance(node, ast.Attribute) and node.attr in _FORM:
        return
    if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in _FORM:
        return
    if isinstance(node, (ast.GeneratorExp, ast.ListComp)) and not [*_read(node.elt)]:
        return
    if isinstance(node, ast.Name):
        yield node.id
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store)):
            yield from _read(child)


def _sides(node: ast.Compare) -> list[ast.expr]:
    return [node.left, *node.comparators]


def _is_address(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in ("data_ptr", "id")


def _is_unsure(call: ast.Call) -> bool:
    name = dotted(call.func).rpartition(".")[2]
    return name in _UNSURE or (name in _UNSURE_BARE and not call.args)


def _compares_identity(node: ast.AST, values: Mapping[str, Any]) -> bool:
    """Whether `is` asks for the identity of what Python may or may not keep once."""
    if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], (ast.Is, ast.IsNot)):
        return False
    sides = _sides(node)
    if any(isinstance(side, ast.Constant) and side.value is None for side in sides):
        return False
    return any(
        isinstance(side, ast.Constant)
        or (isinstance(side, ast.Name) and isinstance(values.get(side.id), _INTERNED))
        for side in sides
    )
