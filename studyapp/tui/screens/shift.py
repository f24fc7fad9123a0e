"""What another scheduler would change, said before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.table import Table
from textual import work
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from studyapp.tui.shifting import shift_of
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.settings import LibrarySettings
    from studyapp.study.shift import Load, Shift
    from studyapp.tui.base import BaseApp


class ShiftScreen(ModalScreen[bool]):
    """Answers whether the settings `after` are to replace those `before`; unasked if none moves."""

    CSS_PATH = "shift.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "change it", id="shift.keep"),
        Binding("escape,q,ｑ", "dismiss(False)", "leave as it is", id="shift.leave"),
    ]

    @dataclass
    class Counted(Message):
        """What would change."""

        found: Shift

    def __init__(self, before: LibrarySettings, after: LibrarySettings) -> None:
        super().__init__()
        self._before = before
        self._after = after
        self._counted = False

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """What moves; the loads side by side; the largest moves; the keys."""
        say = self.study_app.say
        with Vertical(id="shift") as box:
            box.border_title = Content(say("shift_title"))
            with VerticalScroll(id="rest"):
                yield Prose(say("shift_counting"), id="told")
                yield Static(id="loads")
                yield Static(id="largest")
            yield KeyLine(
                Key("enter", say("shift.keep"), "screen.keep"),
                Key("esc", say("shift.leave"), "screen.dismiss(False)"),
                id="keys",
            )

    def on_mount(self) -> None:
        """Count on a thread: the whole journal is folded anew."""
        self.query_one("#keys").display = False
        self._count()

    @work(thread=True)
    def _count(self) -> None:
        app = self.study_app
        found = shift_of(app.library.snapshot, app.today, self._before, self._after)
        self.post_message(self.Counted(found))

    def on_shift_screen_counted(self, message: Counted) -> None:
        """Show it; where no card moves there is nothing to ask."""
        found, say = message.found, self.study_app.say
        if not found.moved:
            self.dismiss(True)  # noqa: FBT003  Textual passes it so
            return
        self._counted = True
        told = say("shift_told", moved=found.moved, met=found.met, notes=found.notes)
        self.query_one("#told", Prose).text = told
        self.query_one("#loads", Static).update(self._loads(found.before, found.after))
        self.query_one("#largest", Static).update(self._largest(found))
        self.query_one("#keys").display = True

    def _loads(self, before: Load, after: Load) -> Table:
        say = self.study_app.say
        table = Table.grid(padding=(0, 3))
        table.add_column()
        table.add_column(justify="right")
        table.add_column(justify="right")
        table.add_row("", say("shift_now"), say("shift_then"), style="bold")
        for key in ("today", "week"):
            row = (getattr(one, key) for one in (before, after))
            table.add_row(say(f"shift_{key}"), *map(str, row))
        for key in ("reviews", "new", "minutes"):
            means = (getattr(one, key) for one in (before, after))
            table.add_row(say(f"shift_{key}"), *(f"{mean:.1f}" for mean in means))
        return table

    def _largest(self, found: Shift) -> Table:
        cards = self.study_app.library.snapshot.cards
        table = Table(
            title=self.study_app.say("shift_largest"),
            title_justify="left",
            title_style="bold",
            box=None,
            show_header=False,
            padding=(0, 1),
            pad_edge=False,
            expand=True,
        )
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
        for move in found.largest:
            if move.card in cards:
                question = spoken(cards[move.card].question)
                table.add_row(f"{move.before} → {move.after}", question)
        return table

    def action_keep(self) -> None:
        """Say yes, once it is known to what."""
        if self._counted:
            self.dismiss(True)  # noqa: FBT003  Textual passes it so
