"""A thin bar, exact to half a cell, that reads without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from rich.style import Style

_FULL, _HALF, _FAINT, _TRACK = "━", "╸", "╌", "─"


def meter(
    share: float,
    width: int,
    bar: Style | str = "",
    track: Style | str = "dim",
    *,
    begun: float = 0.0,
) -> Text:
    """A bar `width` cells wide of which `share`, 0 to 1, is full; beyond those it is clamped.

    Behind the full part it is dashed as far as `begun`.
    """
    halves = round(_within(share) * width * 2)
    filled = _FULL * (halves // 2) + _HALF * (halves % 2)
    dashed = _FAINT * (round(_within(begun) * width) - len(filled))
    text = Text(filled, style=bar, no_wrap=True, end="")
    text.append(dashed, style=bar)
    return text.append(_TRACK * (width - len(filled) - len(dashed)), style=track)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
