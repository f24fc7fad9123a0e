"""A question caught in passing, from any screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, OptionList, TextArea
from textual.widgets.option_list import Option

from studyapp.library.capturing import INBOX, capture
from studyapp.library.finding import find_notes
from studyapp.notes.visible import visible
from studyapp.tui.screens.newcard import NewCardScreen
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.creating import Created
    from studyapp.notes import Waits


class CaptureScreen(NewCardScreen):
    """A question, its answer if it is known, and the note it belongs to: the inbox by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose(1)", "next note", id="capture.next"),
        Binding("up", "choose(-1)", "previous note", id="capture.previous"),
    ]

    @dataclass
    class Found(Message):
        """The notes that some words mean, the best first."""

        words: str
        paths: tuple[str, ...]

    def __init__(self, near: str = "") -> None:
        super().__init__(INBOX)
        self._near = near

    def compose(self) -> ComposeResult:
        """The question, the answer, the note, and the keys."""
        say = self.study_app.say
        with self.box(say("capture_title")):
            yield Label(Content(say("new_question")))
            yield Input(id="question")
            yield Label(Content(say("capture_answer")))
            yield TextArea(id="answer", soft_wrap=True, tab_behavior="focus")
            yield Label(Content(say("capture_into")))
            yield Input(id="into")
            notes = OptionList(id="notes", markup=False)
            notes.can_focus = False
            yield notes
            yield Prose(id="told")
            yield KeyLine(
                Key("tab", say("k_next_field"), ""),
                Key("f2", say("k_write_card"), "screen.save"),
                Key("esc", say("new.leave"), "screen.leave"),
            )

    def on_mount(self) -> None:
        """Offer the inbox, and the note that is being studied."""
        super().on_mount()
        self._offer((INBOX, self._near))

    @on(Input.Changed, "#into")
    def seek(self, message: Input.Changed) -> None:
        """Look for the notes that are meant."""
        if message.value.strip():
            self._find(message.value)
        else:
            self._offer((INBOX, self._near))

    @work(thread=True, exclusive=True, group="find")
    def _find(self, words: str) -> None:
        found = find_notes(self.study_app.library.snapshot, words)
        self.post_message(self.Found(words, tuple(one.path for one in found)))

    def on_capture_screen_found(self, message: Found) -> None:
        """Offer them, if they are still what is looked for; the inbox stays at hand."""
        if message.words == self.query_one("#into", Input).value:
            self._offer((*message.paths, INBOX))

    def _offer(self, paths: Iterable[str]) -> None:
        listed, say = self.query_one("#notes", OptionList), self.study_app.say
        named = {INBOX: say("capture_inbox", note=INBOX)}
        listed.clear_options()
        listed.add_options(
            Option(visible(named.get(path, path)), path) for path in dict.fromkeys(paths) if path
        )
        listed.highlighted = 0

    def action_choose(self, step: int) -> None:
        """Choose another of the notes that are offered."""
        listed = self.query_one("#notes", OptionList)
        if step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """From now on the question goes there."""
        self._path = message.option.id or INBOX

    @on(Input.Submitted, "#into")
    def done(self, message: Input.Submitted) -> None:
        """Enter behind the note: it is all told."""
        message.stop()
        message.prevent_default()
        self.action_save()

    def put(self, question: str, answer: str) -> Created | Waits:
        """Write the card into the chosen note; on a thread."""
        app = self.study_app
        return capture(app.library, self._path, question, answer, app.clock())

    def unanswered(self, done: Created) -> None:
        """Leave the answer for later: whoever captures is busy with something else."""
        app = self.study_app
        told = app.say("capture_unanswered", note=visible(done.path), line=done.line)
        app.notify(told, markup=False)
        app.action_refresh_library()
