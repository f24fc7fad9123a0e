"""Runs blocks statement by statement, and says what each statement of the last one did."""

from __future__ import annotations
import __future__

import ast
import io
import linecache
import tokenize
from typing import TYPE_CHECKING, Any, Mapping, Sequence  # noqa: UP035  Python 3.9

from . import names, values
from .chance import Chance
from .claims import Outcome, judge
from .marks import mark, mark_all

if TYPE_CHECKING:
    from .speaker import Speaker

FILE = "<note>"
"""The file name in tracebacks; its lines are the note's."""

_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr)
_MOST_NAME = 48
_NOTHING = object()


class Block:
    """One fence's code, parsed and moved to its lines of the note."""

    def __init__(self, code: str, line: int) -> None:
        self.code = code
        self.line = line
        shifted = "\n" * (line - 1) + code
        self.tree = ast.parse(shifted, FILE)
        self._comments = _comments(shifted)
        self._last = {statement.end_lineno: statement for statement in self.tree.body}

    def comment(self, statement: ast.stmt) -> str | None:
        """The comment behind a simple statement, if no other one stands between."""
        if not isinstance(statement, _SIMPLE) or self._last[statement.end_lineno] is not statement:
            return None
        return self._comments.get(statement.end_lineno or 0)

    @property
    def only_defines(self) -> bool:
        """Whether nothing in it is done at once."""
        return all(map(names.defines, self.tree.body))


class Execution:
    """The blocks of one run in their common namespace."""

    def __init__(
        self, blocks: Sequence[Block], namespace: dict[str, Any], speaker: Speaker
    ) -> None:
        self.blocks = blocks
        self.namespace = namespace
        self._speaker = speaker
        self._flags = 0
        self._chance = Chance(block.tree for block in blocks)
        self.current = blocks[0]
        _show_source(blocks)

    def run(self) -> None:
        """Run all; an exception of the snippet's leaves this as it is."""
        for block in self.blocks:
            self.current = block
            self._speaker.mute = block is not self.blocks[-1]
            for statement in block.tree.body:
                self._speaker.listen(statement.lineno)
                self._note_future(statement)
                if self._speaker.mute:
                    self._do(statement)
                else:
                    self._watch(statement, block.comment(statement))
        self._speaker.listen(None)

    def _note_future(self, statement: ast.stmt) -> None:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                self._flags |= getattr(__future__, alias.name).compiler_flag

    def _do(self, statement: ast.stmt) -> Any:
        """Execute one statement; a bare expression's value, else `_NOTHING`."""
        if isinstance(statement, ast.Expr):
            expression = ast.Expression(statement.value)
            code = compile(expression, FILE, "eval", self._flags, dont_inherit=True)
            return eval(code, self.namespace)  # noqa: S307  what a sandboxed child is for
        module = ast.Module([statement], type_ignores=[])
        code = compile(module, FILE, "exec", self._flags, dont_inherit=True)
        exec(code, self.namespace)  # noqa: S102  as above
        return _NOTHING

    def _watch(self, statement: ast.stmt, comment: str | None) -> None:
        before = mark_all(self.namespace)
        value = self._do(statement)
        self._tell_expression(statement, value)
        self._tell_names(statement, before)
        if comment:
            self._tell_claim(statement, value, comment)

    def _tell_expression(self, statement: ast.stmt, value: Any) -> None:
        if not names.defines(statement) and value is not _NOTHING and value is not None:
            name = values.cut(ast.unparse(statement), _MOST_NAME)
            self._tell(statement.lineno, name, value, {})

    def _tell_names(self, statement: ast.stmt, before: Mapping[str, Any]) -> None:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            return
        bound = names.bound(statement)
        changed = [name for name in before if name not in bound]
        for name in (*bound, *changed):
            if name.startswith("__") or name == "_" or name not in self.namespace:
                continue
            value = self.namespace[name]
            old, new = before.get(name), mark(value)
            if old == new and not (name in bound and isinstance(statement, _SIMPLE)):
                continue
            facts = {"changed": True} if old and old != new and old[0] == new[0] else {}
            self._tell(bound.get(name, statement.lineno), name, value, facts)

    def _tell(self, line: int, name: str, value: Any, facts: Mapping[str, Any]) -> None:
        summary, details = values.describe(value, name, self.namespace)
        if facts:
            summary += "  changed in place"
        self._speaker.say(
            "value", line=line, name=name, summary=summary, details={**details, **facts}
        )

    def _tell_claim(self, statement: ast.stmt, value: Any, comment: str) -> None:
        name = names.subject(statement)
        if name is not None:
            value = self.namespace.get(name, _NOTHING)
        outcome = Outcome(value is not _NOTHING, value, "".join(self._speaker.heard))
        verdict = judge(comment, outcome, chance=self._chance.played())
        if verdict:
            self._speaker.say("claim", line=statement.end_lineno, **verdict._asdict())


def _comments(source: str) -> dict[int, str]:
    """The comments by line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string for t in tokens if t.type == tokenize.COMMENT}


def _show_source(blocks: Sequence[Block]) -> None:
    """Let `inspect` and tracebacks find the lines, each block at its place in the note."""
    lines: list[str] = []
    for block in sorted(blocks, key=lambda block: block.line):
        lines += ["\n"] * (block.line - 1 - len(lines))
        lines[block.line - 1 :] = [line + "\n" for line in block.code.split("\n")]
    linecache.cache[FILE] = (sum(map(len, lines)), None, lines, FILE)
