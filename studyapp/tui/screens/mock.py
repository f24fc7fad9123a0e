"""The mock interview on the screen: a question, a stopwatch, the answer, a grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.study import Phase, Reveal, Session
from studyapp.study.messages import Tick
from studyapp.study.mock import step
from studyapp.study.telling import typable
from studyapp.tui import labels, mockkeys, recallkeys
from studyapp.tui.mockreport import stopwatch
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.screens.mocksitting import MockSitting
from studyapp.tui.screens.telling import verbatim
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from studyapp.notes import Card
    from studyapp.tui.widgets.keyline import Key

_MAIN = 40
"""Characters of the question that a follow-up follows."""


class MockScreen(MockSitting):
    """Asks as an interviewer does; how the card is drawn, a sitting knows."""

    def on_mount(self) -> None:
        """Let the stopwatch go on."""
        self.set_interval(1.0, self._show_clock)

    def offer(self, card: Card, session: Session) -> None:
        """Name the grades; none brings the card again."""
        super().offer(card, session)
        grades = self.query_one(Grades)
        grades.options = tuple(replace(one, again=False) for one in grades.options)

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
            place = say(f"mock_{question.origin}", title=spoken(title), main=main)
        self.query_one("#place", Static).update(Content(visible(place)))
        self._show_clock()

    def _main(self, thread: int) -> str:
        """The question that a thread began with, in short."""
        briefs = self.study_app.library.snapshot.cards.briefs
        names = (one.card for one in self._script.questions if one.thread == thread)
        card = briefs.get(next(names))
        asked = spoken(card.question) if card else ""
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
        if not self.lacks(answer=False) and (card := self.card):
            self.recall.begin_typing(card)

    def compare(self, card: Card, text: str) -> None:
        """Show the answer beside what was typed; only a short one can be compared."""
        if typable(card.answer):
            super().compare(card, text)
        else:
            self.take(Reveal())
            self.tell("written", text, verbatim(text))

    def action_note(self) -> None:
        """Read the note, once the answer is in sight."""
        if not self.lacks(answer=True):
            super().action_note()

    def action_edit(self) -> None:
        """Edit the card, once the answer is in sight."""
        if not self.lacks(answer=True):
            super().action_edit()
