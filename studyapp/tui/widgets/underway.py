"""A run that goes on: since when, and when to draw it again."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer
    from textual.widget import Widget

_TICK = 0.1
_CALM = 0.5
"""Seconds between two drawings of a run that has gone on for a second: keys come first."""
_LONG = 1.0


class Underway:
    """Draws `widget` by `draw` while a run goes on, often at first and then now and again."""

    def __init__(self, widget: Widget, draw: Callable[[], object]) -> None:
        self._widget = widget
        self._draw = draw
        self._since: float | None = None
        self._calm = False
        self._ticking: Timer | None = None

    @property
    def seconds(self) -> float | None:
        """How long the run has gone on; None where none does."""
        return None if self._since is None else monotonic() - self._since

    def begin(self) -> None:
        """A run starts."""
        self.stop()
        self._since, self._calm = monotonic(), False
        self._ticking = self._widget.set_interval(_TICK, self._tick)

    def stop(self) -> None:
        """The run is over."""
        self._since = None
        if self._ticking:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        if not self._calm and self._ticking and (self.seconds or 0) > _LONG:
            self._calm = True
            self._ticking.stop()
            self._ticking = self._widget.set_interval(_CALM, self._tick)
        self._draw()
