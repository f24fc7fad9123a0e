"""A snippet beside the answer, and what came out when it ran."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from studyapp.notes.visible import visible
from studyapp.tui.widgets.demo_view import Laid, View, lay_out
from studyapp.tui.widgets.foot import foot
from studyapp.tui.widgets.look import Look
from studyapp.tui.widgets.sheet import Sheet
from studyapp.tui.widgets.snippet import Snippet
from studyapp.tui.widgets.tape import Tape
from studyapp.tui.widgets.underway import Underway

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from studyapp.runner.events import Claim, Event
    from studyapp.tui.widgets.trace import Trace
    from studyapp.tui.widgets.wrap import Line

_PATIENCE = 0.3
"""Seconds before a run is said to go on: most are over sooner, and a flash helps nobody."""


class DemoPane(Sheet):
    """One snippet: its lines, and beneath each what it bound, printed, claimed or raised.

    The title stands in the upper border, how the run ended in the lower one, or that code is `off`.
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
        off: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._words = words
        self._off = off
        self._view = View(Snippet("", 1, "", runnable=False))
        self._laid = Laid(())
        self._tape = Tape()
        self._is_aside: Callable[[Claim], bool] = lambda _: False
        self._place = self._kept = ""
        self._underway = Underway(self, self._tick)
        self._stale = False

    @property
    def trace(self) -> Trace:
        """What is known of the run that is shown."""
        told = self._tape.trace()
        return replace(told, aside=frozenset(filter(self._is_aside, told.differing)))

    @property
    def view(self) -> View:
        """What is looked at, and how."""
        return self._view

    def show(
        self, snippet: Snippet, earlier: Sequence[Snippet] = (), *, bare: bool = False
    ) -> None:
        """Show a snippet, not yet run; see `View`."""
        self._underway.stop()
        self._tape, self._kept = Tape(), ""
        self._look_at(View(snippet, earlier, self._view.folded, bare=bare))

    def recall(self, events: Iterable[Event], kept: str) -> None:
        """Show the result of an earlier run; `kept` says when and under what it ran."""
        self._tape, self._kept = Tape(events), kept
        self._update()

    def spare(self, is_aside: Callable[[Claim], bool]) -> None:
        """Draw no mark of a claim that differs and is set aside."""
        self._is_aside = is_aside
        self._update()

    def set_place(self, place: str) -> None:
        """Name what the snippet ran in, shown at the foot."""
        self._place = place
        self._show_foot()

    def set_folded(self, *, folded: bool) -> None:
        """Fold to the three most telling lines, or open again."""
        self._look_at(replace(self._view, folded=folded))

    def show_graph(self, *, shown: bool) -> None:
        """Show the autograd graph in the place of the code, or the code again."""
        self._look_at(replace(self._view, graph=shown))

    def toggle_earlier(self) -> None:
        """Open the fences that ran before, or shut them."""
        self._look_at(replace(self._view, opened=not self._view.opened))

    def begin(self, scratch: tuple[str, ...] = ()) -> None:
        """A run starts, with scratch lines; earlier results give way as new ones arrive."""
        self._tape, self._kept = Tape(scratch=scratch), ""
        self._stale = True
        self._underway.begin()

    def forget(self) -> None:
        """There was no run after all."""
        self._underway.stop()
        self._tape, self._kept = Tape(), ""
        self._update()

    def add(self, *events: Event) -> None:
        """Take what the runner told next; `Finished` ends the run."""
        for event in events:
            self._tape.add(event)
        self._stale = True
        if self.trace.finished:
            self._underway.stop()
            self._update()
            self._bring_into_sight()

    def lay_out(self, width: int) -> Sequence[Line]:
        """The code and all that is known of it."""
        self._laid = lay_out(self._view, self.trace, Look(width, self.ink, self._words))
        return self._laid.lines

    def _look_at(self, view: View) -> None:
        self._view = view
        self.scroll_to(y=0, animate=False, force=True)
        self._update()

    def _bring_into_sight(self) -> None:
        height = self.scrollable_content_region.height
        last = bool(self.trace.scratch)
        row = self._laid.row_for(round(self.scroll_y), height, last=last)
        if row is not None:
            self.scroll_to(y=row, animate=False, force=True)

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
        words = self._words
        seconds = self._underway.seconds
        if seconds is not None:
            return words["running"].format(seconds=seconds) if seconds > _PATIENCE else ""
        if self._tape:
            return foot(self.trace, self._place, words, kept=self._kept)
        snippet = self._view.snippet
        if snippet.runnable:
            return words["off"] if self._off else ""
        return visible(snippet.language)
