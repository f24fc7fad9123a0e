"""Loops written twice over: a first half with probes, and a second that takes what is left.

The second half is the `else` of the first; it has nothing to decide, and what it costs more than
the loop as it stood is to count its passes.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .insertions import both, call, changed, do, load

if TYPE_CHECKING:
    from .compounds import Body
    from .sites import Scope


def halved_for(statement: ast.For, scope: Scope, first: Body, later: Body) -> ast.stmt:
    """`first` for the items that come while there are probes, `later` for the rest of them."""
    items = call(scope.head, statement, call("<iter>", statement, statement.iter))
    rest = changed(statement, iter=call(scope.rest, statement), body=later)
    return changed(statement, iter=items, body=first, orelse=[rest])


def halved_while(statement: ast.While, scope: Scope, first: Body, later: Body) -> ast.stmt:
    """`first` while there are probes; if it was they that ended, go on with `later`."""
    begins = both(call(scope.enter, statement), statement.test)
    rest = _rest(statement, scope, later)
    left = ast.If(call(scope.left, statement), [rest], statement.orelse)
    return changed(
        statement,
        test=begins,
        body=[do(scope.passed, statement), *first],
        orelse=[ast.copy_location(left, statement)],
    )


def _rest(statement: ast.While, scope: Scope, later: Body) -> ast.stmt:
    """The passes without probes, as a `for` over nothing, which counts itself."""
    if statement.orelse:  # a `break` in there is another loop's
        return changed(statement, body=[tick(statement, scope), *later])
    test = ast.copy_location(ast.UnaryOp(ast.Not(), statement.test), statement)
    leave = ast.copy_location(ast.Break(), statement)
    done = ast.copy_location(ast.If(test, [do(scope.over, statement), leave], []), statement)
    nothing = ast.copy_location(ast.Tuple([], ast.Store()), statement)
    loop = ast.For(nothing, call(scope.ever, statement), [done, *later], [])
    return ast.copy_location(loop, statement)


def tick(statement: ast.stmt, scope: Scope) -> ast.stmt:
    """Count one pass, by a `for` that takes nothing from many: a call would cost five times it."""
    nothing = ast.copy_location(ast.Tuple([], ast.Store()), statement)
    leave = ast.copy_location(ast.Break(), statement)
    loop = ast.For(nothing, load(scope.passes, statement), [leave], [])
    return ast.copy_location(loop, statement)
