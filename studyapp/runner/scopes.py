"""Which names a block of Python needs from outside, and which it binds, by its syntax."""

from __future__ import annotations

import ast
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.runner.bindings import (
    Comprehension,
    Names,
    binds_literal,
    imported,
    own_names,
    parameters,
)
from studyapp.runner.inside import sessions
from studyapp.runner.inside.names import defines

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse(code: str) -> ast.Module:
    """The syntax tree; raises SyntaxError, ValueError or RecursionError where it is not Python."""
    with warnings.catch_warnings(action="ignore"):  # a lone backslash in a note is no news here
        return ast.parse(sessions.read(code).code)


def read(tree: ast.Module) -> Names:
    """The names of a parsed block."""
    reader = _Reader()
    reader.visit(tree)
    acts = not all(map(defines, tree.body))
    inert = all(defines(one) or binds_literal(one) for one in tree.body)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    defined = frozenset(one.name for one in tree.body if isinstance(one, kinds))
    return replace(reader.names, defined=defined, acts=acts, inert=inert)


class _Reader(ast.NodeVisitor):
    """Walks in the order in which Python evaluates; `hidden` are the names of inner scopes."""

    def __init__(self) -> None:
        self.names = Names()
        self._hidden: list[set[str]] = []
        self._inside = 0
        """Depth of what may never run: functions, branches."""

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._load(node.id, node.lineno)
        elif isinstance(node.ctx, ast.Store):
            self._store(node.id, node.lineno)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._visit_all(node.value, *node.targets)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self._visit_all(node.annotation, node.value, node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._load(node.target.id, node.lineno)
        self._visit_all(node.value, node.target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self._visit_all(node.iter, node.target, *node.body, *node.orelse)

    visit_AsyncFor = visit_For  # noqa: N815  the visitor's protocol

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        self._visit_maybe(*node.body, *node.orelse)

    def visit_Try(self, node: ast.Try) -> None:
        self._visit_maybe(*node.body, *node.handlers, *node.orelse)
        self._visit_all(*node.finalbody)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for name, path in imported(node).items():
            self._store(name, node.lineno)
            if not self._hidden:
                self.names.imports[name] = path

    visit_ImportFrom = visit_Import  # noqa: N815  the visitor's protocol

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._store(node.name, node.lineno)
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_all(*node.decorator_list, *node.bases, *node.keywords)
        with_own = {"__class__", "__module__", "__qualname__"}
        self._visit_scope(with_own, node.body)
        self._store(node.name, node.lineno)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._visit_all(*node.decorator_list)
        self._visit_signature(node.args)
        if node.returns:
            self.visit(node.returns)
        self._store(node.name, node.lineno)
        self._visit_body(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815  the visitor's protocol

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._visit_signature(node.args)
        self._visit_body(node.args, [node.body])

    def visit_ListComp(self, node: Comprehension) -> None:
        self.visit(node.generators[0].iter)
        values = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        parts: list[ast.AST] = []
        for generator in node.generators:
            parts += [generator.iter, generator.target, *generator.ifs]
        self._visit_scope(set(), [*parts[1:], *values])

    visit_SetComp = visit_ListComp  # noqa: N815  the visitor's protocol
    visit_DictComp = visit_ListComp  # noqa: N815  the visitor's protocol
    visit_GeneratorExp = visit_ListComp  # noqa: N815  the visitor's protocol

    def _visit_all(self, *nodes: ast.AST) -> None:
        for node in nodes:
            self.visit(node)

    def _visit_maybe(self, *nodes: ast.AST) -> None:
        self._inside += 1
        self._visit_all(*nodes)
        self._inside -= 1

    def _visit_signature(self, arguments: ast.arguments) -> None:
        """Defaults and annotations, which are evaluated where the function is defined."""
        self._visit_all(*arguments.defaults, *(d for d in arguments.kw_defaults if d))
        self._visit_all(*(a.annotation for a in parameters(arguments) if a.annotation))

    def _visit_body(self, arguments: ast.arguments, body: Sequence[ast.AST]) -> None:
        """What waits for a call: any name stored in it is its own from the beginning."""
        self._inside += 1
        self._visit_scope(own_names(arguments, body), body)
        self._inside -= 1

    def _visit_scope(self, own: set[str], body: Sequence[ast.AST]) -> None:
        self._hidden.append(own)
        self._visit_all(*body)
        self._hidden.pop()

    def _load(self, name: str, line: int) -> None:
        if any(name in scope for scope in self._hidden):
            return
        if self._inside:
            self.names.called.setdefault(name, line)
        elif name not in self.names.bound:
            self.names.now.setdefault(name, line)

    def _store(self, name: str, line: int) -> None:
        if self._hidden:
            self._hidden[-1].add(name)
        else:
            self.names.bound.setdefault(name, line)
