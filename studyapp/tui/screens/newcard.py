"""A new card for a note, written by its person."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, TextArea

from studyapp.library.creating import Created
from studyapp.notes import Waits
from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class NewCardScreen(ModalScreen[None]):
    """A question and its answer for the note at `path`; what was typed stays until it is in it."""

    CSS_PATH = "newcard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "save", "write it into the note", id="new.save", priority=True),
        Binding("escape", "leave", "back", id="new.leave", priority=True),
    ]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._warned = False

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The question, the answer, and the keys."""
        say = self.study_app.say
        with self.box(say("new_title", note=self._path)):
            yield Label(Content(say("new_question")))
            yield Input(id="question")
            yield Label(Content(say("new_answer")))
            yield TextArea(id="answer", soft_wrap=True, tab_behavior="focus")
            yield Prose(id="told")
            yield KeyLine(
                Key("f2", say("k_write_card"), "screen.save"),
                Key("esc", say("new.leave"), "screen.leave"),
            )

    @staticmethod
    def box(title: str) -> Vertical:
        """What stands around the fields."""
        box = Vertical(id="new")
        box.border_title = Content(visible(title))
        return box

    def on_mount(self) -> None:
        """Begin with the question."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Enter behind the question: on to the answer."""
        self.query_one(TextArea).focus()

    def action_leave(self) -> None:
        """Go back; if something was typed, at the second time."""
        typed = (
            self.query_one("#question", Input).value.strip()
            or self.query_one(TextArea).text.strip()
        )
        if typed and not self._warned:
            self._warned = True
            self._tell(self.study_app.say("new_unsaved"))
        else:
            self.dismiss()

    def action_save(self) -> None:
        """Write the card into its note."""
        self._store(self.query_one("#question", Input).value, self.query_one(TextArea).text)

    @work(thread=True, exclusive=True, group="act")
    def _store(self, question: str, answer: str) -> None:
        app = self.study_app
        done: Created | Waits
        try:
            done = self.put(question, answer)
        except OSError as error:
            done = Waits(error.strerror or str(error), 0, "")
        app.call_from_thread(self._stored, done, answer)

    def put(self, question: str, answer: str) -> Created | Waits:
        """Write the card into the note; on a thread. Raises OSError."""
        app = self.study_app
        line = app.library.add_card(self._path, question, answer, app.clock())
        return line if isinstance(line, Waits) else Created(self._path, line)

    def _stored(self, done: Created | Waits, answer: str) -> None:
        app = self.study_app
        if isinstance(done, Waits):
            self._tell(app.say("new_refused", reason=done.reason, hint=done.hint))
            return
        self.dismiss()
        if answer.strip():
            told = app.say("new_written", note=visible(done.path), line=done.line)
            app.notify(told, markup=False)
            app.action_refresh_library()
        else:
            self.unanswered(done)

    def unanswered(self, done: Created) -> None:
        """Go to where the answer is to stand."""
        self.study_app.edit(done.path, done.line)

    def _tell(self, text: str) -> None:
        self.query_one("#told", Prose).text = visible(text)
