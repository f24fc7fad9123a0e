"""A mock interview as it goes: its questions, what is told of them, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studyapp.study import Drop, Graded, Renamed, Reveal, Session, Settings, Undo
from studyapp.study.attempt import Attempt
from studyapp.study.messages import Tick
from studyapp.study.mock import Judged, Stop, start, step
from studyapp.study.queue import Item
from studyapp.tui import mockkeys
from studyapp.tui.screens.mockresult import MockResultScreen
from studyapp.tui.screens.mockside import MockSide
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.screens.telling import verbatim

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.study.messages import Input
    from studyapp.study.mock import Answer, Mock
    from studyapp.tui.mocking import Script
    from studyapp.tui.screens.recallside import Told


class MockSitting(StudyScreen, inherit_bindings=False):
    """A sitting that an interview moves, and that journals nothing."""

    BINDINGS: ClassVar[list[BindingType]] = mockkeys.BINDINGS

    def __init__(self, script: Script) -> None:
        super().__init__((), cram=True)
        self._script = script
        self._text = ""
        self._sure = False
        self.mock: Mock

    @property
    def recall(self) -> MockSide:
        """The card."""
        return self.query_one(MockSide)

    def card_side(self) -> MockSide:
        """The card, with room to type."""
        return MockSide(self.study_app.say)

    def begin(self) -> Session:
        """The first question."""
        self.mock = start(self._script.questions, self.study_app.clock(), self._script.seconds)
        return self._drawn()

    def take(self, *inputs: Input | Stop) -> None:
        """Step the interview, and draw where it stands."""
        self._sure = False
        mock = step(self.mock, Tick(self.study_app.clock()))
        for one in inputs:
            if isinstance(one, Graded):
                mock = step(mock, self._judged(one))
            elif isinstance(one, Reveal | Drop | Renamed | Undo | Stop):
                mock = step(mock, one)
        self.mock = mock
        self.session = self._drawn()

    def _judged(self, graded: Graded) -> Judged:
        attempt = self._attempt
        said = attempt.said if attempt.judged else None
        return Judged(graded.grade, attempt.points, said, self._text)

    def _drawn(self) -> Session:
        """The interview as a sitting is drawn."""
        mock = self.mock
        item = Item(mock.current.card, "review") if mock.current else None
        return Session(mock.phase, item, (), mock.now, Settings(), done=len(mock.answers))

    def _ask(self, card: Card) -> None:
        self._text = ""
        self.say_below("")
        super()._ask(card)

    def _finish(self, session: Session) -> None:  # noqa: ARG002  the interview knows more
        if self.beside:
            self.beside.close()
        self.call_later(self._conclude)

    def _conclude(self) -> None:
        if self.mock.answers:
            self.app.switch_screen(MockResultScreen(self._script, self.mock.answers))
        else:
            self.notify(self.study_app.say("mock_unanswered"), markup=False)
            self.dismiss()

    def tell(self, kind: Told, text: str, markdown: str) -> None:
        """Show what was typed or written, and keep it for the report."""
        self._text = text
        super().tell(kind, text, markdown)

    def action_undo(self) -> None:
        """Grade the last answer anew."""
        if self._side.put_back():
            return
        if not self.mock.past:
            self.say_why("mock_undo")
        else:
            undone = self.mock.answers[-1]
            self.take(Undo())
            self._restore(undone)

    def _restore(self, answer: Answer) -> None:
        """Show an answer as it was told."""
        if answer.text:
            self.tell("written", answer.text, verbatim(answer.text))
        if answer.said is not None:
            self._follow(Attempt(answer.points, answer.said, at=answer.points, judged=True))

    def action_leave(self) -> None:
        """End the interview, when asked twice: what was answered stays."""
        if self._sure or not self.mock.answers:
            self.take(Stop())
        else:
            self._sure = True
            self.say_below(self.study_app.say("mock_sure"))
