"""Which values of a snippet may differ from run to run, so that no claim of them is wrong."""

from __future__ import annotations

import ast
import random
import sys
from typing import Any, Iterable, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import names

_SEEDS = {
    "torch.manual_seed": "torch",
    "torch.random.manual_seed": "torch",
    "manual_seed": "torch",
    "random.seed": "random",
    "np.random.seed": "numpy",
    "numpy.random.seed": "numpy",
}
_SEED_ALL = {"set_seed", "seed_everything", "seed_all", "set_random_seed"}
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
    "device", "dim", "dim_order", "dtype", "element_size", "full_like", "is_contiguous", "is_leaf", "isinstance",
    "itemsize", "layout", "len", "nbytes", "ndim", "ndimension", "numel", "ones_like", "requires_grad",
    "shape", "size", "stride", "storage_offset", "type", "zeros_like",
}  # fmt: skip
"""What depends on the form of a value alone, whatever numbers are in it."""

_INTERNED = (bool, int, float, complex, str, bytes, tuple, frozenset)
"""Whether two equal ones are the same object is Python's own matter."""


class Chance:
    """Follows a run statement by statement."""

    def __init__(self, trees: Iterable[ast.AST]) -> None:
        self._bodies = {
            node.name: node for tree in trees for node in ast.walk(tree) if _is_definition(node)
        }
        self._seeded: set[str] = set()
        self._states = _states()
        self._doubtful: set[str] = set()
        """The names whose values chance had a part in."""

    def follow(self, statement: ast.stmt, changed: Iterable[str], values: Mapping[str, Any]) -> bool:
        """Take note of a statement that was executed and of the other names that it changed.

        Whether its values may differ from run to run.
        """
        calls = [*self._calls(statement, set())]
        self._seeded |= {kind for call in calls for kind in _seeded_by(call)}
        before, self._states = self._states, _states()
        drawn = {kind for kind, state in self._states.items() if state != before.get(kind)}
        played = not _is_form(getattr(statement, "value", None)) and (
            not drawn <= self._seeded
            or any(_is_unsure(call) for call in calls if call not in _filled(calls))
            or not self._doubtful.isdisjoint(_read(statement))
            or any(_compares_identity(node, values) for node in ast.walk(statement))
        )
        if played:
            self._doubtful.update(names.bound(statement), changed)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            self._doubtful.difference_update(names.bound(statement))
        return played

    def _calls(self, tree: ast.AST, seen: set[str]) -> Iterator[ast.Call]:
        """The calls in a tree and in the snippet's own definitions that they lead to."""
        if _is_definition(tree) and not seen:
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield node
                name = _dotted(node.func).rpartition(".")[2]
                if name in self._bodies and name not in seen:
                    yield from self._calls(self._bodies[name], seen | {name})


def seed(number: int) -> None:
    """Seed every generator that is loaded; each fork would repeat the same numbers anyway."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number % (1 << 32))
    if "torch" in sys.modules:
        # The CPU's generator alone: `torch.manual_seed` goes through every backend.
        sys.modules["torch"].default_generator.manual_seed(number)


def _states() -> dict[str, Any]:
    states: dict[str, Any] = {"random": random.getstate()}
    if "numpy" in sys.modules:
        _, keys, position, *_ = sys.modules["numpy"].random.get_state()
        states["numpy"] = (keys.tobytes(), position)
    if "torch" in sys.modules:
        states["torch"] = sys.modules["torch"].default_generator.get_state().numpy().tobytes()
    return states


def _is_form(value: ast.AST | None) -> bool:
    """Whether an expression asks for a form: `torch.empty(2).shape`."""
    if isinstance(value, ast.Subscript):
        return _is_form(value.value)
    if isinstance(value, ast.Call):
        return _dotted(value.func).rpartition(".")[2] in _FORM
    return isinstance(value, ast.Attribute) and value.attr in _FORM


def _read(node: ast.AST) -> Iterator[str]:
    """The names whose values a statement reads, not their forms alone."""
    if isinstance(node, ast.Attribute) and node.attr in _FORM:
        return
    if isinstance(node, ast.Call) and _dotted(node.func).rpartition(".")[2] in _FORM:
        return
    if isinstance(node, ast.Name):
        yield node.id
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store)):
            yield from _read(child)


def _is_definition(node: ast.AST) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))


def _seeded_by(call: ast.Call) -> tuple[str, ...]:
    name = _dotted(call.func)
    if name.rpartition(".")[2] in _SEED_ALL:
        return ("torch", "numpy", "random")
    return (_SEEDS[name],) if name in _SEEDS else ()


def _filled(calls: Iterable[ast.Call]) -> list[ast.expr]:
    """What is made without numbers and gets some at once: `torch.empty(2)` before `.fill_(1)`."""
    methods = (call.func for call in calls if isinstance(call.func, ast.Attribute))
    return [method.value for method in methods if method.attr in ("fill_", "zero_")]


def _is_unsure(call: ast.Call) -> bool:
    name = _dotted(call.func).rpartition(".")[2]
    return name in _UNSURE or (name in _UNSURE_BARE and not call.args)


def _compares_identity(node: ast.AST, values: Mapping[str, Any]) -> bool:
    """Whether `is` asks for the identity of what Python may or may not keep once."""
    if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], (ast.Is, ast.IsNot)):
        return False
    sides = (node.left, *node.comparators)
    if any(isinstance(side, ast.Constant) and side.value is None for side in sides):
        return False
    return any(
        isinstance(side, ast.Constant)
        or (isinstance(side, ast.Name) and isinstance(values.get(side.id), _INTERNED))
        for side in sides
    )


def _dotted(function: ast.expr) -> str:
    """`torch.random.manual_seed`; of what is no plain path, its last part."""
    if isinstance(function, ast.Attribute):
        before = _dotted(function.value)
        return f"{before}.{function.attr}" if before else f"?.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""
