"""What a statement bound, changed or gave, told as values at its line."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Dict, Mapping, Tuple  # noqa: UP035  Python 3.9

from . import marks, names, values

if TYPE_CHECKING:
    from .passes import Passes
    from .speaker import Speaker

Told = Tuple[str, Dict[str, Any]]  # noqa: UP006  Python 3.9 evaluates the alias
"""A value's summary and details."""

_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)
_MOST_NAME = 48


class Teller:
    """Says values, described among the names of `namespace`."""

    def __init__(self, namespace: Mapping[str, Any], speaker: Speaker) -> None:
        self._namespace = namespace
        self._speaker = speaker

    def describe(self, name: str, value: Any) -> Told:
        """The words for a value, before anything is said of when it was seen."""
        return values.describe(value, name, self._namespace)

    def say(self, line: int, name: str, told: Told, facts: Mapping[str, Any]) -> None:
        """Say a value with more facts about it."""
        summary, details = told
        change = marks.words(facts)
        self._speaker.say(
            "value",
            line=line,
            name=name,
            summary=f"{summary}  {change}" if change else summary,
            details={**details, **facts},
        )

    def tell_expression(self, statement: ast.stmt, value: Any, line: int) -> None:
        """Say a bare expression's value by its own source."""
        name = values.cut(ast.unparse(statement), _MOST_NAME)
        self.say(line, name, self.describe(name, value), {})

    def tell_names(
        self,
        statement: ast.stmt,
        before: Mapping[str, marks.Mark],
        passes: Passes | None = None,
        line: int | None = None,
    ) -> None:
        """Say what the statement bound, and what else is no longer as its mark in `before`.

        `line` instead of the statement's own, where those are not the note's.
        """
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            return
        bound = names.bound(statement)
        changed = [name for name in before if name not in bound]
        for name in (*bound, *changed):
            if name.startswith("__") or name == "_" or name not in self._namespace:
                continue
            old, new = before.get(name), marks.mark(self._namespace[name])
            if old == new and not (name in bound and isinstance(statement, _SIMPLE)):
                continue
            at = bound.get(name, statement.lineno)
            told = self.describe(name, self._namespace[name])
            site = passes.pop(name, at) if passes else None
            total = site.total() if site else None
            if total == 1 and site and site.first == told[0]:
                continue  # what the loop's only pass told already
            passed = {"pass": total, "passes": total} if total else {}
            facts = {**marks.changes(old, new), **passed}
            self.say(at if line is None else line, name, told, facts)
