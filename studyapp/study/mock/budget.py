"""How long an answer may take in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.notes import Card

SHORTEST, LONGEST = 45, 300
"""Seconds of any answer."""
_THINKING = 20
_HESITATION = 1.5
"""Who has no text before them takes longer than reading it aloud would."""
_A_LINE = 6
"""Seconds to say or sketch a line of code."""
_STEP = 15
_FENCE = re.compile(r"^ *(?:```|~~~).*?\n(?P<code>.*?)^ *(?:```|~~~)", re.MULTILINE | re.DOTALL)


def budget(card: Card) -> int:
    """The seconds that the answer of `card` may take, in steps of a quarter of a minute."""
    lines = sum(found["code"].count("\n") for found in _FENCE.finditer(card.answer))
    needed = _THINKING + _HESITATION * card.seconds + _A_LINE * lines
    return min(max(round(needed / _STEP) * _STEP, SHORTEST), LONGEST)
