"""Judges what a block states of its own results, while and after it runs."""

from __future__ import annotations

import ast
import contextlib
import re
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence  # noqa: UP035  Python 3.9

from . import announced, claims, failures, forms
from .claims import Verdict
from .measures import Measures
from .outcomes import text_of
from .subjects import Subjects
from .texts import bare
from .transcript import Transcript
from .values import cut

if TYPE_CHECKING:
    from .block import Block
    from .sites import Scope, Site
    from .speaker import Speaker
    from .transcript import Judged

_WRONG = re.compile(
    r"伪代码|反例|错误|❌|✗|不推荐|\b(?:pseudo-?code|wrong|bad|incorrect|anti-?pattern|counter-?example)",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"✅|✓|正确|推荐|\b(?:right|correct|good)\b", re.IGNORECASE)


class Referee:
    """The claims of one block, as its statements are executed."""

    def __init__(self, block: Block, namespace: Mapping[str, Any], speaker: Speaker) -> None:
        self._block = block
        self._speaker = speaker
        self._subjects = Subjects(namespace)
        self._headed = bool(_WRONG.search(block.heading))
        self._doubtful = self._headed
        self._held: list[tuple[Site, list[Verdict], list[Verdict]]] = []
        self._measures = Measures(namespace)
        self._transcript = Transcript(block)
        self._said: set[tuple[int, str, bool | None]] = set()

    def begin(self, statement: ast.stmt) -> None:
        """Look at the comments above a statement that is about to be executed."""
        above = " ".join(comment.text for comment in self._block.above(statement))
        if _RIGHT.search(above) and not _WRONG.search(above):
            self._doubtful = self._headed
        elif above:
            self._doubtful = self._headed or bool(_WRONG.search(above))

    def end(self, statement: ast.stmt, value: Any, printed: str, *, chance: bool) -> None:
        """Judge a top-level statement that was executed; `value` is a bare expression's."""
        with contextlib.suppress(Exception):  # a snippet's own class may answer with anything
            self._end(statement, value, printed, chance=chance)

    def _end(self, statement: ast.stmt, value: Any, printed: str, *, chance: bool) -> None:
        verdicts = self._judge(statement, value, printed, chance=chance)
        self.tell(statement, verdicts, once=True)
        line = statement.end_lineno or statement.lineno
        outcomes = self._subjects.outcomes(statement, value, printed)
        given = isinstance(statement, ast.Expr) and value is not None and self._is_last(statement)
        if printed or given:
            self._transcript.note(line, printed or text_of(value), chance=chance)
        self._say_all(self._transcript.judge_below(statement, outcomes[-1], chance=chance))
        self._say_all(self._transcript.judge_answer(line, outcomes[0], chance=chance))

    def hold(self, site: Site, value: Any, printed: str) -> None:
        """Judge a statement inside of another one, until whose end its chances are not known."""
        with contextlib.suppress(Exception):  # as above
            spared, certain = (
                self._judge(site.statement, value, printed, chance=chance, scope=site.scope)
                for chance in (True, False)
            )
            self._held.append((site, spared, certain))

    def release(self, *, chance: bool) -> None:
        """Give the verdicts that were held to their places; tell those of a single passage."""
        for site, spared, certain in self._held:
            site.verdicts = spared if chance else certain
            if site.scope is None:
                self.tell(site.statement, site.verdicts, once=True)
                site.verdicts = []
        self._held.clear()

    def _judge(
        self,
        statement: ast.stmt,
        value: Any,
        printed: str,
        *,
        chance: bool,
        scope: Scope | None = None,
    ) -> list[Verdict]:
        """The claims behind a simple statement; in a `scope` names may be a function's own."""
        comment = self._block.comment(statement)
        if not comment:
            return []
        above = " ".join(one.text for one in self._block.above(statement))
        doubtful = self._doubtful or bool(_WRONG.search(above))
        promised = None if printed else announced.find(comment)
        if promised and promised.firm and not doubtful:
            return [Verdict(cut(promised.text), "no exception", holds=False)]
        outcomes = self._subjects.outcomes(statement, value, printed, scope)
        if not doubtful:
            self._measures.note(statement, outcomes[0].value, comment, scope)
        verdicts: list[Verdict] = []
        for outcome in outcomes:
            verdicts = claims.judge(comment, outcome, chance=chance, doubtful=doubtful) or verdicts
            if any(verdict.holds for verdict in verdicts):
                break
        constant = forms.is_constant(statement)
        return [verdict for verdict in verdicts if verdict.holds or not constant]

    def tell(self, statement: ast.stmt, verdicts: Sequence[Verdict], *, once: bool) -> None:
        """Say verdicts; of a statement that was passed more than `once`, the true ones alone."""
        for verdict in verdicts:
            if once or verdict.holds:
                self._say(statement.end_lineno or statement.lineno, verdict)

    def raised(self, statement: ast.stmt, error: BaseException) -> bool:
        """Whether an exception was announced, so that the block goes on after it."""
        line = failures.line_in_module(error) or statement.lineno
        plain = isinstance(error, Exception) and failures.judge(error, ())[0] == "error"
        for promised in self._announcements(statement, line):
            if plain or (promised.name and promised.holds(error)):
                actual = cut(f"{type(error).__name__}: {failures.message(error)}")
                self._say(line, Verdict(cut(promised.text), actual, promised.holds(error)))
                return True
        return False

    def close(self) -> None:
        """Judge what only the whole run can tell: symbolic shapes, and the output that follows."""
        for line, verdict in self._measures.judge():
            self._say(line, verdict)
        self._say_all(self._transcript.judge_output())

    def _announcements(self, statement: ast.stmt, line: int) -> list[announced.Announcement]:
        """What the comments around a statement that raised at `line` announce, nearest first."""
        end = statement.end_lineno or statement.lineno
        inner = self._block.enclosing(statement, line)
        lines = sorted(range(statement.lineno, end + 1), key=lambda other: abs(other - line))
        texts = [c.text for c in map(self._block.comments.get, lines) if c]
        above = [c.text for s in (inner, statement) for c in reversed(self._block.above(s))]
        below = [c.text for c in self._block.below(statement)[:2]]
        found = [announced.find(text) for text in (*texts, *above, *below) if text]
        found.insert(0, announced.answered(self._block.answers.get(end, "")))
        return [one for one in found if one]

    def _is_last(self, statement: ast.stmt) -> bool:
        return statement is self._block.tree.body[-1]

    def _say_all(self, judged: Iterable[Judged]) -> None:
        """Say verdicts, none against what chance or a counter-example may explain."""
        for line, verdict, unsure in judged:
            spare = (unsure or self._doubtful) and not verdict.holds
            self._say(line, verdict._replace(holds=None) if spare else verdict)

    def _say(self, line: int, verdict: Verdict) -> None:
        known = (line, bare(verdict.stated), verdict.holds)
        if not self._speaker.mute and known not in self._said:
            self._said.add(known)
            self._speaker.say("claim", line=line, **verdict._asdict())
