"""The ways about the note that is open: its contents, and words to be found in it."""

from __future__ import annotations

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui.screens.noterunning import NoteRunning
from studyapp.tui.widgets.prompt import Prompt, PromptLine

_WIDE = 130
"""Cells across from which the contents stand beside the note by themselves."""


class NoteFinding(NoteRunning):
    """Goes to a heading, and from one find to the next."""

    def __init__(self, path: str, line: int = 1) -> None:
        super().__init__(path, line)
        self._contents: bool | None = None

    def on_note_page_laid_out(self) -> None:
        """The headings have other rows now, and the bench."""
        listed = self.query_one("#contents", OptionList)
        headings, at = self._page.landmarks.headings, listed.highlighted
        listed.clear_options()
        listed.add_options(
            Option(f"{'  ' * (one.level - 1)}{one.words}", str(one.row)) for one in headings
        )
        listed.highlighted = at
        self.show_contents()
        self.lay_bench()

    def show_contents(self) -> None:
        """Show them as the person wishes, else where there is room."""
        wanted = self.size.width >= _WIDE if self._contents is None else self._contents
        self.query_one("#contents").display = wanted and bool(self._page.landmarks.headings)

    def action_contents(self) -> None:
        """Go to the contents; from there, put them away."""
        listed = self.query_one("#contents", OptionList)
        self._contents = not (listed.display and listed.has_focus)
        self.show_contents()
        if listed.display and self._contents:
            tops = [one.row for one in self._page.landmarks.headings if one.row <= self._page.top]
            listed.highlighted = max(0, len(tops) - 1)
            listed.focus()
        else:
            self._page.focus()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Go to a heading."""
        self._page.go_to_row(int(message.option.id or 0))
        self.leave_contents()

    def leave_contents(self) -> None:
        """Go back to the page; where there is no room for both, the contents go."""
        if self.size.width < _WIDE:
            self._contents = None
            self.show_contents()
        self._page.focus()

    def action_seek(self) -> None:
        """Ask for words to find."""
        say = self.study_app.say
        self.query_one("#seek", Prompt).ask(say("note_seek"), say("note_seek_hint"))

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Go to the words."""
        self._leave_seek()
        if not self._page.seek(message.text) and message.text:
            text = self.study_app.say("note_not_found", words=visible(message.text))
            self.say_below(text)
        self.name_keys()

    def on_prompt_line_left(self, _message: PromptLine.Left) -> None:
        """Find nothing after all."""
        self._leave_seek()

    def _leave_seek(self) -> None:
        self.query_one("#seek", Prompt).close()
        self._page.focus()

    def action_seek_on(self, step: int) -> None:
        """Go to the next find; where nothing is sought, leave as it was come."""
        if self._page.found[1]:
            self._page.seek_on(step)
            self.name_keys()
        else:
            self.action_seek()
