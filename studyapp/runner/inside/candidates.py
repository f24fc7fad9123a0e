"""Which of a snippet's definitions to call, and why others are left alone."""

from __future__ import annotations

import ast
import enum
import inspect
from typing import Any, Mapping, NamedTuple, Sequence  # noqa: UP035  Python 3.9

from . import names, tensors, world

Definition = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_ALONE = ("init_process_group", "all_reduce", "spawn", "world_size")
_OPENING = ("open", "input")


class Candidate(NamedTuple):
    """One definition of the snippet."""

    name: str
    node: Any
    value: Any
    """What the name means now that the snippet has run."""


def find(tree: ast.Module, namespace: Mapping[str, Any]) -> list[Candidate]:
    """The definitions in their order, each name's last one."""
    found = {
        node.name: Candidate(node.name, node, namespace[node.name])
        for node in tree.body
        if isinstance(node, Definition) and node.name in namespace
    }
    return list(found.values())


def outermost(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that no other one uses first, the last of them first; then the others."""
    uses = {each.name: names.loaded(each.node) - {each.name} for each in candidates}
    used = set().union(*uses.values()) if uses else set()
    last_first = list(reversed(candidates))
    last_first.sort(key=lambda each: each.name in used)
    return last_first


def is_torn(candidate: Candidate) -> bool:
    """Whether it is a method that the note shows without its class."""
    if isinstance(candidate.node, ast.ClassDef):
        return False
    arguments = [*candidate.node.args.posonlyargs, *candidate.node.args.args]
    return bool(arguments) and arguments[0].arg in {"self", "cls"}


def of_self(candidate: Candidate) -> list[str]:
    """The attributes of `self` that a torn method uses, in their order."""
    first = next(iter([*candidate.node.args.posonlyargs, *candidate.node.args.args])).arg
    used = [
        inner
        for inner in ast.walk(candidate.node)
        if isinstance(inner, ast.Attribute)
        and isinstance(inner.value, ast.Name)
        and inner.value.id == first
    ]
    used.sort(key=lambda node: (node.lineno, node.col_offset))
    return list(dict.fromkeys(node.attr for node in used))


def objection(candidate: Candidate) -> tuple[str, str] | None:
    """Status and reason where it had better not be called."""
    node, value = candidate.node, candidate.value
    if any(map(_is_omission, ast.walk(node))):
        return "defines", f"{candidate.name} leaves parts out (`...`)"
    if isinstance(node, ast.ClassDef):
        return _peculiarity(value)
    if is_empty(node):
        return "defines", f"{candidate.name} has an empty body"
    if isinstance(node, ast.AsyncFunctionDef):
        return "defines", f"{candidate.name} is a coroutine"
    if inspect.isroutine(value):
        return _need(value) or _oddity(candidate)
    return "defines", f"{candidate.name} is a {type(value).__name__}"


def _peculiarity(value: Any) -> tuple[str, str] | None:
    """What sort of class has nothing to call."""
    if isinstance(value, type) and issubclass(value, (BaseException, enum.Enum)):
        return "defines", "an exception or an enumeration"
    return ("defines", f"{value.__name__} is abstract") if inspect.isabstract(value) else None


def returns_input(candidate: Candidate) -> bool:
    """Whether a function does no more than return one of its parameters."""
    body = [one for one in candidate.node.body if not _is_idle(one)]
    returned = body[0].value if len(body) == 1 and isinstance(body[0], ast.Return) else None
    names = [one.arg for one in candidate.node.args.args]
    return isinstance(returned, ast.Name) and returned.id in names


def is_empty(node: Any) -> bool:
    """Whether a function's body does nothing at all."""
    return all(map(_is_idle, node.body))


def _need(value: Any) -> tuple[str, str] | None:
    """What of this machine it would need."""
    reads, attributes = set(world.reads(value)), world.attributes(value)
    if attributes & set(_ALONE) or {"rank", "world_size"} <= set(
        inspect.signature(value).parameters
    ):
        return "needs", "needs several processes"
    if "cuda" in attributes and "is_available" not in attributes and not tensors.has_cuda():
        return "needs", "needs CUDA"
    return ("defines", "it reads files or keys") if reads & set(_OPENING) else None


def _oddity(candidate: Candidate) -> tuple[str, str] | None:
    """A decorator, a context manager, a hook: what is called by something else."""
    node = candidate.node
    inner = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    last = node.body[-1]
    returned = last.value if isinstance(last, ast.Return) else None
    if isinstance(returned, ast.Name) and returned.id in inner:
        return "defines", f"{candidate.name} makes a function"
    decorators = {getattr(one, "attr", getattr(one, "id", "")) for one in node.decorator_list}
    if decorators & {"contextmanager", "asynccontextmanager"}:
        return "defines", f"{candidate.name} is a context manager"
    arguments = [one.arg for one in node.args.args]
    if arguments[:2] in (["module", "input"], ["module", "inputs"], ["module", "grad_input"]):
        return "defines", f"{candidate.name} is a hook"
    return None


def _is_omission(node: ast.AST) -> bool:
    """Whether it is a call with an ellipsis for its arguments."""
    return isinstance(node, ast.Call) and any(
        isinstance(one, ast.Constant) and one.value is ... for one in node.args
    )


def _is_idle(statement: ast.stmt) -> bool:
    documents = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or documents
