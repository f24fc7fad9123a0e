"""A statement rewritten so that what it does inside, in loops and functions, can be told.

The body of a loop or a function stands twice in the rewritten statement: with probes, for its
first passes, and as it was, so that a loop of a million passes costs little more than before. The
second half of a loop is the `else` of the first, and takes what is left.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from . import forms, names
from .compounds import FUNCTIONS, Body, each, methods, parts
from .counting import Counting
from .halves import halved_for, halved_while, tick
from .insertions import both, call, changed, do, fork, load

if TYPE_CHECKING:
    from .block import Block
    from .compounds import Rewrite
    from .passes import Passes
    from .sites import Scope

_ASSIGNMENTS = (ast.Assign, ast.AugAssign, ast.AnnAssign)
_DECLARATIONS = (ast.Global, ast.Nonlocal)


class Rewriter:
    """Rewrites the statements of one block; they stay as they are, new ones share their parts."""

    def __init__(self, block: Block, passes: Passes) -> None:
        self._block = block
        self._passes = passes
        self._scopes: dict[ast.stmt, Scope] = {}
        self._later = Counting(self._scopes)
        self._may_probe = not forms.watches_code(block.tree)

    def rewrite(self, statement: ast.stmt) -> ast.stmt:
        """The statement with probes; itself where there is nothing to probe."""
        if isinstance(statement, _ASSIGNMENTS):
            return statement
        if isinstance(statement, ast.Expr):
            return self._shown(statement) if self._block.comment(statement) else statement
        return self._once(statement)[0]

    def _once(self, statement: ast.stmt) -> Body:
        """A statement that is executed once at most, so that only its claims need a probe."""
        return self._claimed(statement) or self._open(statement, self._once)

    def _probed(self, statement: ast.stmt, scope: Scope, *, always: bool) -> Body:
        """A statement of the first passes; `always` if every pass comes by."""
        if isinstance(statement, _ASSIGNMENTS):
            told = self._tell(names.bound(statement), statement, scope, always=always)
            return [*(self._claimed(statement, scope) or [statement]), *told]
        if (
            isinstance(statement, ast.Return)
            and statement.value
            and not forms.is_plain(statement.value)
        ):
            site = self._passes.site(statement, "return", statement.lineno, scope, always=always)
            return [changed(statement, value=call("<give>", statement, site, statement.value))]
        straight = always and isinstance(statement, (ast.With, ast.AsyncWith))
        return self._claimed(statement, scope) or self._open(
            statement, lambda inner: self._probed(inner, scope, always=straight)
        )

    def _open(self, statement: ast.stmt, rewrite: Rewrite) -> Body:
        """A compound statement, what is in it rewritten."""
        if isinstance(statement, (ast.For, ast.While)):
            return [self._loop(statement)]
        if isinstance(statement, FUNCTIONS):
            return [self._function(statement)]
        if isinstance(statement, ast.ClassDef):
            return [methods(statement, lambda inner: self._open(inner, self._once))]
        return [parts(statement, rewrite)]

    def _loop(self, statement: ast.For | ast.While) -> ast.stmt:
        if not self._may_probe or forms.declares(statement):
            return statement
        scope = self._scopes[statement] = self._passes.scope()
        if isinstance(statement, ast.While):
            first = [new for s in statement.body for new in self._probed(s, scope, always=True)]
            return halved_while(statement, scope, first, each(statement.body, self._later.counted))
        bound = dict.fromkeys(names.stored(statement.target), statement.lineno)
        first = self._tell(bound, statement, scope, always=True)
        first += [new for s in statement.body for new in self._probed(s, scope, always=True)]
        return halved_for(statement, scope, first, each(statement.body, self._later.counted))

    def _function(self, statement: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
        if not self._may_probe or not forms.is_open(statement):
            return statement
        scope = self._scopes[statement] = self._passes.scope()
        known = self._passes.sites
        at = forms.documented(statement.body)
        body = statement.body[at:]
        rest = [s for s in body if not isinstance(s, _DECLARATIONS)]
        first = [new for s in rest for new in self._probed(s, scope, always=True)]
        if self._passes.sites == known:
            del self._scopes[statement]
            return statement
        kept = [*statement.body[:at], *(s for s in body if isinstance(s, _DECLARATIONS))]
        first.insert(0, do(scope.passed, statement))
        later = [tick(statement, scope), *each(rest, self._later.counted)]
        asked = both(load(scope.probing, statement), call(scope.enter, statement))
        return changed(statement, body=[*kept, fork(asked, statement, first, later)])

    def _tell(
        self, bound: dict[str, int], statement: ast.stmt, scope: Scope, *, always: bool
    ) -> Body:
        return [
            do(
                "<tell>",
                statement,
                self._passes.site(statement, name, line, scope, always=always),
                load(name, statement),
            )
            for name, line in bound.items()
        ]

    def _claimed(self, statement: ast.stmt, scope: Scope | None = None) -> Body:
        """A simple statement with a comment, its outcome handed over; empty for any other."""
        if not self._block.comment(statement) or isinstance(statement, ast.Return):
            return []
        site = self._passes.site(statement, "", statement.lineno, scope)
        if isinstance(statement, ast.Expr):
            shown = self._shown(statement).value
            begun = call("<begin>", statement)
            return [changed(statement, value=call("<end>", statement, site, begun, shown))]
        subjects = [load(name, statement) for name in names.subjects(statement)]
        if not subjects:
            return []
        several = ast.copy_location(ast.Tuple(subjects, ast.Load()), statement)
        value = subjects[0] if len(subjects) == 1 else several
        return [statement, do("<check>", statement, site, value)]

    def _shown(self, statement: ast.Expr) -> ast.Expr:
        """A call of `print`, the last that it prints handed over."""
        printed = forms.printing(statement)
        if printed is None or isinstance(printed.args[-1], (ast.Starred, ast.JoinedStr)):
            return statement
        *others, last = printed.args
        args = [*others, call("<seen>", statement, last)]
        return changed(statement, value=changed(printed, args=args))
