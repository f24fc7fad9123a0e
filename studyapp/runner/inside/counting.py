"""Statements of the later passes: as they stood, but for their own loops and functions, counted."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Mapping  # noqa: UP035  Python 3.9

from . import forms
from .compounds import FUNCTIONS, Body, each, methods, parts
from .halves import tick
from .insertions import call, changed, load

if TYPE_CHECKING:
    from .sites import Scope


class Counting:
    """Rewrites them; `scopes` are those of the loops and functions that have probes."""

    def __init__(self, scopes: Mapping[ast.stmt, Scope]) -> None:
        self._scopes = scopes

    def counted(self, statement: ast.stmt) -> Body:
        """A statement without any probes, its passes counted."""
        if scope := self._scopes.get(statement):
            return [self._scoped(statement, scope)]
        if isinstance(statement, FUNCTIONS):
            return [statement]
        if isinstance(statement, ast.ClassDef):
            return [methods(statement, self.counted)]
        return [parts(statement, self.counted)]

    def _scoped(self, statement: ast.stmt, scope: Scope) -> ast.stmt:
        if isinstance(statement, ast.For):
            items = call("<each>", statement, statement.iter, load(scope.counter, statement))
            return changed(statement, iter=items, body=each(statement.body, self.counted))
        body: Body = getattr(statement, "body", [])
        at = forms.documented(body) if isinstance(statement, FUNCTIONS) else 0
        later = each(body[at:], self.counted)
        return changed(statement, body=[*body[:at], tick(statement, scope), *later])
