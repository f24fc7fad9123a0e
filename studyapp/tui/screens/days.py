"""The last thirty days on Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import widgets  # Sparkline brings `statistics`, which takes 4 ms when it is needed
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from studyapp.tui.words import Words


class Days(Vertical):
    """A bar a day, today last; nothing before the first answer."""

    def compose(self) -> ComposeResult:
        """The bars and what they count."""
        yield widgets.Sparkline(summary_function=max)
        yield Static(markup=False)

    def show(self, answers: Sequence[int], say: Words) -> None:
        """Draw the number of `answers` a day."""
        self.display = any(answers)
        self.border_title = say("days")
        self.query_one(widgets.Sparkline).data = list(answers)
        text = say("days_told", n=answers[-1], all=sum(answers))
        self.query_one(Static).update(Content(text))
