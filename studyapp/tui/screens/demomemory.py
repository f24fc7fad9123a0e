"""The last result of each demo, there at once when its card comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from studyapp.runner import Ready, Request
from studyapp.tui import keeping
from studyapp.tui.screens.demorun import DemoRun

if TYPE_CHECKING:
    from studyapp.library.results import Kept
    from studyapp.tui.demonstration import Exhibit


class DemoMemory(DemoRun):
    """The demos of a card; what a run gave is kept, unless something was changed or tried."""

    def recalled(self, shown: Exhibit) -> Exhibit:
        """The same with what its last run gave; on a worker's thread."""
        results = self.study_app.services.results
        if results is None or not isinstance(shown.run, Request):
            return shown
        return replace(shown, kept=results.recall(self._named(shown, shown.run)))

    def show_demo(self) -> None:
        """Show the code, and what it gave last."""
        super().show_demo()
        if (shown := self.exhibit) and shown.kept:
            told = keeping.mark(shown.kept, self.study_app.today, self.study_app.say)
            self.pane.recall(keeping.events(shown.kept), told)

    def ended(self, request: Request) -> None:
        """Keep what came of the note's own code."""
        super().ended(request)
        shown, state = self.exhibit, self.study_app.runner.state
        if shown and request == shown.run and isinstance(state, Ready):
            trace, torch = self.pane.trace, state.torch.partition("+")[0]
            result = keeping.kept(trace.events, self.study_app.clock(), torch)
            self._exhibits[self._index] = replace(shown, kept=result)
            self._keep(self._named(shown, request), result)

    @work(thread=True, group="keep")
    def _keep(self, name: str, result: Kept) -> None:
        if results := self.study_app.services.results:
            results.keep(name, result)

    def _named(self, shown: Exhibit, request: Request) -> str:
        return keeping.name(str(self.study_app.library.root), shown.note.path, request)
