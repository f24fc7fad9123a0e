"""Why a card is due when it is: formula, forgetting curve, all outcomes, history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen

from studyapp.notes.visible import visible
from studyapp.schedule.schedules import Reviewed
from studyapp.study.curve import curve
from studyapp.tui import account
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.plot import Plot, Series

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.schedule.course import Turn
    from studyapp.tui.base import BaseApp

MOMENTS = 60
"""Days that the curve is drawn with."""
_ALL = 100


class WhyScreen(ModalScreen[None]):
    """One page, in front of what was there; what rests on the journal comes a moment later."""

    CSS_PATH = "why.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "page", "page down", id="why.page"),
        Binding("escape,enter,q,ｑ,w,ｗ", "dismiss", "back", id="why.back"),
    ]

    @dataclass
    class Told(Message):
        """What happened to the card."""

        turns: tuple[Turn, ...]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The reasons, the curve, the outcomes, the history; the keys."""
        say = self.study_app.say
        with Vertical(id="why") as box:
            box.border_title = Content(say("why_title"))
            with VerticalScroll(id="rest"):
                yield Page(id="reasons")
                yield Plot(id="curve")
                yield Page(id="prospects")
                yield Page(id="history")
            yield KeyLine(
                Key("space", say("why.page"), "screen.page"),
                Key("esc", say("why.back"), "screen.dismiss"),
            )

    def on_mount(self) -> None:
        """Tell at once what the schedule itself says, then what led to it."""
        app = self.study_app
        for page in self.query(Page):
            page.can_focus = False
        self.query_one("#rest").focus()
        outcomes = app.library.outcomes(self._card, app.today)
        self._show("prospects", account.prospects(outcomes, app.today, app.say))
        self._tell(())
        self._draw()
        self._look()

    @work(thread=True, group="why")
    def _look(self) -> None:
        self.post_message(self.Told(self.study_app.library.course(self._card)))

    def on_why_screen_told(self, message: Told) -> None:
        """Tell the formula and the history."""
        self._tell(message.turns)

    def _tell(self, turns: tuple[Turn, ...]) -> None:
        app = self.study_app
        own = app.library.snapshot.card_state(self._card)
        scheduler = app.library.settings.scheduling
        told = account.reasons(own, turns, scheduler, app.say)
        self._show("reasons", f"**{visible(self._card.question)}**\n\n{told}")
        self._show("history", account.history(turns, app.say))

    def _show(self, where: str, text: str) -> None:
        page = self.query_one(f"#{where}", Page)
        page.show(text)
        page.display = bool(text)

    def _draw(self) -> None:
        plot, schedule = (
            self.query_one(Plot),
            self.study_app.library.snapshot.schedule(self._card),
        )
        plot.display = isinstance(schedule, Reviewed)
        if isinstance(schedule, Reviewed):
            drawn = curve(schedule, self.study_app.today, MOMENTS)
            chances = [_ALL * one.recall for one in drawn]
            marked = [
                chance if one.due or one.now else None
                for one, chance in zip(drawn, chances, strict=True)
            ]
            labels = [f"{one.day:%m-%d}" for one in drawn]
            plot.show(Series(labels, chances, marked, top=_ALL, on=True))

    def action_page(self) -> None:
        """Go on; at the end, back."""
        box = self.query_one("#rest", VerticalScroll)
        if box.scroll_offset.y >= box.max_scroll_y:
            self.dismiss()
        else:
            box.scroll_page_down(animate=False)
