"""What a mock interview showed, and what follows from it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from studyapp.library.changes import count
from studyapp.library.interviews import report_place
from studyapp.schedule.schedules import Reviewed
from studyapp.study.mock import to_work_on
from studyapp.study.queue import Item
from studyapp.tui.mockreport import report
from studyapp.tui.screens.mocksaving import MockSaving
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.keyline import Key, KeyLine, fitting
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.study.mock import Answer
    from studyapp.tui.mocking import Script


class MockResultScreen(MockSaving):
    """The report; whether it counts, whether it is kept, and the answers to work on."""

    CSS_PATH = "mockresult.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ", "count", "count as reviews", id="mock.count"),
        Binding("n,ｎ", "discount", "don't count", id="mock.discount"),
        Binding("u,ｕ,ctrl+z", "undo", "take that back", id="mock.undo"),
        Binding("g,ｇ,enter", "study", "study these now", id="mock.study"),
        Binding("s,ｓ", "save", "save the report", id="mock.save"),
        Binding("space,ideographic_space", "page", "page down", id="mock.page"),
        Binding("q,ｑ,escape", "dismiss", "back", id="mock.leave"),
    ]

    def __init__(self, script: Script, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._script = script
        self._answers = answers
        self._declined = False

    def compose(self) -> ComposeResult:
        """The report, what is asked, the keys."""
        yield Page(id="report")
        yield Static(id="asked", markup=False)
        yield Prompt(id="where")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the report, and ask whether it counts, as long as it could."""
        page = self.query_one(Page)
        page.border_title = self.study_app.say("mock_title")
        cards, say = self.study_app.library.snapshot.cards, self.study_app.say
        page.show(report(self._script, self._answers, cards, say))
        page.focus()
        self.watch(self.app, "snapshot", self._ask)

    def text_for(self, file: Path) -> str:
        """The report with links that lead from its `file` to the notes."""
        app = self.study_app
        up = Path(os.path.relpath(app.library.root, file.parent)).as_posix()
        cards = app.library.snapshot.cards
        return report(
            self._script, self._answers, cards, app.say, links=lambda path: f"{up}/{path}"
        )

    def place(self) -> str:
        """Beside the journal."""
        return report_place(self.study_app.library.root, self._script.day)

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
        """Count the grades as reviews of today, in one act."""
        if self._declined:
            self._say_why("declined")
        elif not (cards := self._countable()):
            self._say_why("counted")
        else:
            graded = {one.question.card: (one.grade, one.seconds) for one in self._answers}
            self.study_app.change(cards, count(graded))

    def action_discount(self) -> None:
        """Let no schedule change."""
        self._declined = True
        self._ask()

    def action_undo(self) -> None:
        """Take back that they count."""
        if not self._declined and not self._countable():
            self.study_app.undo_last()
        else:
            self._say_why("uncounted")

    def action_study(self) -> None:
        """Cram the answers to work on: just seen, they tell nothing of memory."""
        briefs = self.study_app.library.snapshot.cards.briefs
        weak = [one.question.card for one in to_work_on(self._answers)]
        if items := [Item(card, "review") for card in weak if card in briefs]:
            self.app.push_screen(StudyScreen(items, cram=True))
        else:
            self._say_why("weak")

    def _say_why(self, why: str) -> None:
        """Say why a key does nothing."""
        self.notify(self.study_app.say(f"silent_{why}"), markup=False)

    def action_page(self) -> None:
        """Go on reading."""
        self.query_one(Page).page_down()

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self.name_keys()

    def _ask(self, *_: object) -> None:
        open_cards, say = self._countable(), self.study_app.say
        told = say("mock_count", n=len(open_cards)) if open_cards else ""
        line = self.query_one("#asked", Static)
        line.update(Content(say("mock_uncounted") if self._declined else told))
        line.display = bool(told) or self._declined
        self.name_keys()

    def name_keys(self) -> None:
        """Name the keys that do something now."""
        say, line = self.study_app.say, self.query_one(KeyLine)
        asked = not self._declined and self._countable()
        keys = [
            *([Key("y", say("k_yes"), "screen.count")] if asked else ()),
            *([Key("n", say("k_no"), "screen.discount")] if asked else ()),
            *([Key("g", say("k_mock_study"), "screen.study")] if to_work_on(self._answers) else ()),
            *(() if self.saved else [Key("s", say("k_mock_save"), "screen.save")]),
            Key("q", say("k_home"), "screen.dismiss"),
        ]
        if self.asking:
            keys = [Key("enter", say("k_mock_save"), ""), Key("esc", say("k_back"), "")]
        line.show(fitting(line.as_bound(keys), self.size.width - line.gutter.width, ()))
