"""Keys as other programs have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ANKI: Mapping[str, str] = {
    # its reviewer
    "study.suspend": "@,!",
    "study.bury": "-,=",
    "study.flag": "*,ctrl+1,ctrl+2,ctrl+3,ctrl+4,ctrl+5,ctrl+6,ctrl+7",
    "study.why": "i",
    "study.try": ":",
    # its list of decks
    "home.stats": "t",
    "home.first_pass": "T",
    "home.study": "s,space",
    "home.suspended": "S",
    "home.filter": "f,/",
}
"""Anki's; it suspends and buries card or note, here both mean the card, and its flags are one."""

PRESETS: Mapping[str, Mapping[str, str]] = {"": {}, "anki": ANKI}
