"""Pictures that a snippet draws with matplotlib, sent as PNG."""

from __future__ import annotations

import base64
import io
import logging
import os
import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .speaker import Speaker

MOST = 4
"""Pictures of one run."""

MOST_BYTES = 150_000
"""Of one picture: what is relayed of a run has to hold four, a third larger as text."""

_BACKEND = f"module://{__package__}.canvas"
_RESOLUTIONS = (100, 72, 50, 36)
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Heiti SC",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
"""Fonts that have Chinese characters, one of which most systems have."""


class Figures:
    """Notices which statement drew, and sends each figure as the last such one left it."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._sent = 0
        self._ready = False
        self._changed: dict[Any, int | None] = {}
        self._known: set[Any] = set()
        os.environ["MPLBACKEND"] = _BACKEND
        if "matplotlib" in sys.modules:  # imported ahead, it has read its environment already
            sys.modules["matplotlib"].rcParams["backend"] = _BACKEND

    def look(self, line: int | None) -> None:
        """Note the figures that the statement at `line` made or changed."""
        if "matplotlib" in sys.modules:
            self._prepare()
        for figure in _open_figures():
            if figure.stale or figure not in self._known:
                figure.stale = False
                self._known.add(figure)
                self._changed[figure] = line

    def skip(self) -> None:
        """Take what is drawn so far for seen."""
        self.look(None)
        self._changed.clear()

    def send(self) -> None:
        """Send what changed since it was last sent."""
        changed, self._changed = self._changed, {}
        for figure, line in changed.items():
            self._send(figure, line)

    def leave(self, figure: Any) -> None:
        """Send a figure that is about to be closed, if it changed."""
        if figure.stale or figure in self._changed or figure not in self._known:
            self._changed.pop(figure, None)
            figure.stale = False
            self._known.add(figure)
            self._send(figure, self._speaker.line)

    def _send(self, figure: Any, line: int | None) -> None:
        if self._sent == MOST or self._speaker.mute or not figure.get_children()[1:]:
            return
        png = render(figure)
        if png:
            self._sent += 1
            self._speaker.say("figure", line=line, png=base64.b64encode(png).decode())

    def _prepare(self) -> None:
        """Let Chinese labels find a font, and silence what is said of fonts that are not here."""
        if self._ready:
            return
        self._ready = True
        global _current  # noqa: PLW0603  matplotlib calls back without an argument of ours
        _current = self
        matplotlib = sys.modules["matplotlib"]
        manager = sys.modules.get("matplotlib.font_manager")
        installed = {font.name for font in manager.fontManager.ttflist} if manager else set()
        chinese = [name for name in _CHINESE if name in installed][:1]
        matplotlib.rcParams["font.family"] = ["DejaVu Sans", *chinese]
        logging.getLogger("matplotlib").setLevel(logging.ERROR)
        warnings.filterwarnings("ignore", message="Glyph .* missing from")


_current: Figures | None = None


def closing(figure: Any) -> None:
    """Called for each figure that is closed."""
    if _current:
        _current.leave(figure)


def close_all() -> None:
    """Close all figures."""
    sys.modules["matplotlib._pylab_helpers"].Gcf.destroy_all()


def render(figure: Any) -> bytes:
    """The figure as PNG, coarser if it were too large else; empty if it can't be drawn."""
    for resolution in _RESOLUTIONS:
        picture = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                figure.savefig(picture, format="png", dpi=resolution)
            except Exception:  # noqa: BLE001  the snippet's own artists draw in there
                return b""
        if len(picture.getvalue()) <= MOST_BYTES:
            return picture.getvalue()
    return b""


def _open_figures() -> list[Any]:
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    return [one.canvas.figure for one in helpers.Gcf.figs.values()] if helpers else []
