"""Runs of the demo that is shown, one at a time, on a thread of their own."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.runner import Figure, Finished, Ready, Request, Starting, Unavailable
from studyapp.tui.screens.consent import ConsentScreen
from studyapp.tui.screens.demoshelf import DemoShelf
from studyapp.tui.widgets.picture import prepared

if TYPE_CHECKING:
    from textual.timer import Timer

    from studyapp.runner import Event, Result

_TICK = 0.02
_HAND_OVER = 0.1
"""Seconds between two looks at what a run said: a flood of events must not crowd out keys."""


class DemoRun(DemoShelf):
    """The demos of a card; what is shown can be run."""

    @dataclass
    class Ended(Message):
        """A run is over; `run` numbers it."""

        run: int

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
        self._under_way: Request | None = None
        self._told: deque[Event] = deque()
        self._listening: Timer | None = None

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._under_way is not None

    def close(self) -> None:
        """Run nothing, show nothing."""
        self.stop()
        super().close()

    def show_demo(self) -> None:
        """End the run of the demo before; then as ever."""
        self.stop()
        super().show_demo()

    def perform(self, wanted: Request | Result, *, unwalled: bool = False) -> None:
        """Run it, or say why that can't be; without a sandbox ask first, unless `unwalled`."""
        self.stop()
        if not isinstance(wanted, Request):
            self.pane.begin()
            self.pane.add(*filter(None, (wanted.error,)))
            self.pane.add(Finished(wanted.status, wanted.reason, 0.0))
            self.post_message(self.Changed())
            return
        self.pane.begin(tuple(filter(None, wanted.scratch.split("\n"))))
        self._run += 1
        self._under_way, self._told = wanted, deque()
        self._listening = self.set_interval(_HAND_OVER, self._hand_over)
        self._perform(wanted, self._run, self._told, unwalled=unwalled or self.study_app.trusted)
        self.post_message(self.Changed())

    @work(thread=True, group="run")
    def _perform(self, wanted: Request, run: int, told: deque[Event], *, unwalled: bool) -> None:
        runner = self.study_app.runner
        runner.start()
        while isinstance(runner.state, Starting):
            if run != self._run:
                return
            sleep(_TICK)
        # A Python that only lacks torch is unavailable too, and runs code all the same.
        nothing_runs = isinstance(runner.state, Unavailable) and runner.pid is None
        if not (runner.sandboxed or nothing_runs or unwalled):
            self.post_message(self.Unwalled(run))
            return
        for event in runner.run(wanted, lambda: run == self._run):
            if run != self._run:
                return
            if isinstance(event, Figure):
                prepared(event.png)  # here, the screen need not wait
            told.append(event)
        self.post_message(self.Ended(run))

    def _hand_over(self) -> None:
        """Give the pane what has come since."""
        events = [self._told.popleft() for _ in range(len(self._told))]
        if events:
            self.pane.add(*events)

    def on_demo_run_ended(self, message: Ended) -> None:
        """Draw how the run ended, if it is still the one that is looked at."""
        ended = self._under_way
        if message.run != self._run or ended is None:
            return
        self._rest()
        if isinstance(state := self.study_app.runner.state, Ready):
            self._name_place(state, ended.seed)
        self._hand_over()
        self.ended(ended)
        self.post_message(self.Changed())

    def ended(self, request: Request) -> None:
        """What follows from a run that came to its end; a subclass says."""

    def on_demo_run_unwalled(self, message: Unwalled) -> None:
        """Ask whether the code may run with all the person's rights."""
        wanted = self._under_way
        if message.run == self._run and wanted:
            self._rest()
            self.pane.forget()

            def answered(answer: str | None) -> None:
                if answer == "trust":
                    self.study_app.trust()
                if answer:
                    self.perform(wanted, unwalled=True)

            self.app.push_screen(ConsentScreen(self.study_app.say), answered)

    def _name_place(self, state: Ready, seed: int) -> None:
        device = "" if state.device == "cpu" else state.device
        drawn = self.study_app.say("seed", number=seed) if seed else ""
        place = (drawn, f"torch {state.torch.partition('+')[0]}", device, state.level)
        self.pane.set_place(" · ".join(filter(None, place)))
        if state.sandboxed and not self.study_app.consented:
            self.study_app.consented = True
            self.post_message(self.Consented(state.level))

    def cancel(self) -> None:
        """End the run by the person's wish, and say so at once."""
        if self.running:
            self._hand_over()
            self.stop()
            self.pane.add(Finished("killed", "", 0.0))
            self.post_message(self.Changed())

    def stop(self) -> None:
        """End the run, if one is under way."""
        if self.running:
            self._rest()
            self._run += 1
            self.study_app.runner.cancel()

    def _rest(self) -> None:
        self._under_way = None
        if self._listening:
            self._listening.stop()
            self._listening = None
