"""The report of a mock interview, kept in a file: asked first where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work
from textual.content import Content
from textual.screen import Screen

from studyapp.library.interviews import save_report
from studyapp.notes.visible import visible
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.prompt import Prompt, PromptLine

if TYPE_CHECKING:
    from studyapp.tui.base import BaseApp


class MockSaving(Screen[None]):
    """A report that can be kept, once; what it says and its usual place, a subclass says."""

    saved = ""
    """Where the report was kept."""

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    @property
    def asking(self) -> bool:
        """Whether letters are a file's name now."""
        return self.query_one(Prompt).display

    def text_for(self, file: Path) -> str:
        """What is kept in `file`."""
        raise NotImplementedError

    def place(self) -> str:
        """The usual place, relative to the library."""
        raise NotImplementedError

    def name_keys(self) -> None:
        """Name the keys that do something now."""
        raise NotImplementedError

    def action_save(self) -> None:
        """Ask where to, the usual place standing there already; in a browser it goes there."""
        if self.saved or self.asking:
            return
        if self.study_app.services.served:
            self._save(self.place())
            return
        say, prompt = self.study_app.say, self.query_one(Prompt)
        prompt.ask(say("mock_where"), say("mock_where_hint"))
        line = prompt.query_one(PromptLine)
        line.value = self.place()
        line.cursor_position = len(line.value)
        self.name_keys()

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Keep it there."""
        self._leave()
        if message.text:
            self._save(message.text)

    def on_prompt_line_left(self) -> None:
        """Keep nothing."""
        self._leave()

    def _leave(self) -> None:
        self.query_one(Prompt).close()
        self.query_one(Page).focus()
        self.name_keys()

    @work(thread=True, exclusive=True, group="save")
    def _save(self, place: str) -> None:
        app = self.study_app
        try:
            file = app.library.root / Path(place).expanduser()
            save_report(file, self.text_for(file))
        except (OSError, RuntimeError) as error:  # RuntimeError: a `~` of nobody's
            reason = getattr(error, "strerror", None) or str(error)
            app.call_from_thread(app.warn, "not_saved", reason=reason)
            return
        app.call_from_thread(self._keep, place)

    def _keep(self, place: str) -> None:
        self.saved = place
        told = self.study_app.say("mock_saved", place=visible(place))
        self.query_one(Page).border_subtitle = Content(told)
        self.name_keys()
