"""Looks into the state that a demo left: lines tried in it, gradients, its graph, its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from studyapp.runner import Request
from studyapp.tui import probes
from studyapp.tui.opener import Gallery, NoOpener
from studyapp.tui.screens.demomemory import DemoMemory

if TYPE_CHECKING:
    from studyapp.runner import Result


class DemoProbe(DemoMemory):
    """The demos of a card; every look into the shown one's state is a run of its own."""

    @dataclass
    class Trouble(Message):
        """Something that was asked for can't be had."""

        reason: str

    def __init__(self) -> None:
        super().__init__()
        self._seed = 0
        self._tried: tuple[str, ...] = ()
        self._gallery = Gallery()

    @property
    def wanted(self) -> Request | Result | None:
        """The run of the code that is shown, from the start."""
        return self.exhibit.run if self.exhibit else None

    @property
    def loss(self) -> str:
        """The value that `backward` can be called on, after a run."""
        return probes.loss(self.pane.trace, self.pane.view.snippet.code)

    @property
    def root(self) -> str:
        """The value whose graph can be shown, after a run."""
        return probes.root(self.pane.trace)

    def close(self) -> None:
        """Run nothing, show nothing; the next card begins with the usual seed."""
        self._seed = 0
        super().close()

    def show_demo(self) -> None:
        """Show the code afresh; where that is wanted, run it too."""
        self._tried = ()
        super().show_demo()
        if self.demo and self.demo.opens and self.study_app.may_autorun():
            self.run_demo()

    def run_demo(self, *, reseed: bool = False) -> None:
        """Run what is shown from the start; where it runs already, end that."""
        if self.running:
            self.cancel()
        elif self.wanted:
            self._seed += reseed
            self._tried = ()
            self.go()

    def go(self, *, graph: str = "") -> None:
        """Run, go on with what was tried, and tell the `graph` of a value."""
        wanted = self.wanted
        if isinstance(wanted, Request):
            scratch = "\n".join(self._tried)
            wanted = replace(wanted, seed=self._seed, scratch=scratch, graph=graph)
        if wanted:
            if self.roomy:
                self._folded = False
                self.fold(folded=False)
            self.perform(wanted)

    def try_line(self, line: str) -> None:
        """Run again and go on with one more line; one that failed before is left out."""
        kept = self._tried[:-1] if probes.stumbled(self.pane.trace) else self._tried
        self._tried = (*kept, line)
        self.go()

    def ended(self, request: Request) -> None:
        """Show the graph that was asked for."""
        super().ended(request)
        if self.pane.view.graph != bool(request.graph):
            self.pane.show_graph(shown=bool(request.graph))

    def toggle_graph(self) -> None:
        """Show the graph behind the last value, or the code again."""
        if self.pane.trace.graph:
            self.pane.show_graph(shown=not self.pane.view.graph)
        elif name := self.root:
            self.go(graph=name)
        self.post_message(self.Changed())

    def open_figure(self) -> None:
        """Show the last figure in the system's program for pictures."""
        say = self.study_app.say
        if drawn := probes.figure(self.pane.trace):
            try:
                self._gallery.open(drawn.png)
            except NoOpener as error:
                self.post_message(self.Trouble(say("no_opener", path=error.path)))
            except OSError as error:
                self.post_message(self.Trouble(say.reason(error.strerror or str(error))))

    def on_unmount(self) -> None:
        """Leave no pictures behind."""
        self._gallery.close()
