"""How much a day, by which scheduler, for which interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from studyapp.tui.screens.shift import ShiftScreen
from studyapp.tui.widgets.choice import Choice, Option
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.settings import LibrarySettings
    from studyapp.tui.base import BaseApp

SCHEDULERS = ("sm2", "fsrs")
LONGEST = 1440
"""The minutes that a day has."""


class DayScreen(ModalScreen[None]):
    """Minutes, scheduler and interview; nothing is written before they are saved."""

    CSS_PATH = "daysettings.tcss"
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-short"),
        (24, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", id="day.save", priority=True),
        Binding("escape", "dismiss", "leave", id="day.leave"),
    ]

    def __init__(self, settings: LibrarySettings) -> None:
        super().__init__()
        self._settings = settings

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The three questions, with what is set now."""
        say, own = self.study_app.say, self._settings
        with Vertical(id="day") as box:
            box.border_title = Content(say("day_title"))
            yield Label(Content(say("day_minutes")))
            yield Input(str(own.minutes_per_day), id="minutes", type="integer")
            yield Label(Content(say("day_scheduler")))
            with Choice(id="scheduler"):
                for name in SCHEDULERS:
                    label = Content(say(f"day_{name}"))
                    yield Option(label, value=name == own.scheduler)
            yield Label(Content(say("day_interview")))
            ahead = own.interview and own.interview > self.study_app.today  # else it is over
            shown = str(own.interview) if ahead else ""
            yield Input(shown, placeholder=self._example(), id="interview")
            yield Static(id="fault", markup=False)
            yield KeyLine(
                Key("enter", say("day.save"), "screen.save"),
                Key("esc", say("day.leave"), "screen.dismiss"),
            )

    def on_mount(self) -> None:
        """Begin with the minutes."""
        self.query_one("#minutes", Input).focus()

    def action_save(self) -> None:
        """Keep what was changed; what can't be used is told and nothing is kept."""
        minutes, interview = self._minutes(), self._interview()
        if minutes is None or isinstance(interview, str):
            fault = "day_minutes_bad" if minutes is None else "day_interview_bad"
            told = self.study_app.say(fault, example=self._example())
            self.query_one("#fault", Static).update(Content(told))
            self.query_one("#minutes" if minutes is None else "#interview", Input).focus()
            return
        pressed = self.query_one(Choice).pressed_index
        chosen = {
            "minutes_per_day": minutes,
            "scheduler": SCHEDULERS[max(0, pressed)],
            "interview": interview,
        }
        own = self._settings
        changed = {key: value for key, value in chosen.items() if value != getattr(own, key)}
        if "scheduler" in changed:
            self._ask(changed)
        else:
            self._keep(changed)

    def _ask(self, changed: Mapping[str, Any]) -> None:
        """Show what another scheduler does to the dates; without a yes nothing is kept."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001  Textual passes it so
            if yes:
                self._keep(changed)

        after = replace(self._settings, **changed)
        self.app.push_screen(ShiftScreen(self._settings, after), answered)

    def _keep(self, changed: Mapping[str, Any]) -> None:
        for key, value in changed.items():
            self.study_app.choose(key, value)
        self.dismiss()

    def _minutes(self) -> int | None:
        text = self.query_one("#minutes", Input).value.strip()
        return int(text) if text.isdecimal() and int(text) <= LONGEST else None

    def _interview(self) -> date | str | None:
        """The day; None for no interview; what was typed, where it is no day ahead."""
        text = self.query_one("#interview", Input).value.strip()
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            return text
        return text if day and day <= self.study_app.today else day

    def _example(self) -> str:
        return (self.study_app.today + timedelta(weeks=4)).isoformat()
