"""Study: what each key of a sitting does."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from studyapp.schedule.grades import Grade
from studyapp.study import GoOn, Graded, Marked, Phase, Reveal, Undo
from studyapp.tui import labels, studykeys
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.screens.telling import Telling
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.study.messages import Marking


class StudyScreen(Telling):
    """Question, answer, grade; a demo beside the answer."""

    CSS_PATH = "study.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-narrow"),
        (110, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = studykeys.BINDINGS

    def on_grades_chosen(self, message: Grades.Chosen) -> None:
        """A grade was clicked."""
        self.action_grade(message.key)

    def on_card_side_turned(self) -> None:
        """The place of the answer was clicked."""
        self.action_forward()

    def action_forward(self) -> None:
        """Show the answer; page through it; then Good."""
        session = self.session
        if session is None:
            return
        if session.phase is Phase.FINISHED:
            if session.queue:
                self.take(GoOn())
            else:
                self.action_leave()
        elif session.phase is Phase.ASKING:
            self.take(Reveal())
        elif not self.query_one(CardSide).page_down():
            self.action_grade(self.query_one(Grades).proposed or "3")

    def action_grade(self, key: str) -> None:
        """Grade the card by the key of a button that is shown."""
        session = self.session
        if session is None or session.phase is Phase.FINISHED:
            return
        if session.phase is Phase.ASKING:
            self.say_why("unseen")
            return
        keys = labels.DRILL_KEYS if session.phase is Phase.DRILLING else labels.KEYS
        if (grade := keys.get(key)) is not None:
            self.take(Graded(Grade(grade), monotonic() - self._asked_at))
        else:
            self.say_why("drill")

    def action_mark(self, mark: Marking) -> None:
        """Suspend, bury or flag the card."""
        if self.card:
            self.take(Marked(mark))
        else:
            self.say_why("card")

    def action_undo(self) -> None:
        """Take back the last act of this sitting."""
        if self._side.put_back():
            return
        if self.session and self.session.past is None:
            self.notify(self.study_app.say("nothing_to_undo_here"), markup=False)
        else:
            self.take(Undo())

    def action_note(self) -> None:
        """Read the whole note, from the card on."""
        from studyapp.tui.screens.note import NoteScreen  # noqa: PLC0415  it can study in turn

        if card := self.card:
            self.app.push_screen(NoteScreen(card.note, card.line))
        else:
            self.say_why("card")

    def action_edit(self) -> None:
        """Edit the card in the person's editor."""
        if self.card:
            self.study_app.edit(self.card.note, self.card.line)
        else:
            self.say_why("card")

    def action_why(self) -> None:
        """Say why the card is due when it is."""
        from studyapp.tui.screens.why import WhyScreen  # noqa: PLC0415  plots take 0.1 s

        if card := self.card:
            self.app.push_screen(WhyScreen(card))
        else:
            self.say_why("card")
