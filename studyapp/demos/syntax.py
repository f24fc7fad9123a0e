"""What a snippet of Python does, told from its text alone."""

from __future__ import annotations

import ast
import builtins
import symtable
import sys
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a run provides without an import; other usual aliases (tf, pd, cv2, dist) it can't.
_PRELUDE = """
torch nn F optim np numpy plt os sys re io gc copy math time json random functools itertools
Tensor Parameter DataLoader Dataset collections typing dataclass dataclasses List Dict Tuple
Optional Any Callable Union defaultdict deque Counter namedtuple OrderedDict abstractmethod ABC
threading warnings contextlib partial lru_cache
"""
_KNOWN = frozenset(dir(builtins)) | {"__name__", "__file__", *_PRELUDE.split()}
_HERE = sys.stdlib_module_names | {"torch", "numpy", "matplotlib", "__future__"}
_ALONE = frozenset({"multiprocessing", "subprocess", "socket", "socketserver", "tkinter", "curses"})
_PARTS_ELSEWHERE = frozenset({"torch.distributed", "torch.multiprocessing"})
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Facts:
    """What one snippet binds and needs, and what a run of it would do.

    `binds` are the names of its top level, `needs` those it reads and neither binds nor is given.
    `elsewhere`: it imports or uses what a run can't have. `prints`, `binds_values`: so it does
    at top level. `callable`: it defines something that does something when called.
    """

    binds: frozenset[str]
    needs: frozenset[str]
    elsewhere: bool
    prints: bool
    binds_values: bool
    callable: bool


@lru_cache(maxsize=4096)
def read_facts(code: str) -> Facts:
    """The facts of `code`, which is Python that parses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(code)
        table = symtable.symtable(code, "note", "exec")
    binds = frozenset(
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported()
    )
    return Facts(
        binds=binds,
        needs=frozenset(_globals_read(table)) - binds - _KNOWN,
        elsewhere=any(_is_elsewhere(node) for node in ast.walk(tree)),
        prints=any(_prints(statement) for statement in _running(tree.body)),
        binds_values=any(_binds(statement) for statement in _running(tree.body)),
        callable=any(_does_something(node) for node in tree.body),
    )


def _globals_read(table: symtable.SymbolTable) -> Iterator[str]:
    top = table.get_type() == "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (top or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_read(child)


def _is_elsewhere(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(_is_foreign(alias.name) for alias in names)
        case ast.ImportFrom(module=module, level=level):
            return level > 0 or _is_foreign(module or "")
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="torch"), attr="cuda"), attr=attr):
            return attr != "is_available"
        case ast.Call(func=func, keywords=keywords, args=args):
            values = [*args, *(one.value for one in keywords)]
            on_gpu = any(isinstance(one, ast.Constant) and one.value == "cuda" for one in values)
            called = getattr(func, "attr", getattr(func, "id", ""))
            return on_gpu or called in {"cuda", "input"}
        case _:
            return False


def _is_foreign(module: str) -> bool:
    root = module.partition(".")[0]
    part = ".".join(module.split(".")[:2])
    return root not in _HERE or root in _ALONE or part in _PARTS_ELSEWHERE


def _running(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run with the module, those in blocks included."""
    for statement in body:
        yield statement
        if not isinstance(statement, _Definition):
            for field in ("body", "orelse", "finalbody"):
                yield from _running(getattr(statement, field, []))


def _prints(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))):
            return name in {"print", "pprint", "display"}
        case _:
            return False


def _binds(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign() | ast.AugAssign():
            return True
        case ast.AnnAssign(value=value):
            return value is not None
        case ast.Expr(value=value):
            return not isinstance(value, ast.Constant)
        case _:
            return False


def _does_something(node: ast.stmt) -> bool:
    match node:
        case ast.FunctionDef(args=arguments, body=body):
            names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
            return not _is_idle(body) and names[:1] != ["self"]  # a method without its class
        case ast.ClassDef(body=body):
            methods = [one for one in body if isinstance(one, ast.FunctionDef)]
            acting = [one for one in methods if one.name != "__init__" and not _is_idle(one.body)]
            return bool(acting) and not _loops_over_nothing(node)
        case _:
            return False


def _is_idle(body: list[ast.stmt]) -> bool:
    return all(
        isinstance(one, ast.Pass | ast.Raise)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in body
    )


def _loops_over_nothing(node: ast.ClassDef) -> bool:
    """Whether the class has a ModuleList that nobody fills: called, it returns its input."""
    calls = [call.func for call in ast.walk(node) if isinstance(call, ast.Call) and not call.args]
    empty = any(isinstance(func, ast.Attribute) and func.attr == "ModuleList" for func in calls)
    fills = {"append", "extend", "insert"}
    return empty and not any(
        isinstance(one, ast.Attribute) and one.attr in fills for one in ast.walk(node)
    )
