"""What a block printed so far, beside the output that its comments, answers and fences state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple  # noqa: UP035  Python 3.9

from . import announced, claims, outputs
from .attributes import MISSING
from .claims import Verdict
from .outcomes import Outcome, text_of
from .values import cut

if TYPE_CHECKING:
    import ast

    from .block import Block


class Judged(NamedTuple):
    """A verdict at its line; `unsure` if it must not be held against the note."""

    line: int
    verdict: Verdict
    unsure: bool


class Printed(NamedTuple):
    """What one statement printed; `line` is its last one."""

    line: int
    text: str
    chance: bool


class Transcript:
    """The printed text of one block, statement by statement."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._printed: list[Printed] = []

    def note(self, line: int, text: str, *, chance: bool) -> None:
        """Take down what the statement that ends at `line` printed or gave."""
        self._printed.append(Printed(line, text, chance))

    def judge_below(
        self, statement: ast.stmt, outcome: Outcome, *, chance: bool
    ) -> Iterator[Judged]:
        """The output that comments right below the statement state."""
        comments = self._block.below(statement)
        stated = outputs.below(comments)
        if stated is None:
            return
        verdict = None
        if outcome.printed or stated.headed:
            for printed in (outcome.printed, self._text()):
                verdict = verdict or (printed and outputs.judge(stated.text, printed)) or None
        # A literal alone belongs to what is above it, if nothing follows right below.
        alone = not self._block.has_code(comments[-1].line + 1)
        if verdict is None and (stated.headed or outcome.printed or alone):
            verdict = claims.judge_text(stated.text, outcome)
        if verdict:
            yield Judged(stated.line, verdict, chance or stated.example)

    def judge_answer(self, line: int, outcome: Outcome, *, chance: bool) -> Iterator[Judged]:
        """What a session answers to the statement that ends at `line`."""
        answer = self._block.answers.get(line, "")
        comment = self._block.comments.get(line)
        if not answer or (comment and "+SKIP" in comment.text):
            return
        if announced.answered(answer):
            yield Judged(line, Verdict(cut(answer), "no exception", holds=False), unsure=False)
            return
        shown = outcome.value is not None and outcome.value is not MISSING
        value = text_of(outcome.value) if shown else ""
        actual = "\n".join(part for part in (outcome.printed.strip(), value) if part)
        verdict = claims.judge_text(answer, outcome) or outputs.judge(answer, actual)
        if actual:
            unlike = Verdict(cut(answer), cut(actual), holds=False)
            yield Judged(line, verdict or unlike, chance)

    def judge_output(self) -> Iterator[Judged]:
        """The output in the fence that follows, dealt out to the statements."""
        stated, printed = self._block.output, self._printed
        if not stated or not printed:
            return
        shared = outputs.share(stated, [(one.line, one.text) for one in printed])
        if not shared and (whole := outputs.judge(stated, self._text())):
            shared = [(printed[-1].line, whole)]
        by_chance = {one.line for one in printed if one.chance}
        for line, verdict in shared:
            yield Judged(line, verdict, line in by_chance)

    def _text(self) -> str:
        return "\n".join(one.text for one in self._printed)
