"""What the lines of a demo are drawn with, and the signs that stand among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.tui.widgets.ink import Ink

HOLDS, DIFFERS, FAILED, CALLED, RESULT, PROMPT = "✓", "≠", "✗", "▷", "→", "›"
INDENT = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a demo is drawn: cells across, the theme's styles, the language's words."""

    width: int
    ink: Ink
    words: Mapping[str, str]
