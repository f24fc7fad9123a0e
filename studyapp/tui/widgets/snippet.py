"""Code as it stands in a note, with its lines and its statements."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.snippets import typed

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code as it stands in a note; `first_line` is the note's line of its first line."""

    code: str
    first_line: int
    language: str
    runnable: bool

    @property
    def numbers(self) -> range:
        """The note's lines that the code covers."""
        return range(
            self.first_line, self.first_line + self.code.removesuffix("\n").count("\n") + 1
        )

    def statement_ends(self) -> Mapping[int, int]:
        """For the first line of each top-level statement of Python, its last line."""
        above = self.first_line - 1
        return {one.lineno + above: _end(one) + above for one in self._statements()}

    def expressions(self) -> Mapping[int, str]:
        """For the last line of each bare expression, the name that a run gives its value."""
        above = self.first_line - 1
        return {
            _end(one) + above: ast.unparse(one)
            for one in self._statements()
            if isinstance(one, ast.Expr)
        }

    def definitions(self) -> Mapping[int, str]:
        """For the first line of each top-level definition, the name that it binds."""
        above = self.first_line - 1
        kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        return {
            one.lineno + above: one.name for one in self._statements() if isinstance(one, kinds)
        }

    def _statements(self) -> list[ast.stmt]:
        try:
            return ast.parse(typed(self.code)).body if self.runnable else []
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []


def _end(statement: ast.stmt) -> int:
    return statement.end_lineno or statement.lineno
