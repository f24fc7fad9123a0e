"""What a snippet of Python does, told from its text alone."""

from __future__ import annotations

import ast
import builtins
import symtable
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.demos.acts import binds, does_something, is_elsewhere, measures, prints
from studyapp.notes.snippets import typed

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
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Facts:
    """What one snippet binds and needs, and what a run of it would do.

    `binds` are the names of its top level, `needs` those it reads and neither binds nor is given.
    `elsewhere`: it imports or uses what a run can't have. `prints`, `binds_values`: so it does
    at top level. `measures`: it asks for a time, an identity, a size or the like. `callable`: it
    defines something that does something when called.
    """

    binds: frozenset[str]
    needs: frozenset[str]
    elsewhere: bool
    prints: bool
    measures: bool
    binds_values: bool
    callable: bool


_NONE = frozenset[str]()
_UNKNOWN = Facts(
    _NONE, _NONE, elsewhere=True, prints=False, measures=False, binds_values=False, callable=False
)


@lru_cache(maxsize=4096)
def read_facts(code: str) -> Facts:
    """The facts of `code`; of what is no Python, that it can't run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(typed(code))
            table = symtable.symtable(typed(code), "note", "exec")
        except (SyntaxError, ValueError, RecursionError):  # a stray `nonlocal` parses, no more
            return _UNKNOWN
    bound = frozenset(
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported()
    )
    return Facts(
        binds=bound,
        needs=frozenset(_globals_read(table)) - bound - _KNOWN,
        elsewhere=any(is_elsewhere(node) for node in ast.walk(tree)),
        prints=any(prints(statement) for statement in _running(tree.body)),
        measures=any(measures(node) for node in ast.walk(tree)),
        binds_values=any(binds(statement) for statement in _running(tree.body)),
        callable=any(does_something(node) for node in tree.body),
    )


def _globals_read(table: symtable.SymbolTable) -> Iterator[str]:
    top = table.get_type() == "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (top or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_read(child)


def _running(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run with the module, those in blocks included."""
    for statement in body:
        yield statement
        if not isinstance(statement, _Definition):
            for field in ("body", "orelse", "finalbody"):
                yield from _running(getattr(statement, field, []))
