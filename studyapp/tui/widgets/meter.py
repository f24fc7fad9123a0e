"""A thin bar, exact to half a cell, that reads without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from rich.style import Style

_FULL, _HALF, _TRACK = "━", "╸", "─"


def meter(share: float, width: int, bar: Style | str = "", track: Style | str = "dim") -> Text:
    """A bar `width` cells wide of which `share`, 0 to 1, is full; beyond those it is clamped."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    filled = _FULL * (halves // 2) + _HALF * (halves % 2)
    text = Text(filled, style=bar, no_wrap=True, end="")
    return text.append(_TRACK * (width - len(filled)), style=track)
