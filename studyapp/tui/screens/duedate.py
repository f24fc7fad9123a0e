"""On which day some cards are to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from studyapp.tui.dates import moment
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp

FARTHEST = 36500
"""Days ahead that can be named."""


class DueScreen(ModalScreen[date | None]):
    """A date, or how many days from today; what it comes to is told while it is typed."""

    CSS_PATH = "duedate.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "set", "set", id="move.set", priority=True),
        Binding("escape", "dismiss", "leave", id="move.leave"),
    ]

    def __init__(self, cards: int) -> None:
        super().__init__()
        self._cards = cards

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The line, what it comes to, the keys."""
        say = self.study_app.say
        with Vertical(id="due") as box:
            box.border_title = Content(say("move_title"))
            yield Input(placeholder=say("move_hint", example=self._example()))
            yield Static(id="then", markup=False)
            yield KeyLine(
                Key("enter", say("k_set"), "screen.set"),
                Key("esc", say("move.leave"), "screen.dismiss"),
            )

    def on_input_changed(self) -> None:
        """Tell what is typed."""
        app, day = self.study_app, self._day()
        told = ""
        if day:
            when = app.say("put_aside", what=day, aside=moment(day, app.today, app.say))
            told = app.say("move_then", n=self._cards, when=when)
        elif self.query_one(Input).value.strip():
            told = app.say("move_bad", example=self._example())
        self.query_one("#then", Static).update(Content(told))

    def action_set(self) -> None:
        """Take the day, if it is one."""
        if day := self._day():
            self.dismiss(day)

    def _day(self) -> date | None:
        return parsed(self.query_one(Input).value, self.study_app.today)

    def _example(self) -> str:
        return (self.study_app.today + timedelta(weeks=1)).isoformat()


def parsed(text: str, today: date) -> date | None:
    """The day that is meant by a date or by a number of days from `today`; None for neither."""
    text = text.strip().removeprefix("+")
    if text.isdecimal():
        return today + timedelta(days=int(text)) if int(text) <= FARTHEST else None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
