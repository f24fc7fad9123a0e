"""Compound statements with what stands inside of them rewritten."""

from __future__ import annotations

import ast
from typing import Any, Callable, Iterable, List  # noqa: UP035  Python 3.9

from .insertions import changed

Body = List[ast.stmt]  # noqa: UP006  Python 3.9 evaluates the aliases
Rewrite = Callable[[ast.stmt], Body]

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def each(body: Iterable[ast.stmt], rewrite: Rewrite) -> Body:
    """All that the statements of a body become."""
    return [new for statement in body for new in rewrite(statement)]


def parts(statement: ast.stmt, rewrite: Rewrite) -> ast.stmt:
    """A statement with all its bodies, those of its handlers and cases too; itself without any."""
    found: dict[str, Any] = {
        part: each(getattr(statement, part), rewrite)
        for part in ("body", "orelse", "finalbody")
        if getattr(statement, part, None)
    }
    for part in ("handlers", "cases"):
        if several := getattr(statement, part, None):
            found[part] = [changed(one, body=each(one.body, rewrite)) for one in several]
    return changed(statement, **found) if found else statement


def methods(statement: ast.ClassDef, rewrite: Rewrite) -> ast.stmt:
    """A class with its methods; one with a decorator, which may look at them, stays."""
    if statement.decorator_list:
        return statement
    return changed(
        statement,
        body=each(statement.body, lambda s: rewrite(s) if isinstance(s, FUNCTIONS) else [s]),
    )
