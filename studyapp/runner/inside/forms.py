"""Questions about the form of a statement that probes and claims turn on."""

from __future__ import annotations

import ast

_HARMLESS = {"staticmethod", "classmethod"}
"""Decorators that leave a function as it is; what any other makes of it gets the original."""

_SPECIAL = {"__init__", "__call__", "__getitem__", "__next__", "__enter__", "__exit__"}
"""The special methods that are probed; the others may be called by telling a value."""

_WATCHERS = {
    "__code__",
    "_dynamo",
    "_getframe",
    "checkpoint",
    "dir",
    "dis",
    "dynamo",
    "eval",
    "exec",
    "export",
    "functorch",
    "fx",
    "getrefcount",
    "getsource",
    "globals",
    "inspect",
    "jit",
    "locals",
    "make_fx",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "profile",
    "profiler",
    "setprofile",
    "settrace",
    "symbolic_trace",
    "timeit",
    "tracemalloc",
    "vars",
    "vmap",
}
"""What looks at frames, code or the clock would see the probes, or stumble over them."""

_MUTATORS = {
    "add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert", "remove",
    "reverse", "setdefault", "sort", "update",
}  # fmt: skip
"""Methods without a value, whose comment is about the object that they change."""


def is_plain(expression: ast.AST | None) -> bool:
    """Whether there is nothing to find out of its value: a constant, or none at all."""
    if expression is None:
        return True
    try:
        ast.literal_eval(expression)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    return True


def is_constant(statement: ast.stmt) -> bool:
    """Whether it gives a name the very value that stands there."""
    if isinstance(statement, ast.Assign):
        return is_plain(statement.value) and all(isinstance(t, ast.Name) for t in statement.targets)
    return isinstance(statement, ast.AnnAssign) and is_plain(statement.value)


def printing(statement: ast.Expr) -> ast.Call | None:
    """The call of `print` with something to print that a statement is."""
    call = statement.value
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
        return call if call.func.id == "print" and call.args else None
    return None


def changed_receiver(expression: ast.expr) -> str:
    """The name whose object a call like `xs.append(1)` changes; empty for any other."""
    if isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute):
        receiver = expression.func.value
        if isinstance(receiver, ast.Name) and expression.func.attr in _MUTATORS:
            return receiver.id
    return ""


def watches_code(tree: ast.AST) -> bool:
    """Whether a snippet looks at its own code, frames or speed, so that it must stay as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in _WATCHERS:
            return True
        if isinstance(node, ast.Attribute) and (node.attr in _WATCHERS or _is_clock(node)):
            return True
        if isinstance(node, (ast.Import, ast.ImportFrom)) and _imports_watcher(node):
            return True
    return False


def documented(body: list[ast.stmt]) -> int:
    """Where the body of a function begins after its docstring."""
    first = body[0] if body else None
    return int(isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant))


def is_open(statement: ast.stmt) -> bool:
    """Whether a function's body may be written twice without a change of what it does."""
    if not isinstance(statement, _FUNCTIONS):
        return False
    name = statement.name
    special = name.startswith("__") and name.endswith("__") and name not in _SPECIAL
    harmless = all(isinstance(d, ast.Name) and d.id in _HARMLESS for d in statement.decorator_list)
    rest = [inner for inner in statement.body if not isinstance(inner, _DECLARATIONS)]
    return harmless and not special and not any(map(declares, rest))


def declares(statement: ast.AST) -> bool:
    """Whether a `global` or `nonlocal` stands in it, outside of inner functions."""
    if isinstance(statement, _DECLARATIONS):
        return True
    inner = ast.iter_child_nodes(statement)
    return not isinstance(statement, (*_FUNCTIONS, ast.ClassDef)) and any(map(declares, inner))


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DECLARATIONS = (ast.Global, ast.Nonlocal)


def _is_clock(node: ast.Attribute) -> bool:
    if node.attr == "compile":
        return not (isinstance(node.value, ast.Name) and node.value.id == "re")
    return node.attr == "time" and isinstance(node.value, ast.Name) and node.value.id == "time"


def _imports_watcher(node: ast.Import | ast.ImportFrom) -> bool:
    parts = {part for alias in node.names for part in alias.name.split(".")}
    parts.update((node.module or "").split(".") if isinstance(node, ast.ImportFrom) else ())
    return not parts.isdisjoint(_WATCHERS)
