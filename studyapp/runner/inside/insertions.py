"""Pieces of syntax to put between a snippet's own, all at the line of a statement of its."""

from __future__ import annotations

import ast
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)


def changed(node: Node, **fields: Any) -> Node:
    """A copy of `node` with other fields; what they share is not copied."""
    old = {field: getattr(node, field, None) for field in node._fields}
    return ast.copy_location(type(node)(**{**old, **fields}), node)


def load(name: str, at: ast.stmt) -> ast.expr:
    """The value of a name; also of one that no snippet could write."""
    return ast.copy_location(ast.Name(name, ast.Load()), at)


def call(name: str, at: ast.stmt, *arguments: int | ast.expr) -> ast.expr:
    """A call of what `name` is."""
    given = [
        ast.copy_location(ast.Constant(one), at) if isinstance(one, int) else one
        for one in arguments
    ]
    return ast.copy_location(ast.Call(load(name, at), given, []), at)


def do(name: str, at: ast.stmt, *arguments: int | ast.expr) -> ast.stmt:
    """A statement that calls what `name` is."""
    return ast.copy_location(ast.Expr(call(name, at, *arguments)), at)


def both(first: ast.expr, second: ast.expr) -> ast.expr:
    """`first and second`, where the second stands."""
    return ast.copy_location(ast.BoolOp(ast.And(), [first, second]), second)


def fork(test: ast.expr, at: ast.stmt, first: list[ast.stmt], later: list[ast.stmt]) -> ast.stmt:
    """`first` while the test is true, and `later` from then on."""
    return ast.copy_location(ast.If(test, first or [ast.Pass()], later or [ast.Pass()]), at)
