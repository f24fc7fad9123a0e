"""Typed settings: what travels with the notes, and what is the person's own.

What changes a projection lies in `<library>/.studyapp/settings.toml`; everything else in the
person's settings file. Both are read as TOML; a value that can't be used is a problem with its
line, and the default stands in for it.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003  a field of it is read by its type
from posixpath import normpath
from typing import TYPE_CHECKING, Annotated, Literal

from studyapp.library.disk import DISK
from studyapp.library.files import put
from studyapp.library.paths import MARK
from studyapp.library.typed import (
    DAY,
    NAMES,
    NUMBERS,
    TEXTS,
    line_of,
    matching,
    read,
    share,
    table,
    whole,
)
from studyapp.notes.syntax import SYNTAX, Syntax

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.notes import Problem
    from studyapp.schedule.schedules import Scheduler

LOWEST, HIGHEST = 0.7, 0.97
"""The chance of recall that FSRS can be asked to keep."""
RIGHTS = frozenset({"trusted", "python", "library", "outlines"})
"""The settings that say which code runs, or which folders are open."""
FOREIGN = Literal["ask", "mine", "theirs"]
Hour = Annotated[int, whole(0, 23)]
Count = Annotated[int, whole(0, 9999)]
Minutes = Annotated[int, whole(0, 1440)]
Separator = Annotated[str, matching(r"\S{1,8}")]
Weights = Annotated[Mapping[str, int], table(whole(0, 3))]
Names = Annotated[Mapping[str, str], NAMES]
Parameters = Annotated[tuple[float, ...], NUMBERS]


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    """What every device must agree on."""

    rollover_hour: Hour = 4
    """The hour at which a study day ends."""
    minutes_per_day: Minutes = 20
    """Minutes of study a day; 0 counts cards instead, by the two limits below."""
    new_per_day: Count = 10
    """New cards introduced a day, where minutes set no limit."""
    reviews_per_day: Count = 0
    """Reviews a day at most, where minutes set no limit; 0 is none either."""
    weights: Weights = field(default_factory=dict)
    """How much a deck counts, by its folder, for those below it too: 0 is never asked, 3 most."""
    interview: Annotated[date | None, DAY] = None
    """The day on which all is to be recalled."""
    scheduler: Literal["sm2", "fsrs"] = "sm2"
    """Classic SM-2 (1, 6, then by ease), or FSRS (spaced by grade from the first day)."""
    retention: Annotated[float, share(LOWEST, HIGHEST)] = 0.9
    """The chance of recall at which FSRS brings a card back."""
    parameters: Parameters = ()
    """FSRS's parameters, as `optimize` fits them; empty for its own."""
    repeats_per_day: Count = 3
    """How often a card that was not recalled comes back the same day."""
    foreign: FOREIGN = "ask"
    """What happens when another tool rewrote a note's review metadata."""
    outlines: str = ""
    """Where the outlines lie, seen from the library; empty looks for `outlines` in it and above."""
    leads: bool = SYNTAX.leads
    """Whether a note without a question asks its title, its first words being the answer."""
    exposition: bool = SYNTAX.exposition
    """Whether headings that ask are questions outside of sections of questions, too."""
    inline_separator: Separator = SYNTAX.inline
    """What parts question and answer on one line, as in Obsidian's spaced repetition."""
    below_separator: Separator = SYNTAX.below
    """What stands alone on the line between question and answer."""

    def weight(self, deck: str) -> int:
        """How much a deck counts: its own weight, or that of the nearest folder above; else 1."""
        while deck not in self.weights and deck:
            deck = deck.rpartition("/")[0]
        return self.weights.get(deck, 1)

    @property
    def scheduling(self) -> Scheduler:
        """The scheduler, with its parameters."""
        if self.scheduler == "fsrs":
            from studyapp.schedule.fsrs import Fsrs  # noqa: PLC0415  for the first frame

            return Fsrs(self.parameters, self.retention)
        from studyapp.schedule.sm2 import Sm2  # noqa: PLC0415  as above

        return Sm2()

    @property
    def syntax(self) -> Syntax:
        """How the library's notes are read."""
        return Syntax(
            self.leads,
            self.exposition,
            self.inline_separator,
            self.below_separator,
            normpath(self.outlines) if self.outlines else SYNTAX.outlines,
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's own choices."""

    library: str = ""
    """The library to open when none is named."""
    language: Literal["", "en", "zh"] = ""
    """The interface's language; empty follows the library, then the locale."""
    theme: str = ""
    """A Textual theme; empty keeps the default."""
    keys_preset: Literal["", "anki"] = ""
    """Keys as another program has them; empty for the app's own."""
    keys: Names = field(default_factory=dict)
    """The keys of single actions, by the names that the settings screen gives them."""
    python: str = ""
    """The Python that runs snippets; empty takes the one that runs studyapp."""
    autorun: bool = True
    """Whether, in a trusted library, a demo that opens by itself also runs by itself."""
    outlines: str = ""
    """Where outlines lie whose library does not say."""
    trusted: Annotated[tuple[str, ...], TEXTS] = ()
    """Folders whose snippets may run without being asked."""


def read_library(root: Path) -> tuple[LibrarySettings, list[Problem]]:
    """The settings that travel with the library at `root`."""
    return read(root / MARK / "settings.toml", f"{MARK}/settings.toml", LibrarySettings)


def read_own(path: Path) -> tuple[Settings, list[Problem]]:
    """The person's own settings."""
    return read(path, str(path), Settings)


def line_in(path: Path, key: str) -> int:
    """The 1-based line of a settings file on which `key` is set; 0 if it can't be told."""
    try:
        return line_of(path.read_text("utf-8"), key)
    except (OSError, ValueError):
        return 0


def write(path: Path, key: str, value: object, disk: Disk = DISK) -> None:
    """Set one key in a settings file, or drop it for None; comments and the other keys stay.

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
    if value is None:
        document.pop(key, None)
    else:
        document[key] = value
    put(path, tomlkit.dumps(document).encode(), disk)


def write_library(root: Path, key: str, value: object, disk: Disk = DISK) -> None:
    """Set one key of the settings that travel with the library at `root`."""
    write(root / MARK / "settings.toml", key, value, disk)
