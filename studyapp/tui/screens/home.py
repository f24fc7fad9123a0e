"""Home: what now, how am I doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import DataTable, Static

from studyapp.library.candidates import candidates
from studyapp.notes.visible import visible
from studyapp.tui import sentences
from studyapp.tui.overview import Overview, crammed, overview, queue
from studyapp.tui.screens.listing import ListingScreen
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.meter import meter

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.library import Choice
    from studyapp.library.snapshot import Snapshot
    from studyapp.study.queue import Item
    from studyapp.tui.app import StudyApp

METER = 10
LEFT = ("deck", "mastery")


class HomeScreen(Screen[None]):
    """The first screen: today in one line, the decks, the last thirty days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "study", "study", id="home.study"),
        Binding("c,ｃ", "cram", "cram", id="home.cram"),
        Binding("p,ｐ", "problems", "problems", id="home.problems"),
        Binding("k,ｋ", "resolve('mine', False)", "keep mine", id="home.mine"),
        Binding("t,ｔ", "resolve('theirs', False)", "take theirs", id="home.theirs"),
        Binding("K,Ｋ", "resolve('mine', True)", "always keep mine", id="home.always_mine"),
        Binding("T,Ｔ", "resolve('theirs', True)", "always take theirs", id="home.always_theirs"),
        Binding("u,ｕ", "undo", "undo", id="home.undo"),
        Binding("f5", "app.refresh_library", "refresh", id="home.refresh"),
        Binding("q,ｑ", "app.quit", "quit", id="home.quit"),
    ]

    @property
    def study_app(self) -> StudyApp:
        """The app, by its own type."""
        return cast("StudyApp", self.app)

    def compose(self) -> ComposeResult:
        """One line for now, the decks, the days, what needs the person."""
        yield Static(id="place", markup=False)
        yield Static(id="now", markup=False)
        yield Static(id="explained", markup=False)
        yield DataTable(id="decks", cursor_type="row")
        yield Static(id="days", markup=False)
        yield Static(id="notices", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Say that the library is being read, and show it once it was."""
        self.query_one(DataTable).display = False
        self._say("now", self.study_app.say("opening"))
        self.watch(self.app, "snapshot", self._show)

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        self._show(self.study_app.snapshot)

    def failed(self, reason: str) -> None:
        """The library can't be read: say why."""
        self._say("now", self.study_app.say("failed", reason=reason))
        self._keys(studyable=False)

    def _show(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            return
        app = self.study_app
        view = overview(snapshot, app.today, app.library.settings)
        folder = snapshot.root / snapshot.under
        self._say("place", f"{folder.name} · {app.today.isoformat()}")
        self._say("now", sentences.what_now(view, app.today, app.say))
        self._say("explained", sentences.explained(view, snapshot, app.say))
        self._say("days", sentences.last_days(view.reviews, app.say))
        told = sentences.notices(snapshot, app.library.foreign(), app.settled, app.say)
        self._say("notices", "\n".join(told))
        self._decks(view)
        self._keys(studyable=bool(view.all.cards))

    def _say(self, where: str, text: str) -> None:
        line = self.query_one(f"#{where}", Static)
        line.update(Content(visible(text)))
        line.display = bool(text)

    def _decks(self, view: Overview) -> None:
        table = self.query_one(DataTable)
        row = table.cursor_row
        say = self.study_app.say
        table.clear(columns=True)
        for key in ("deck", "due", "unseen", "cards", "mastery"):
            table.add_column(Text(say(key), justify="left" if key in LEFT else "right"), key=key)
        for deck in view.rows:
            numbers = (Text(str(n), justify="right") for n in (deck.due, deck.unseen, deck.cards))
            bar = meter(deck.mastery, METER).append(f" {deck.mastery:4.0%}")
            name = visible(deck.deck) or say("all_decks")
            table.add_row(Text(name), *numbers, bar, key=deck.deck)
        table.display = bool(view.all.cards)
        table.move_cursor(row=row)
        table.focus()

    def _keys(self, *, studyable: bool) -> None:
        say = self.study_app.say
        study = [
            Key("enter", say("k_study"), "screen.study"),
            Key("c", say("k_cram"), "screen.cram"),
        ]
        self.query_one(KeyLine).show(
            [
                *(study if studyable else ()),
                Key("f5", say("k_refresh"), "app.refresh_library"),
                Key("?", say("k_help"), "app.help"),
                Key("q", say("k_quit"), "app.quit"),
            ]
        )

    def on_data_table_row_selected(self, message: DataTable.RowSelected) -> None:
        """Enter, or a click on the chosen row: study that deck."""
        message.stop()
        self.action_study()

    def action_study(self) -> None:
        """Study what today holds of the chosen deck."""
        items = self._items()
        if items:
            self.app.push_screen(StudyScreen(items))
        elif self.study_app.snapshot:
            self.notify(self.study_app.say("nothing_here"), markup=False)

    def action_cram(self) -> None:
        """Go through the chosen deck without touching the schedule."""
        if items := self._items(cram=True):
            self.app.push_screen(StudyScreen(items, cram=True))

    def _items(self, *, cram: bool = False) -> tuple[Item, ...]:
        app = self.study_app
        if app.snapshot is None:
            return ()
        table = self.query_one(DataTable)
        deck = table.ordered_rows[table.cursor_row].key.value if table.row_count else ""
        cards = [
            card
            for card in candidates(app.snapshot, app.today)
            if table.cursor_row == 0 or card.deck == deck
        ]
        return crammed(cards) if cram else queue(cards, app.today, app.library.settings)

    def action_problems(self) -> None:
        """List what could not be read or written."""
        app = self.study_app
        if app.snapshot:
            rows = [str(problem) for problem in app.snapshot.problems]
            rows += [f"{path}: {w.reason} ({w.hint})" for path, w in app.snapshot.waiting.items()]
            self.app.push_screen(
                ListingScreen(app.say("problems_title"), rows or [app.say("none")])
            )

    def action_resolve(self, choice: Choice, always: bool) -> None:  # noqa: FBT001  from a binding
        """Settle what another tool rewrote."""
        if self.study_app.library.foreign():
            self.study_app.resolve(choice, always=always)

    def action_undo(self) -> None:
        """Take back the last act."""
        self.study_app.undo_last()
