"""What a line that chooses cards lacks, in words.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study.query import PROPERTIES, STATES

if TYPE_CHECKING:
    from studyapp.study.query import Fault
    from studyapp.tui.words import Words


def told(fault: Fault, say: Words) -> str:
    """Which part of the line asks for nothing, and what would."""
    known = {"states": " ".join(STATES), "properties": " ".join(PROPERTIES)}
    return say(f"fault_{fault.why}", term=fault.typed, **known)
