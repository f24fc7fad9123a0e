"""What helps to grade: points ticked off, hints, more of the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.reading import read_body
from studyapp.notes.following import following
from studyapp.notes.points import points
from studyapp.schedule.grades import Grade
from studyapp.study import Phase
from studyapp.study.attempt import Attempt
from studyapp.study.leech import is_leech
from studyapp.tui import recallkeys
from studyapp.tui.screens.demoacts import DemoActs
from studyapp.tui.screens.recallside import RecallSide
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from studyapp.notes import Card
    from studyapp.study import Session
    from studyapp.tui.widgets.answer import AnswerPage
    from studyapp.tui.widgets.keyline import Key

PROPOSED = {Grade.AGAIN: "1", Grade.HARD: "2", Grade.GOOD: "3"}
"""The key of each grade that an attempt can earn."""
LONG = 10
"""Seconds that advice stays."""


class Recalling(DemoActs):
    """A sitting that sees how much of an answer was told, and proposes; it never grades."""

    _attempt: Attempt = Attempt()
    _rest: list[str] | None = None
    _advised = False

    @property
    def recall(self) -> RecallSide:
        """The card."""
        return self.query_one(RecallSide)

    @property
    def answered(self) -> bool:
        """Whether the answer is in sight."""
        return self.session is not None and self.session.phase in {Phase.REVEALED, Phase.DRILLING}

    @property
    def asked(self) -> bool:
        """Whether the answer is still to be told."""
        return self.session is not None and self.session.phase is Phase.ASKING

    def _ask(self, card: Card) -> None:
        self._attempt = Attempt(len(points(card.answer)))
        self._rest = None
        super()._ask(card)

    def _reveal(self, card: Card, session: Session) -> None:
        super()._reveal(card, session)
        schedule = self.study_app.library.snapshot.schedule(card)
        if is_leech(schedule) and not self._advised:
            self._advised = True
            advice = self.study_app.say("leech_advice", n=schedule.lapses)
            self.notify(advice, markup=False, timeout=LONG)

    def offer(self, card: Card, session: Session) -> None:
        """Say what each grade would do, and propose what the attempt deserves."""
        super().offer(card, session)
        self._follow(self._attempt)

    def useful(self, session: Session) -> list[Key]:
        """The keys that do something now, those that help to grade among them."""
        if self.recall.typing:
            return recallkeys.typing_keys(self.study_app.say)
        first, *rest = super().useful(session)
        card, say = self.card, self.study_app.say
        if card is None or not (self.asked or self.answered):
            return [first, *rest]
        return [first, *recallkeys.useful(card, say, asked=self.asked), *rest]

    def _follow(self, attempt: Attempt) -> None:
        """Go on from another attempt: mark its points, propose its grade."""
        self._attempt = attempt
        self.recall.follow(attempt)
        grade, say = attempt.proposed, self.study_app.say
        if grade is not None and self.answered:
            drill = self.session is not None and self.session.phase is Phase.DRILLING
            key = PROPOSED[Grade.AGAIN if drill and grade is Grade.HARD else grade]
            self.query_one(Grades).proposed = key
            if attempt.judged:
                self.say_below(say("said", n=len(attempt.said), of=attempt.points))
        self.name_keys()

    def lacking(self, act: str) -> str:
        """Before the answer nothing of a demo is to be seen."""
        return "silent_unseen" if self.asked else super().lacking(act)

    def say_why(self, why: str) -> None:
        """Say why a key does nothing."""
        self.say_below(self.study_app.say(f"silent_{why}"))

    def lacks(self, *, answer: bool) -> bool:
        """Whether the `answer` is not in sight as a key needs it, or no card is; say so."""
        if self.card is None:
            self.say_why("card")
        elif answer and not self.answered:
            self.say_why("unseen")
        elif not answer and not self.asked:
            self.say_why("seen")
        else:
            return False
        return True

    def action_point(self, step: int) -> None:
        """Look at another point."""
        if self.lacks(answer=True):
            return
        if not self._attempt.points:
            self.say_why("points")
        else:
            self._follow(self._attempt.moved(step))

    def action_tick(self) -> None:
        """Count the point looked at as said, or no longer; in the demo, set a mark aside."""
        if self.lacks(answer=True):
            return
        if self._side.has_focus_within or (self._side.differing and not self._attempt.points):
            self.action_aside()
        elif not self._attempt.points:
            self.say_why("points")
        else:
            self._follow(self._attempt.ticked())

    def on_answer_page_pointed(self, message: AnswerPage.Pointed) -> None:
        """A click ticks a point."""
        if self.answered:
            self._follow(self._attempt.ticked(message.point))

    def action_hint(self) -> None:
        """Show how the answer begins, then a little more of it."""
        if not self.lacks(answer=False) and (card := self.card):
            from studyapp.notes.hints import hint  # noqa: PLC0415  its patterns take 3 ms, and few ask

            self._follow(self._attempt.hinted())
            self.recall.hint(hint(card.answer, self._attempt.hints))

    def action_more(self) -> None:
        """Show the next part of the note under the answer."""
        if not self.lacks(answer=True) and (card := self.card):
            if self._rest is None:
                self._rest = self._following(card)
            if self._rest:
                self.recall.go_on(self._rest.pop(0))
            else:
                self.notify(self.study_app.say("no_more"), markup=False)

    def _following(self, card: Card) -> list[str]:
        note = self.note_of(card)
        try:
            body = read_body(self.study_app.library.root, note)
        except OSError as error:
            self.study_app.warn("unread", reason=error.strerror or str(error))
            return []
        return [*following(card, note, body)]
