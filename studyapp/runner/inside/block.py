"""One fence's code, parsed and moved to its lines of the note, with what it states."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import Iterator, NamedTuple  # noqa: UP035  Python 3.9

from . import names, sessions

FILE = "<note>"
"""The file name in tracebacks; its lines are the note's."""

SCRATCH_FILE = "<scratch>"
"""As above, for lines that are none of the note's."""

_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Return)


class Comment(NamedTuple):
    """A comment with its line of the note; `alone` if no code stands before it."""

    line: int
    text: str
    column: int
    alone: bool


class Block:
    """A fence; raises SyntaxError, ValueError or RecursionError where it is not Python.

    `output` is what the note says that it prints, `heading` the heading above it.
    """

    def __init__(
        self, code: str, line: int, output: str = "", heading: str = "", file: str = FILE
    ) -> None:
        session = sessions.read(code)
        self.code = session.code
        self.line = line
        self.output = output
        self.heading = heading
        shifted = "\n" * (line - 1) + session.code
        self.tree = ast.parse(shifted, file)
        self.answers = {line - 1 + at: text for at, text in session.answers.items()}
        """What a session answers to the statement that ends at each line."""
        self.comments = {c.line: c for c in _comments(shifted)} if "#" in session.code else {}
        self._last = {s.end_lineno: s for s in _simple(self.tree)} if self.comments else {}

    def comment(self, statement: ast.stmt) -> str:
        """The comment behind a simple statement, if no other one stands between."""
        line = statement.end_lineno or 0
        found = self.comments.get(line)
        return found.text if found and self._last.get(line) is statement else ""

    def above(self, statement: ast.stmt) -> list[Comment]:
        """The comments on the lines right above a statement, in their order."""
        found: list[Comment] = []
        while (comment := self._alone(statement.lineno - len(found) - 1, statement)) is not None:
            found.insert(0, comment)
        return found

    def below(self, statement: ast.stmt) -> list[Comment]:
        """The comments on the lines right below a statement, in their order."""
        found: list[Comment] = []
        end = statement.end_lineno or 0
        while (comment := self._alone(end + len(found) + 1, statement)) is not None:
            found.append(comment)
        return found

    def enclosing(self, statement: ast.stmt, line: int) -> ast.stmt:
        """The innermost simple statement in `statement` that stands at `line`, or itself."""
        found = [s for s in _simple(statement) if s.lineno <= line <= (s.end_lineno or 0)]
        return found[-1] if found else statement

    def has_code(self, line: int) -> bool:
        """Whether there is more than white space at a line of the note."""
        lines = self.code.split("\n")
        return 0 <= line - self.line < len(lines) and bool(lines[line - self.line].strip())

    @property
    def only_defines(self) -> bool:
        """Whether nothing in it is done at once."""
        return all(map(names.defines, self.tree.body))

    def _alone(self, line: int, statement: ast.stmt) -> Comment | None:
        comment = self.comments.get(line)
        fits = comment and comment.alone and comment.column == statement.col_offset
        return comment if fits else None


def _comments(source: str) -> Iterator[Comment]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            line, column = token.start
            yield Comment(line, token.string, column, not token.line[:column].strip())


def _simple(tree: ast.AST) -> Iterator[ast.stmt]:
    """The simple statements that have a value, at any depth, in their order."""
    return (node for node in ast.walk(tree) if isinstance(node, _SIMPLE))
