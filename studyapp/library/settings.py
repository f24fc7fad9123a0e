"""Typed settings: what travels with the notes, and what is the person's own.

What changes a projection lies in `<library>/.studyapp/settings.toml`; everything else in the
person's settings file. Both are read as TOML; a value that can't be used is a problem with its
line, and the default stands in for it.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

from studyapp.library.files import put
from studyapp.library.paths import MARK
from studyapp.library.typed import read
from studyapp.notes.syntax import SYNTAX, Syntax

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.notes import Problem

FOREIGN = Literal["ask", "mine", "theirs"]
Hour = Annotated[int, range(24)]
Count = Annotated[int, range(10_000)]
Separator = Annotated[str, re.compile(r"\S{1,8}")]


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """What every device must agree on."""

    rollover_hour: Hour = 4
    """The hour at which a study day ends."""
    new_per_day: Count = 10
    """New cards introduced a day."""
    reviews_per_day: Count = 0
    """Reviews a day at most; 0 is no limit."""
    repeats_per_day: Count = 3
    """How often a card that was not recalled comes back the same day."""
    foreign: FOREIGN = "ask"
    """What happens when another tool rewrote a note's review metadata."""
    leads: bool = SYNTAX.leads
    """Whether a note without a question asks its title, its first words being the answer."""
    exposition: bool = SYNTAX.exposition
    """Whether headings that ask are questions outside of sections of questions, too."""
    inline_separator: Separator = SYNTAX.inline
    """What parts question and answer on one line, as in Obsidian's spaced repetition."""
    below_separator: Separator = SYNTAX.below
    """What stands alone on the line between question and answer."""

    @property
    def syntax(self) -> Syntax:
        """How the library's notes are read."""
        return Syntax(self.leads, self.exposition, self.inline_separator, self.below_separator)


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's own choices."""

    library: str = ""
    """The library to open when none is named."""
    language: Literal["", "en", "zh"] = ""
    """The interface's language; empty follows the library, then the locale."""
    theme: str = ""
    """A Textual theme; empty keeps the default."""
    python: str = ""
    """The Python that runs snippets; empty takes the one that runs studyapp."""
    autorun: bool = True
    """Whether, in a trusted library, a demo that opens by itself also runs by itself."""
    trusted: tuple[str, ...] = field(default=())
    """Folders whose snippets may run without being asked."""


def read_library(root: Path) -> tuple[LibrarySettings, list[Problem]]:
    """The settings that travel with the library at `root`."""
    return read(root / MARK / "settings.toml", f"{MARK}/settings.toml", LibrarySettings)


def read_own(path: Path) -> tuple[Settings, list[Problem]]:
    """The person's own settings."""
    return read(path, str(path), Settings)


def write(path: Path, key: str, value: object) -> None:
    """Set one key in a settings file; comments and the other keys stay.

    Raises:
        OSError: the file can't be written, or is no TOML and can't be changed without loss.
    """
    import tomlkit  # noqa: PLC0415  reading settings, as every start does, needs none of it

    try:
        document = tomlkit.parse(path.read_bytes().decode())
    except FileNotFoundError:
        document = tomlkit.document()
    except ValueError as error:
        raise OSError(errno.EINVAL, f"it is no TOML: {error}", str(path)) from error
    document[key] = value
    put(path, tomlkit.dumps(document).encode())


def write_library(root: Path, key: str, value: object) -> None:
    """Set one key of the settings that travel with the library at `root`."""
    write(root / MARK / "settings.toml", key, value)
