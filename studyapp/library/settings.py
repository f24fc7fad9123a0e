"""Typed settings: what travels with the notes, and what is the person's own.

What changes a projection lies in `<library>/.studyapp/settings.toml`; everything else in the
person's settings file. Both are read as TOML; a value that can't be used is a problem with its
line, and the default stands in for it.
"""

from __future__ import annotations

import errno
import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from studyapp.library.files import put
from studyapp.library.paths import MARK
from studyapp.notes.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
FOREIGN = Literal["ask", "mine", "theirs"]
Hour = Annotated[int, range(24)]
Count = Annotated[int, range(10_000)]


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
    return _read(root / MARK / "settings.toml", f"{MARK}/settings.toml", LibrarySettings)


def read_own(path: Path) -> tuple[Settings, list[Problem]]:
    """The person's own settings."""
    return _read(path, str(path), Settings)


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


def _read(path: Path, shown: str, kind: type[T]) -> tuple[T, list[Problem]]:
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError:
        return kind(), []
    except (OSError, ValueError) as error:
        line = int(found[1]) if (found := re.search(r"line (\d+)", str(error))) else 0
        return kind(), [Problem(shown, line, f"can't be read: {error}", "defaults are used")]
    hints = get_type_hints(kind, include_extras=True)
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    values, problems = {}, []
    for key, value in table.items():
        line = _line_of(text, key)
        if key not in known:
            problems.append(Problem(shown, line, f"unknown setting `{key}`", "it is left alone"))
        elif not _fits(value, hints[key]):
            hint = f"expected {_described(hints[key])}; the default is used"
            problems.append(Problem(shown, line, f"`{key}` can't be {value!r}", hint))
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return kind(**values), problems


def _fits(value: Any, hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        kind, allowed = get_args(hint)
        return type(value) is kind and value in allowed
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is hint


def _described(hint: Any) -> str:
    if get_origin(hint) is Annotated:
        allowed = get_args(hint)[1]
        return f"a number from {allowed[0]} to {allowed[-1]}"
    if get_origin(hint) is Literal:
        return " or ".join(repr(one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        return "a list of texts"
    return "true or false" if hint is bool else "a text"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[].=]", line):
            return number
    return 0
