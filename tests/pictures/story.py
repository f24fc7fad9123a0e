"""What a story is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Shot = tuple[str, tuple[str, ...]]
"""A name, and the keys pressed before the picture is taken."""


@dataclass(frozen=True, slots=True)
class Story:
    """One run of the app on a library that `made` lays out."""

    name: str
    made: tuple[Callable[[Path], None], ...]
    shots: tuple[Shot, ...]
    level: str = ""
    """The sandbox: the strongest that works if none is named."""
    editor: str = ""
    """What $VISUAL names meanwhile: a command that is told a line and a file."""


def nothing(root: Path) -> None:
    """A folder without a note."""
    root.mkdir(parents=True, exist_ok=True)
