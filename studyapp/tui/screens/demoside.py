"""The demo beside an answer, run on request."""

from __future__ import annotations

from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.runner import Finished, Ready, Request, Starting, Unavailable
from studyapp.tui.demonstration import planned
from studyapp.tui.screens.consent import ConsentScreen
from studyapp.tui.screens.demoshelf import DemoShelf

if TYPE_CHECKING:
    from studyapp.runner import Event

_TICK = 0.02


class DemoSide(DemoShelf):
    """The demos of a card; the one that is shown can be run, one run at a time."""

    @dataclass
    class Ran(Message):
        """A run said something; `run` numbers the run."""

        run: int
        event: Event

    @dataclass
    class Unwalled(Message):
        """A run would have no sandbox around it; it was not started."""

        run: int

    @dataclass
    class Consented(Message):
        """The first run of an untrusted library's code is over; a sandbox, `level`, held it."""

        level: str

    def __init__(self) -> None:
        super().__init__()
        self._run = 0
        self._under_way = False
        self._seed = 0

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._under_way

    def close(self) -> None:
        """Run nothing, show nothing."""
        self.stop()
        self._seed = 0
        super().close()

    def _show(self) -> None:
        self.stop()
        super()._show()
        if self.demo and self.demo.opens and self.study_app.may_autorun():
            self.run_demo()

    def run_demo(self, *, reseed: bool = False, unwalled: bool = False) -> None:
        """Run the demo; where no sandbox holds its code, ask first, unless told `unwalled`."""
        demo = self.demo
        if demo is None or not demo.snippet.runnable or self._under_way:
            return
        self._seed += reseed
        if self.roomy:
            self._folded = False
            self._fold(folded=False)
        self.pane.begin()
        plan = planned(demo, self._notes[demo.note], self._seed)
        if isinstance(plan, Request):
            self._run += 1
            self._under_way = True
            self._perform(plan, self._run, unwalled=unwalled or self.study_app.trusted)
        else:
            self.pane.add(Finished(plan.status, plan.reason, 0.0))

    @work(thread=True, group="run")
    def _perform(self, request: Request, run: int, *, unwalled: bool) -> None:
        runner = self.study_app.runner
        runner.start()
        while isinstance(runner.state, Starting):
            if run != self._run:
                return
            sleep(_TICK)
        walled = runner.sandboxed or isinstance(runner.state, Unavailable)
        if not (walled or unwalled):
            self.post_message(self.Unwalled(run))
            return
        for event in runner.run(request, lambda: run == self._run):
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
        if answer == "trust":
            self.study_app.trust()
        if answer:
            self.run_demo(unwalled=True)

    def on_demo_side_ran(self, message: Ran) -> None:
        """Draw what a run says, if it is still the one that is looked at."""
        if message.run != self._run:
            return
        if isinstance(message.event, Finished):
            self._under_way = False
            if isinstance(state := self.study_app.runner.state, Ready):
                self._name_walls(state)
            self.post_message(self.Changed())
        self.pane.add(message.event)

    def _name_walls(self, state: Ready) -> None:
        self.pane.set_sandbox(state.level)
        if state.sandboxed and not self.study_app.consented:
            self.study_app.consented = True
            self.post_message(self.Consented(state.level))

    def cancel(self) -> None:
        """End the run by the person's wish, and say so at once."""
        self.stop()
        self.pane.add(Finished("killed", "", 0.0))
        self.post_message(self.Changed())

    def stop(self) -> None:
        """End the run, if one is under way."""
        if self._under_way:
            self._under_way = False
            self._run += 1
            self.study_app.runner.cancel()
