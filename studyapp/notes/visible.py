"""Text that can be drawn: what would hide, reorder or command is made visible."""

from __future__ import annotations

import re

TAB = 4  # columns between tab stops

_PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}

_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_UNSAFE = re.compile(
    # A joiner within a sequence of emoji and a flag's tags are part of one picture.
    f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007e]+\U000e007f"
    "|([\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls but the line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # of no width
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # of no width, bidi, breaks
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff])"
)


def visible(text: str) -> str:
    """`text` with control, bidirectional and zero-width characters shown, tabs expanded.

    Line feeds, combining marks and emoji sequences stay. To be called on whatever is drawn.
    """
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(_shown, text.replace("\r\n", "\n").expandtabs(TAB))


def one_line(text: str) -> str:
    """`text` made visible, its line feeds as blanks."""
    return visible(text).replace("\n", " ")


def _shown(found: re.Match[str]) -> str:
    character = found[1]
    if character is None:
        return found[0]
    return _PICTURES.get(character) or f"⟨U+{ord(character):04X}⟩"
