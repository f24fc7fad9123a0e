"""Python's warnings, told at the line of the note that gave rise to them."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .block import FILE, SCRATCH_FILE
from .values import cut

if TYPE_CHECKING:
    import types

    from .speaker import Speaker

_OURS = str(Path(__file__).parent)
_LONGEST = 300
_NO_NEWS = (PendingDeprecationWarning, ImportWarning, ResourceWarning, SyntaxWarning)
"""Of use to the authors of what warns, not to a note's reader."""


def listen(speaker: Speaker) -> None:
    """Say each warning once for its line, from now on, instead of printing it."""
    told: set[tuple[int, str]] = set()

    def show(message: Any, category: type, filename: str, lineno: int, *_: Any, **__: Any) -> None:
        line = lineno if filename == FILE else _line()
        text = cut(f"{category.__name__}: {message}", _LONGEST)
        if line is not None and not speaker.mute and (line, text) not in told:
            told.add((line, text))
            speaker.say("warned", line=line, message=text)

    warnings.showwarning = show
    warnings.simplefilter("always")
    for category in _NO_NEWS:
        warnings.simplefilter("ignore", category)


def _line() -> int | None:
    """The note's line that is being executed; None where it is ours, telling a value."""
    frame: types.FrameType | None = sys._getframe()  # noqa: SLF001  the only way to the callers
    while frame := frame.f_back if frame else None:
        name = frame.f_code.co_filename
        if name == FILE:
            return frame.f_lineno
        if name == SCRATCH_FILE:
            return 0
        if name.startswith(_OURS) and name != __file__:
            return None
    return None
