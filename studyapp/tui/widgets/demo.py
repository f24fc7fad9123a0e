"""A snippet beside the answer, and what came out when it ran."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.content import Content

from studyapp.notes.visible import visible
from studyapp.runner.events import Finished
from studyapp.tui.widgets.demo_lines import draw
from studyapp.tui.widgets.folded import draw_folded
from studyapp.tui.widgets.foot import foot
from studyapp.tui.widgets.look import Look
from studyapp.tui.widgets.sheet import Sheet
from studyapp.tui.widgets.trace import Snippet, Trace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.timer import Timer

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.wrap import Line

_TICK = 0.1
_PATIENCE = 0.3
"""Seconds before a run is said to go on: most are over sooner, and a flash helps nobody."""


class DemoPane(Sheet):
    """One snippet: its lines, and beneath each what it bound, printed, claimed or raised.

    The title stands in the upper border, how the run ended in the lower one.
    """

    DEFAULT_CSS = """
    DemoPane {
        border: round $foreground 30%;
        border-title-color: $text-primary;
        border-subtitle-color: $foreground 70%;
        padding: 0 1;
        &:focus { border: round $primary; }
    }
    """

    def __init__(
        self,
        words: Mapping[str, str],
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._words = words
        self._snippet = Snippet("", 1, "", runnable=False)
        self._events: list[Event] = []
        self._sandbox = ""
        self._folded = False
        self._unavailable: tuple[str, str] | None = None
        self._since: float | None = None
        self._stale = False
        self._ticking: Timer | None = None

    def set_snippet(
        self, code: str, first_line: int, language: str, title: str = "", *, runnable: bool
    ) -> None:
        """Show `code`, not yet run; its first line is the note's line `first_line`.

        With a `title` the pane names itself: a demo, or code where it can't be run.
        """
        self._stop()
        self._snippet = Snippet(code, first_line, language, runnable)
        self._events, self._unavailable = [], None
        if title:
            kind = self._words["demo" if runnable else "code"]
            self.border_title = Content(f"{kind} · {visible(title)}")
        self.scroll_to(y=0, animate=False, force=True)
        self._update()

    def set_sandbox(self, level: str) -> None:
        """Name what keeps the snippet in, shown at the foot."""
        self._sandbox = level
        self._show_foot()

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001  a setter of one state
        """Fold to the three most telling lines, or open again."""
        self._folded = folded
        self.scroll_to(y=0, animate=False, force=True)
        self._update()

    def begin(self) -> None:
        """A run starts: earlier results give way as new ones arrive."""
        self._stop()
        self._events, self._unavailable = [], None
        self._since, self._stale = monotonic(), True
        self._ticking = self.set_interval(_TICK, self._tick)

    def add(self, event: Event) -> None:
        """Take the runner's next event; `Finished` ends the run."""
        self._events.append(event)
        self._stale = True
        if isinstance(event, Finished):
            self._stop()
            self._update()

    def fail(self, reason: str, hint: str) -> None:
        """Nothing can run here: say why and what a person can do."""
        self._stop()
        self._events, self._unavailable = [], (reason, hint)
        self._update()

    def lay_out(self, width: int) -> Sequence[Line]:
        """The code and all that is known of it."""
        look = Look(width, self.ink, self._words)
        events = list(self._events)
        if self._unavailable:
            events.append(Finished("needs", "\n".join(filter(None, self._unavailable)), 0.0))
        trace = Trace(tuple(events))
        if self._folded:
            return draw_folded(self._snippet, trace, look)
        return [line for line, _ in draw(self._snippet, trace, look)]

    def _stop(self) -> None:
        self._since = None
        if self._ticking:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        if self._stale:
            self._update()
        else:
            self._show_foot()

    def _update(self) -> None:
        self._stale = False
        self._show_foot()
        self.redraw()

    def _show_foot(self) -> None:
        self.border_subtitle = Content(visible(self._foot()))

    def _foot(self) -> str:
        if self._since is not None:
            seconds = monotonic() - self._since
            return self._words["running"].format(seconds=seconds) if seconds > _PATIENCE else ""
        if self._unavailable:
            return self._words["unavailable"]
        if self._events:
            return foot(Trace(tuple(self._events)), self._sandbox, self._words)
        return self._words["run"] if self._snippet.runnable else visible(self._snippet.language)
