"""The mock interview: a question, a stopwatch, the answer, a grade; nothing is journalled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.study import Drop, Graded, Phase, Renamed, Reveal, Session, Settings, Undo
from studyapp.study.attempt import Attempt
from studyapp.study.messages import Tick
from studyapp.study.mock import Judged, Stop, start, step
from studyapp.study.queue import Item
from studyapp.study.telling import typable
from studyapp.tui import labels, mockkeys, recallkeys
from studyapp.tui.mockreport import stopwatch
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.screens.mockresult import MockResultScreen
from studyapp.tui.screens.mockside import MockSide
from studyapp.tui.screens.recalling import verbatim
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.study.messages import Input
    from studyapp.study.mock import Answer, Mock
    from studyapp.tui.mocking import Script
    from studyapp.tui.screens.recallside import Told
    from studyapp.tui.widgets.keyline import Key

_MAIN = 40
"""Characters of the question that a follow-up follows."""


class MockScreen(StudyScreen, inherit_bindings=False):
    """Asks as an interviewer does; how the card is drawn, a sitting knows."""

    BINDINGS: ClassVar[list[BindingType]] = mockkeys.BINDINGS

    def __init__(self, script: Script) -> None:
        super().__init__((), cram=True)
        self._script = script
        self._text = ""
        self._sure = False
        self.mock: Mock

    def on_mount(self) -> None:
        """Let the stopwatch go on."""
        self.set_interval(1.0, self._show_clock)

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

    def offer(self, card: Card, session: Session) -> None:
        """Name the grades; none brings the card again."""
        super().offer(card, session)
        grades = self.query_one(Grades)
        grades.options = tuple(replace(one, again=False) for one in grades.options)

    def _ask(self, card: Card) -> None:
        self._text = ""
        self.say_below("")
        super()._ask(card)

    def _finish(self, session: Session) -> None:  # noqa: ARG002  the interview knows more
        self._side.close()
        self.call_later(self._conclude)

    def _conclude(self) -> None:
        if self.mock.answers:
            self.app.switch_screen(MockResultScreen(self._script, self.mock.answers))
        else:
            self.notify(self.study_app.say("mock_unanswered"), markup=False)
            self.dismiss()

    def name_place(self) -> None:
        """Say which question it is, and of which note: many a question needs its title."""
        question, card, say = self.mock.current, self.card, self.study_app.say
        if question is None or card is None:
            return
        title = self.note_of(card).title
        if question.origin == "main":
            at = 1 + len({one.question.thread for one in self.mock.answers} - {question.thread})
            place = say("mock_main", at=at, where=labels.place(card, title, flagged=False))
        else:
            main = self._main(question.thread)
            place = say(f"mock_{question.origin}", title=title, main=main)
        self.query_one("#place", Static).update(Content(visible(place)))
        self._show_clock()

    def _main(self, thread: int) -> str:
        """The question that a thread began with, in short."""
        briefs = self.study_app.library.snapshot.cards.briefs
        names = (one.card for one in self._script.questions if one.thread == thread)
        card = briefs.get(next(names))
        asked = " ".join(card.question.split()) if card else ""
        return asked if len(asked) <= _MAIN else f"{asked[: _MAIN - 1]}…"

    def _show_clock(self) -> None:
        """The seconds of this question beside what it may take, and what is left in all."""
        mock = step(self.mock, Tick(self.study_app.clock()))
        if mock.current is None:
            return
        key = "mock_clock" if mock.phase is Phase.ASKING else "mock_rests"
        took, budget = stopwatch(mock.running), stopwatch(mock.current.budget)
        left = stopwatch(mock.left)
        told = self.study_app.say(
            key if mock.left > 0 else "mock_last", took=took, budget=budget, left=left
        )
        self.query_one("#progress", Static).update(Content(told))

    def useful(self, session: Session) -> list[Key]:
        """The keys that do something now."""
        say, card = self.study_app.say, self.card
        if self.recall.typing:
            return mockkeys.typing_keys(say) if self.recall.writing else recallkeys.typing_keys(say)
        if card is None:
            return []
        more, proposed = bool(self.query_one(CardSide).more), self.query_one(Grades).proposed
        undoable = self.mock.past is not None
        keys = mockkeys.useful(session, card, say, more=more, proposed=proposed, undoable=undoable)
        return [*keys]

    def action_type(self) -> None:
        """Type the answer, long or short."""
        if self.asked and (card := self.card):
            self.recall.begin_typing(card)

    def compare(self, card: Card, text: str) -> None:
        """Show the answer beside what was typed; only a short one can be compared."""
        if typable(card.answer):
            super().compare(card, text)
        else:
            self.take(Reveal())
            self.tell("written", text, verbatim(text))

    def tell(self, kind: Told, text: str, markdown: str) -> None:
        """Show what was typed or written, and keep it for the report."""
        self._text = text
        super().tell(kind, text, markdown)

    def action_undo(self) -> None:
        """Grade the last answer anew."""
        if not self._side.put_back() and self.mock.past:
            undone = self.mock.answers[-1]
            self.take(Undo())
            self._restore(undone)

    def _restore(self, answer: Answer) -> None:
        """Show an answer as it was told."""
        if answer.text:
            self.tell("written", answer.text, verbatim(answer.text))
        if answer.said is not None:
            self._follow(Attempt(answer.points, answer.said, at=answer.points, judged=True))

    def action_note(self) -> None:
        """Read the note, once the answer is in sight."""
        if self.answered:
            super().action_note()

    def action_edit(self) -> None:
        """Edit the card, once the answer is in sight."""
        if self.answered:
            super().action_edit()

    def action_leave(self) -> None:
        """End the interview, when asked twice: what was answered stays."""
        if self._sure or not self.mock.answers:
            self.take(Stop())
        else:
            self._sure = True
            self.say_below(self.study_app.say("mock_sure"))
