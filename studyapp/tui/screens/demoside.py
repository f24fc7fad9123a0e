"""The demo beside an answer: chosen while the question is read, shown after it, run on request."""

from __future__ import annotations

from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, cast

from textual import work
from textual.containers import Vertical
from textual.message import Message

from studyapp.runner import Finished, Ready, Request, Starting, Unavailable
from studyapp.tui.demonstration import planned, title
from studyapp.tui.screens.consent import ConsentScreen
from studyapp.tui.widgets.demo import DemoPane
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.demos import Demo
    from studyapp.notes import Card
    from studyapp.runner import Event
    from studyapp.tui.app import StudyApp

_TICK = 0.02


class DemoSide(Vertical):
    """The demos of one card at a time. Before the reveal nothing of them is to be seen."""

    @dataclass
    class Chosen(Message):
        """The demos of a card are known, and the notes that they stand in."""

        card: Card
        demos: tuple[Demo, ...]
        notes: Mapping[str, Note]

    @dataclass
    class Changed(Message):
        """There is another demo than before, or it runs, or no longer."""

    @dataclass
    class Ran(Message):
        """A run said something; `run` numbers the run."""

        run: int
        event: Event

    @dataclass
    class Unwalled(Message):
        """A run would have no sandbox around it; it was not started."""

        run: int

    def __init__(self) -> None:
        super().__init__(id="demoside")
        self._card: Card | None = None
        self._notes: Mapping[str, Note] = {}
        self._demos: tuple[Demo, ...] = ()
        self._index = 0
        self._revealed = False
        self._folded: bool | None = None
        self._run = 0
        self._under_way = False
        self._seed = 0

    @property
    def study_app(self) -> StudyApp:
        """The app, by its own type."""
        return cast("StudyApp", self.app)

    @property
    def demo(self) -> Demo | None:
        """The demo shown, if there is one."""
        return self._demos[self._index] if self._demos and self._revealed else None

    @property
    def count(self) -> int:
        """How many demos the card has."""
        return len(self._demos) if self._revealed else 0

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._under_way

    def compose(self) -> ComposeResult:
        """One pane."""
        words = CHINESE if self.study_app.say.language == "zh" else ENGLISH
        yield DemoPane(words, id="demo")

    def ask(self, card: Card) -> None:
        """A card's question is shown: hide the last demo, look for this card's."""
        self.stop()
        self._card, self._demos, self._index = card, (), 0
        self._revealed, self._folded, self._seed = False, None, 0
        self.display = False
        self._choose(card)

    def reveal(self) -> None:
        """The answer is shown: show the demo too."""
        self._revealed = True
        self._show()

    @work(thread=True, exclusive=True, group="choose")
    def _choose(self, card: Card) -> None:
        chooser = self.study_app.chooser
        self.post_message(self.Chosen(card, chooser.choose(card), chooser.notes))

    def on_demo_side_chosen(self, message: Chosen) -> None:
        """Keep the demos, unless the person is at another card already."""
        if message.card is self._card:
            self._demos, self._notes = message.demos, message.notes
            if self._revealed:
                self._show()

    def _show(self) -> None:
        demo = self.demo
        self.display = demo is not None
        if demo is None:
            return
        note = self._notes[demo.note]
        pane = self.query_one(DemoPane)
        pane.border_title = title(demo, self._note, note, self.study_app.say)
        snippet = demo.snippet
        pane.set_snippet(
            snippet.code, snippet.code_line, snippet.language, "", runnable=snippet.runnable
        )
        self._fold()
        if demo.opens and self.study_app.may_autorun():
            self.run_demo()

    def _fold(self) -> None:
        demo = self.demo
        if demo:
            folded = not demo.opens if self._folded is None else self._folded
            self.query_one(DemoPane).set_folded(folded)
            self.set_class(folded, "-folded")

    def toggle(self) -> None:
        """Fold the demo, or open it."""
        if self.demo:
            self._folded = not self.has_class("-folded")
            self._fold()

    def other(self, step: int) -> None:
        """Go to the next demo, or the one before."""
        if self.count > 1:
            self.stop()
            self._index = (self._index + step) % len(self._demos)
            self._show()

    def run_demo(self, *, reseed: bool = False) -> None:
        """Run the demo; where nothing would keep its code in, ask first."""
        demo = self.demo
        if demo is None or not demo.snippet.runnable or self._under_way:
            return
        self._seed += reseed
        self._folded = False
        self._fold()
        pane = self.query_one(DemoPane)
        pane.begin()
        plan = planned(demo, self._notes[demo.note], self._seed)
        if isinstance(plan, Request):
            self._run += 1
            self._under_way = True
            self._perform(plan, self._run)
        else:
            pane.add(Finished(plan.status, plan.reason, 0.0))

    @work(thread=True, group="run")
    def _perform(self, request: Request, run: int) -> None:
        runner = self.study_app.runner
        runner.start()
        while isinstance(runner.state, Starting):
            if run != self._run:
                return
            sleep(_TICK)
        walled = runner.sandboxed or isinstance(runner.state, Unavailable)
        if not walled and not self.study_app.trusted:
            self.post_message(self.Unwalled(run))
            return
        for event in runner.run(request):
            if run != self._run:
                return
            self.post_message(self.Ran(run, event))

    def on_demo_side_unwalled(self, message: Unwalled) -> None:
        """Ask whether the code may run with all the person's rights."""
        if message.run == self._run:
            self._under_way = False
            self._show()
            self.app.push_screen(ConsentScreen(self.study_app.say), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer:
            self.study_app.trust(always=answer == "trust")
            self.run_demo()

    def on_demo_side_ran(self, message: Ran) -> None:
        """Draw what a run says, if it is still the one that is looked at."""
        if message.run != self._run:
            return
        pane = self.query_one(DemoPane)
        if isinstance(message.event, Finished):
            self._under_way = False
            self.study_app.consented = True
            if isinstance(state := self.study_app.runner.state, Ready):
                pane.set_sandbox(state.level)
        pane.add(message.event)

    def cancel(self) -> None:
        """End the run by the person's wish, and say so at once."""
        self.stop()
        self.query_one(DemoPane).add(Finished("killed", "", 0.0))

    def stop(self) -> None:
        """End the run, if one is under way."""
        if self._under_way:
            self._under_way = False
            self._run += 1
            self.study_app.runner.cancel()
