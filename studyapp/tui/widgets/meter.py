"""A bar of text blocks, exact to an eighth of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from rich.style import Style

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_TRACK = "░"


def meter(share: float, width: int, bar: Style | str = "", track: Style | str = "dim") -> Text:
    """A bar `width` cells wide of which `share`, 0 to 1, is full; beyond those it is clamped."""
    eighths = round(min(1.0, max(0.0, share)) * width * 8)
    whole, part = divmod(eighths, 8)
    filled = "█" * whole + (_EIGHTHS[part] if part else "")
    text = Text(filled, style=bar, no_wrap=True, end="")
    return text.append(_TRACK * (width - len(filled)), style=track)
