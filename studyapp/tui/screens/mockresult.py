"""What a mock interview showed, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from studyapp.library.changes import count
from studyapp.library.interviews import report_place, save_report
from studyapp.notes.visible import visible
from studyapp.schedule.schedules import Reviewed
from studyapp.study.mock import to_work_on
from studyapp.study.queue import Item
from studyapp.tui.mockreport import report
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.keyline import Key, KeyLine, fitting
from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.study.mock import Answer
    from studyapp.tui.base import BaseApp
    from studyapp.tui.mocking import Script


class MockResultScreen(Screen[None]):
    """The report; whether it counts, whether it is kept, and the answers to work on."""

    CSS_PATH = "mockresult.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ", "count", "count as reviews", id="mock.count"),
        Binding("n,ｎ", "discount", "don't count", id="mock.discount"),
        Binding("g,ｇ,enter", "study", "study these now", id="mock.study"),
        Binding("s,ｓ", "save", "save the report", id="mock.save"),
        Binding("space,ideographic_space", "page", "page down", id="mock.page"),
        Binding("q,ｑ,escape", "dismiss", "back", id="mock.leave"),
    ]

    def __init__(self, script: Script, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._script = script
        self._answers = answers
        self._asking = True
        self._saved = ""

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The report, the question, the keys."""
        yield Page(id="report")
        yield Static(id="asked", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the report, and ask."""
        app = self.study_app
        page = self.query_one(Page)
        page.border_title = app.say("mock_title")
        page.show(self._report(links=False))
        page.focus()
        self._asking = bool(self._countable())
        self._tell(app.say("mock_count", n=len(self._countable())) if self._asking else "")

    def _report(self, *, links: bool) -> str:
        cards, say = self.study_app.library.snapshot.cards, self.study_app.say
        return report(self._script, self._answers, cards, say, links=links)

    def _countable(self) -> list[str]:
        """The cards that were not reviewed today."""
        app = self.study_app
        snapshot, cards = app.library.snapshot, (one.question.card for one in self._answers)
        briefs = snapshot.cards.briefs
        states = {card: snapshot.schedule(briefs[card]) for card in cards if card in briefs}
        return [
            card
            for card, own in states.items()
            if not (isinstance(own, Reviewed) and own.last >= app.today)
        ]

    def action_count(self) -> None:
        """Count the grades as reviews of today, in one act that u on Home takes back."""
        if self._asking:
            graded = {one.question.card: (one.grade, one.seconds) for one in self._answers}
            self.study_app.change([*graded], count(graded))
            self._answered("mock_counted")

    def action_discount(self) -> None:
        """Let no schedule change."""
        if self._asking:
            self._answered("mock_uncounted")

    def _answered(self, key: str) -> None:
        self._asking = False
        self._tell(self.study_app.say(key))

    def action_study(self) -> None:
        """Cram the answers to work on: just seen, they tell nothing of memory."""
        briefs = self.study_app.library.snapshot.cards.briefs
        weak = [one.question.card for one in to_work_on(self._answers)]
        if items := [Item(card, "review") for card in weak if card in briefs]:
            self.app.push_screen(StudyScreen(items, cram=True))

    def action_save(self) -> None:
        """Keep the report beside the journal."""
        if not self._saved:
            self._save()

    @work(thread=True, exclusive=True, group="save")
    def _save(self) -> None:
        app = self.study_app
        try:
            place = report_place(app.library.root, self._script.day)
            save_report(app.library.root, place, self._report(links=True))
        except OSError as error:
            reason = error.strerror or str(error)
            app.call_from_thread(app.warn, "not_saved", reason=reason)
            return
        app.call_from_thread(self._keep, place)

    def _keep(self, place: str) -> None:
        self._saved = place
        self.notify(self.study_app.say("mock_saved", place=visible(place)), markup=False)
        self._name_keys()

    def action_page(self) -> None:
        """Go on reading."""
        self.query_one(Page).page_down()

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self._name_keys()

    def _tell(self, text: str) -> None:
        line = self.query_one("#asked", Static)
        line.update(Content(text))
        line.display = bool(text)
        self._name_keys()

    def _name_keys(self) -> None:
        say, line = self.study_app.say, self.query_one(KeyLine)
        asked = [
            Key("y", say("k_yes"), "screen.count"),
            Key("n", say("k_no"), "screen.discount"),
        ]
        keys = [
            *(asked if self._asking else ()),
            *([Key("g", say("k_mock_study"), "screen.study")] if to_work_on(self._answers) else ()),
            *(() if self._saved else [Key("s", say("k_mock_save"), "screen.save")]),
            Key("q", say("k_home"), "screen.dismiss"),
        ]
        line.show(fitting(line.as_bound(keys), self.size.width - line.gutter.width, ()))
