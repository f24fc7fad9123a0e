"""TOML read into a dataclass: what can't be used is told with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
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

from studyapp.notes.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def read(path: Path, shown: str, kind: type[T]) -> tuple[T, list[Problem]]:
    """The values in the file at `path`, which problems call `shown`; it need not exist.

    `kind` is a dataclass whose fields all have defaults. A number is annotated with the range it
    may lie in, a text with the pattern that it matches.
    """
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
        if isinstance(allowed, range):
            return type(value) is kind and value in allowed
        return type(value) is kind and allowed.fullmatch(value) is not None
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is hint


def _described(hint: Any) -> str:
    if get_origin(hint) is Annotated:
        allowed = get_args(hint)[1]
        if isinstance(allowed, range):
            return f"a number from {allowed[0]} to {allowed[-1]}"
        return f"a text that matches {allowed.pattern}"
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
