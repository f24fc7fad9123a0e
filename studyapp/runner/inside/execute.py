"""Runs blocks statement by statement, and says what each statement of the last one did."""

from __future__ import annotations
import __future__

import ast
import linecache
from typing import TYPE_CHECKING, Any, Sequence  # noqa: UP035  Python 3.9

from . import names
from .attempt import Late
from .attributes import MISSING
from .block import FILE, SCRATCH_FILE, Block
from .chance import Chance
from .figures import Figures
from .lenience import Lenience
from .marks import mark, mark_all
from .passes import Passes
from .probes import Rewriter
from .referee import Referee
from .telling import Teller

if TYPE_CHECKING:
    from .speaker import Speaker

SCRATCH = 0
"""The line of whatever the scratch lines gave."""


class Execution:
    """The blocks of one run in their common namespace."""

    def __init__(
        self, blocks: Sequence[Block], namespace: dict[str, Any], speaker: Speaker
    ) -> None:
        self.blocks = blocks
        self.namespace = namespace
        self.current = blocks[0]
        self._speaker = speaker
        self._flags = 0
        self._chance = Chance(block.tree for block in blocks)
        self._teller = Teller(namespace, speaker)
        self._figures = Figures(speaker)
        self._lenience = Lenience(blocks[-1])
        _show_source(blocks)

    def run(self) -> None:
        """Run all; an exception of the snippet's leaves this as it is."""
        for block in self.blocks[:-1]:
            self.current = block
            self._speaker.mute = True
            self._run_before(block)
        self.current = self.blocks[-1]
        self._speaker.mute = False
        self._figures.skip()
        try:
            self._run_target(self.current)
        except NameError:
            if self._lenience.forgiven is None:
                raise
            self.current = self._lenience.block
            raise self._lenience.forgiven from None
        finally:
            self._figures.send()

    def run_scratch(self, code: str) -> None:
        """Run lines in the state that the target left, and tell what they gave."""
        for statement in Block(code, 1, file=SCRATCH_FILE).tree.body:
            self._speaker.listen(SCRATCH)
            before = mark_all(self.namespace)
            value = self._execute(statement, SCRATCH_FILE)
            # Of a call without a value only its effects are news: `loss.backward()`.
            silent = value is MISSING or (value is None and _is_call(statement))
            if not silent:
                self._teller.tell_expression(statement, value, SCRATCH)
            self._teller.tell_names(statement, before, line=SCRATCH)
        self._speaker.listen(None)

    def _run_before(self, block: Block) -> None:
        """Run a block that the target needs, in silence."""
        referee = Referee(block, self.namespace, self._speaker)
        for statement in block.tree.body:
            self._speaker.listen(statement.lineno)
            try:
                with self._lenience.limit(statement):
                    self._execute(statement)
            except (Exception, Late) as error:
                if not (referee.raised(statement, error) or self._lenience.forgives(error, block)):
                    raise
            self._chance.follow(statement, (), self.namespace)

    def _run_target(self, block: Block) -> None:
        referee = Referee(block, self.namespace, self._speaker)
        passes = Passes(self._teller, referee, self._speaker)
        rewriter = Rewriter(block, passes)
        try:
            for statement in block.tree.body:
                self._speaker.listen(statement.lineno)
                self._watch(statement, rewriter.rewrite(statement), referee, passes)
        finally:
            passes.close()
            referee.close()
        self._speaker.listen(None)

    def _watch(
        self, statement: ast.stmt, rewritten: ast.stmt, referee: Referee, passes: Passes
    ) -> None:
        before = mark_all(self.namespace)
        referee.begin(statement)
        value, raised = MISSING, False
        try:
            value = self._execute(rewritten)
        except Exception as error:  # a snippet may raise anything, and announce it
            raised = referee.raised(statement, error)
            if not raised:
                raise
        self._figures.look(statement.lineno)
        seen = passes.take_seen()
        if value is not MISSING and value is not None and not names.defines(statement):
            self._teller.tell_expression(statement, value, statement.lineno)
        self._teller.tell_names(statement, before, passes)
        changed = [n for n, old in before.items() if mark(self.namespace.get(n)) != old]
        chance = self._chance.follow(statement, changed, self.namespace)
        referee.release(chance=chance)
        if not raised:
            printed = "".join(self._speaker.heard)
            referee.end(statement, value if seen is MISSING else seen, printed, chance=chance)

    def _execute(self, statement: ast.stmt, file: str = FILE) -> Any:
        """Execute one statement; a bare expression's value, else `MISSING`."""
        self._note_future(statement)
        if isinstance(statement, ast.Expr):
            expression = ast.Expression(statement.value)
            code = compile(expression, file, "eval", self._flags, dont_inherit=True)
            return eval(code, self.namespace)  # noqa: S307  what a sandboxed child is for
        module = ast.Module([statement], type_ignores=[])
        code = compile(module, file, "exec", self._flags, dont_inherit=True)
        exec(code, self.namespace)  # noqa: S102  as above
        return MISSING

    def _note_future(self, statement: ast.stmt) -> None:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                self._flags |= getattr(__future__, alias.name).compiler_flag


def _is_call(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)


def _show_source(blocks: Sequence[Block]) -> None:
    """Let `inspect` and tracebacks find the lines, each block at its place in the note."""
    lines: list[str] = []
    for block in sorted(blocks, key=lambda block: block.line):
        lines += ["\n"] * (block.line - 1 - len(lines))
        lines[block.line - 1 :] = [line + "\n" for line in block.code.split("\n")]
    linecache.cache[FILE] = (sum(map(len, lines)), None, lines, FILE)
