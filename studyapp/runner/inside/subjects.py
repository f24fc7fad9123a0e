"""What a comment behind a statement is about: the value that it gave, bound or changed."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Mapping  # noqa: UP035  Python 3.9

from . import attributes, forms, names
from .attributes import MISSING
from .outcomes import Outcome

if TYPE_CHECKING:
    from .sites import Scope


class Subjects:
    """Finds them among the names of a run."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self._namespace = namespace

    def outcomes(
        self, statement: ast.stmt, value: Any, printed: str, scope: Scope | None = None
    ) -> list[Outcome]:
        """What a comment behind the statement may be about, the likeliest first.

        In a `scope` the names may be a function's own, of which nothing is known here.
        """
        outcome = self._outcome(statement, value, printed)
        if scope:
            subjects = names.subjects(statement)
            own = {subjects[0]: value} if len(subjects) == 1 else {}
            return [outcome._replace(resolve=lambda path: attributes.resolve(path, own))]
        if isinstance(statement, ast.Expr) and value is None and not printed:
            receiver = self._namespace.get(forms.changed_receiver(statement.value), MISSING)
            if receiver is not MISSING:
                return [outcome, outcome._replace(value=receiver)]
        return [outcome]

    def _outcome(self, statement: ast.stmt, value: Any, printed: str) -> Outcome:
        if value is MISSING:
            value = self.bound(statement)
        elif value is None and printed:
            value = MISSING
        return Outcome(value, printed, lambda path: attributes.resolve(path, self._namespace))

    def bound(self, statement: ast.stmt) -> Any:
        """The value of what an assignment binds, of several names as a tuple."""
        subjects = names.subjects(statement)
        found = tuple(self._namespace.get(name, MISSING) for name in subjects)
        if not found or any(value is MISSING for value in found):
            return MISSING
        return found[0] if len(found) == 1 else found
