"""TOML read into a dataclass: what can't be used is told with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
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
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a value must be like, and how that is said."""

    allows: Callable[[Any], bool]
    expected: str
    each: Rule | None = None
    """Of a table, what each of its values must be like."""


def whole(first: int, last: int) -> Rule:
    """A whole number within bounds."""
    return Rule(
        lambda value: type(value) is int and first <= value <= last,
        f"a number from {first} to {last}",
    )


def share(first: float, last: float) -> Rule:
    """A fraction within bounds."""
    return Rule(
        lambda value: type(value) is float and first <= value <= last,
        f"a number from {first} to {last}",
    )


def matching(pattern: str) -> Rule:
    """A text that matches all of `pattern`."""
    return Rule(
        lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None,
        f"a text that matches {pattern}",
    )


def table(rule: Rule) -> Rule:
    """A table whose values all keep to one rule."""
    return Rule(
        lambda value: isinstance(value, dict) and all(map(rule.allows, value.values())),
        f"a table of {rule.expected} each",
        rule,
    )


TEXTS = Rule(
    lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
    "a list of texts",
)
NAMES = table(Rule(lambda value: isinstance(value, str), "a text"))
NUMBERS = Rule(
    lambda value: isinstance(value, list) and all(isinstance(one, float) for one in value),
    "a list of numbers",
)
DAY = Rule(lambda value: type(value) is date, "a day such as 2026-12-31")


def read(path: Path, shown: str, kind: type[T]) -> tuple[T, list[Problem]]:
    """The values in the file at `path`, which problems call `shown`; it need not exist.

    `kind` is a dataclass whose fields all have defaults; a field that is neither a switch nor a
    text nor a choice of words is annotated with its `Rule`.
    """
    try:
        text = path.read_bytes().decode()  # line ends as they are, which TOML is strict about
        import tomllib  # noqa: PLC0415  most libraries have no such file

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
        line = line_of(text, key)
        if key not in known:
            problems.append(Problem(shown, line, f"unknown setting `{key}`", "it is left alone"))
        elif not fits(value, hints[key]):
            hint = f"expected {described(hints[key])}; the default is used"
            problems.append(Problem(shown, line, f"`{key}` can't be {value!r}", hint))
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return kind(**values), problems


def fits(value: Any, hint: Any) -> bool:
    """Whether a value may stand in a field of that type."""
    if get_origin(hint) is Annotated:
        return bool(get_args(hint)[1].allows(value))
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    return type(value) is hint


def described(hint: Any) -> str:
    """What a value of that type is like."""
    if get_origin(hint) is Annotated:
        return str(get_args(hint)[1].expected)
    if get_origin(hint) is Literal:
        return " or ".join(repr(one) for one in get_args(hint))
    return "true or false" if hint is bool else "a text"


def line_of(text: str, key: str) -> int:
    """The 1-based line on which `key` is set; 0 if it is not."""
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[].=]", line):
            return number
    return 0
