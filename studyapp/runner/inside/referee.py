"""Judges what a block states of its own results, while and after it runs."""

from __future__ import annotations

import ast
import contextlib
import re
from typing import TYPE_CHECKING, Any, Mapping, Sequence  # noqa: UP035  Python 3.9

from . import announced, claims, dims, failures, forms, names, outputs, shapes, tensors
from .attributes import MISSING
from .claims import Outcome, Verdict
from .subjects import Subjects
from .values import cut

if TYPE_CHECKING:
    from .block import Block, Comment
    from .sites import Scope, Site
    from .speaker import Speaker

_WRONG = re.compile(
    r"伪代码|反例|错误|❌|✗|不推荐|\b(?:pseudo-?code|wrong|bad|incorrect|anti-?pattern|counter-?example)",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"✅|✓|正确|推荐|\b(?:right|correct|good)\b", re.IGNORECASE)


class Referee:
    """The claims of one block, as its statements are executed."""

    def __init__(self, block: Block, namespace: Mapping[str, Any], speaker: Speaker) -> None:
        self._block = block
        self._namespace = namespace
        self._speaker = speaker
        self._subjects = Subjects(namespace)
        self._headed = bool(_WRONG.search(block.heading))
        self._doubtful = self._headed
        self._chance = False
        self._held: list[tuple[Site, list[Verdict], list[Verdict]]] = []
        self._shapes: list[tuple[int, dims.Dims, list[int]]] = []
        self._printed: list[tuple[int, str, bool]] = []
        """Each printing statement's last line, its text, and whether chance had a part in it."""

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
        self._chance = chance
        verdicts = self._judge(statement, value, printed, chance=chance)
        self.tell(statement, verdicts, once=True)
        line = statement.end_lineno or statement.lineno
        outcomes = self._subjects.outcomes(statement, value, printed)
        given = isinstance(statement, ast.Expr) and value is not None and self._is_last(statement)
        if printed or given:
            self._printed.append((line, printed or claims.text_of(value), chance))
        self._judge_below(statement, outcomes[-1])
        if line in self._block.answers:
            self._judge_answer(line, self._block.answers[line], outcomes[0])

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
        self._note_shape(statement, value, comment, scope)
        verdicts: list[Verdict] = []
        for outcome in self._subjects.outcomes(statement, value, printed, scope):
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
        sizes = {
            name: size
            for name, size in self._namespace.items()
            if type(size) is int and not name.startswith("_")
        }
        verdicts = shapes.judge([(stated, shape) for _, stated, shape in self._shapes], sizes)
        for (line, stated, shape), holds in zip(self._shapes, verdicts):  # noqa: B905  one each
            if holds is not None:
                self._say(line, Verdict(stated.text, str(tuple(shape)), holds))
        self._judge_output()

    def _judge_output(self) -> None:
        stated, printed = self._block.output, self._printed
        if not stated or not printed:
            return
        shared = outputs.share(stated, [(line, text) for line, text, _ in printed])
        if not shared and (whole := outputs.judge(stated, "\n".join(t for _, t, _ in printed))):
            shared = [(printed[-1][0], whole)]
        by_chance = {line for line, _, chance in printed if chance}
        for line, verdict in shared:
            self._say(line, self._spared(verdict, chance=line in by_chance))

    def _judge_below(self, statement: ast.stmt, outcome: Outcome) -> None:
        comments = self._block.below(statement)
        stated = outputs.below(comments)
        if stated is None:
            return
        verdict = None
        if self._printed and (outcome.printed or stated.headed):
            for printed in (outcome.printed, "\n".join(text for _, text, _ in self._printed)):
                verdict = verdict or (printed and outputs.judge(stated.text, printed)) or None
        if verdict is None and (stated.headed or outcome.printed or self._ends(comments)):
            verdict = claims.judge_text(stated.text, outcome)
        if verdict:
            chance = self._chance or stated.example
            self._say(stated.line, self._spared(verdict, chance=chance))

    def _judge_answer(self, line: int, answer: str, outcome: Outcome) -> None:
        """What a session answers to what was typed."""
        comment = self._block.comments.get(line)
        if comment and "+SKIP" in comment.text:
            return
        if announced.answered(answer):
            self._say(line, Verdict(cut(answer), "no exception", holds=False))
            return
        value = (
            ""
            if outcome.value is None or outcome.value is MISSING
            else claims.text_of(outcome.value)
        )
        actual = "\n".join(part for part in (outcome.printed.strip(), value) if part)
        verdict = claims.judge_text(answer, outcome) or outputs.judge(answer, actual)
        if actual:
            unlike = Verdict(cut(answer), cut(actual), holds=False)
            self._say(line, self._spared(verdict or unlike, chance=self._chance))

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

    def _note_shape(
        self, statement: ast.stmt, value: Any, comment: str, scope: Scope | None
    ) -> None:
        """Keep a symbolic shape for the end, when all of the snippet's are known."""
        stated = dims.find(comment)
        if stated is None or self._doubtful or not self._are_sizes(stated.symbols):
            return
        if value is MISSING:
            value = self._subjects.bound(statement)
        if stated.about and names.subjects(statement) != (stated.about,):
            value = MISSING if scope else self._namespace.get(stated.about, MISSING)
        line = statement.end_lineno or statement.lineno
        if any(line == other and stated.text == known.text for other, known, _ in self._shapes):
            return
        for one in value if type(value) is tuple else (value,):
            if tensors.is_tensor(one) or tensors.is_array(one):
                self._shapes.append((line, stated, list(one.shape)))
            elif type(one).__name__ == "Size":
                self._shapes.append((line, stated, list(one)))

    def _are_sizes(self, symbols: set[str]) -> bool:
        known = (self._namespace[symbol] for symbol in symbols if symbol in self._namespace)
        return all(type(value) is int for value in known)

    def _spared(self, verdict: Verdict, *, chance: bool) -> Verdict:
        """The verdict, none where it is against a claim in which chance may have had its part."""
        unsure = chance or self._doubtful
        return verdict._replace(holds=None) if unsure and not verdict.holds else verdict

    def _ends(self, comments: Sequence[Comment]) -> bool:
        """Whether nothing follows right below, to which the comments could belong."""
        return bool(comments) and not self._block.has_code(comments[-1].line + 1)

    def _is_last(self, statement: ast.stmt) -> bool:
        return statement is self._block.tree.body[-1]

    def _say(self, line: int, verdict: Verdict) -> None:
        if not self._speaker.mute:
            self._speaker.say("claim", line=line, **verdict._asdict())
