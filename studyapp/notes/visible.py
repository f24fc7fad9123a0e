"""Text made safe to draw."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def visible(text: str) -> str:
    """`text` with control, bidi and zero-width characters shown, and tabs expanded."""
    return _HIDDEN.sub(lambda m: f"‹{ord(m[0]):X}›", text.expandtabs(4))
