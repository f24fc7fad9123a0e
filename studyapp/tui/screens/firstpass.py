"""The first pass: unseen cards sorted in a few seconds each."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.study.triage import SECONDS, Pass
from studyapp.tui import firstpasskeys, labels
from studyapp.tui.recorder import NotSaved, Recorder
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.widgets.grades import Grades
from studyapp.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.message import Message

    from studyapp.notes import Card
    from studyapp.study.messages import Effect
    from studyapp.tui.base import BaseApp


class FirstPassScreen(Screen[None]):
    """A question, a peek at its answer, and three keys."""

    CSS_PATH = "study.tcss"
    BINDINGS: ClassVar[list[BindingType]] = firstpasskeys.BINDINGS

    state: reactive[Pass | None] = reactive(None, init=False)

    def __init__(self, cards: Sequence[str]) -> None:
        super().__init__(classes="study")
        self._cards = tuple(cards)
        self._recorder: Recorder

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    @property
    def card(self) -> Card | None:
        """The card that is asked about, if it is still there."""
        current = self.state.current if self.state else None
        return self.study_app.library.snapshot.cards.get(current) if current else None

    def compose(self) -> ComposeResult:
        """Where we are; the card; what can be said of it; the keys."""
        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="progress", markup=False)
        with Container(id="body"):
            yield CardSide(self.study_app.say)
        yield Grades(id="grades")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin."""
        app = self.study_app

        def tell(message: Message) -> None:
            app.post_message(message)
            self.post_message(message)

        self._recorder = Recorder(app.library, app.clock, tell)
        self.watch(self.query_one(CardSide), "more", self._turned, init=False)
        self.state = Pass(self._cards, app.today)

    async def on_unmount(self) -> None:
        """Leave nothing unwritten."""
        await asyncio.to_thread(self._recorder.close)

    def watch_state(self, state: Pass) -> None:
        """Draw the next card, its answer, or the end."""
        card, side = self.card, self.query_one(CardSide)
        if state.current is None:
            self._finish(state)
        elif card is None:
            self.state = state.drop()
            return
        elif state.revealed:
            side.reveal(card)
        else:
            self._ask(card)
        self._keys(state)

    def _ask(self, card: Card) -> None:
        note = self.study_app.library.snapshot.notes.briefs[card.note]
        place = labels.place(card, note.title, flagged=False)
        self.query_one("#place", Static).update(Content(visible(place)))
        self.query_one(CardSide).ask(card)
        self.query_one(Grades).set(firstpasskeys.options(self.study_app.say))

    def _finish(self, state: Pass) -> None:
        say = self.study_app.say
        said = Counter(one.knows for one in state.said)
        text = say(
            "first_pass_done", n=len(state.said), unknown=said[1], vague=said[2], known=said[3]
        )
        self.query_one("#place", Static).update("")
        self.query_one(CardSide).finish(say("first_pass_over"), text)
        self.query_one(Grades).set([])

    def _turned(self) -> None:
        """Name the key that pages while it does."""
        if self.state:
            self._keys(self.state)

    def _keys(self, state: Pass) -> None:
        say = self.study_app.say
        done, left = len(state.said), len(state.cards)
        minutes = max(1, round(left * SECONDS / 60))
        told = say("first_pass", done=done, all=done + left, minutes=minutes) if left else ""
        self.query_one("#progress", Static).update(Content(told))
        more = bool(self.query_one(CardSide).more)
        self.query_one(KeyLine).show(firstpasskeys.useful(state, more=more, say=say))

    def on_grades_chosen(self, message: Grades.Chosen) -> None:
        """An answer was clicked."""
        self.action_sort(int(message.key))

    def on_card_side_turned(self) -> None:
        """The place of the answer was clicked."""
        self.action_forward()

    def on_not_saved(self, _: NotSaved) -> None:
        """What could not be journalled is not true: the app has said so, go back to Home."""
        self.dismiss()

    def action_forward(self) -> None:
        """Show the answer, and page through it; at the end go Home."""
        state = self.state
        if state is None or state.current is None:
            self.action_leave()
        elif state.revealed:
            self.query_one(CardSide).page_down()
        else:
            self.state = replace(state, revealed=True)

    def action_sort(self, knows: int) -> None:
        """Say how well the card is known."""
        if self.state:
            self._take(*self.state.say(knows))

    def action_undo(self) -> None:
        """Take back what was said last."""
        if self.state:
            self._take(*self.state.undo())

    def action_leave(self) -> None:
        """Back to Home; what was not sorted stays for another time."""
        self.dismiss()

    def _take(self, state: Pass, effects: tuple[Effect, ...]) -> None:
        self._recorder.perform(effects)
        self.state = state
