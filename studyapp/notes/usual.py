"""Front matter as nearly all notes spell it, read in a tenth of the time that YAML takes.

One key a line, its value plain, in quotes or a list of words: what YAML reads there is certain.
Anything else is left to `entries`, which asks YAML.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from studyapp.notes.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

_INNER = r"[\w+./()`（）？、：，。！；·“”《》【】√-]"
_WORD = rf"[^\W\d]{_INNER}*(?:[ ]{_INNER}+)*"
_QUOTED = r"[\w +.,:;/()（）：，、-]*"
_ENTRY = re.compile(
    rf"""([A-Za-z_][A-Za-z0-9_-]{{0,99}}):
    (?:[ ](?:(?P<nothing>null) | '(?P<single>{_QUOTED})' | (?P<word>{_WORD})
        | (?P<whole>0|[1-9][0-9]{{0,17}}) | (?P<broken>(?:0|[1-9][0-9]{{0,8}})\.[0-9]{{1,17}})
        | (?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})
        | (?P<flow>\[(?:{_WORD}(?:,[ ]{_WORD})*)?\]) | "(?P<double>{_QUOTED})")
    | \n(?P<items>-[ ]{_WORD}(?:\n-[ ]{_WORD})*)
    | \n[ ]{{2}}(?P<nested>-[ ]{_WORD}(?:\n[ ]{{2}}-[ ]{_WORD})*)
    | (?P<empty>))\n""",
    re.VERBOSE,
)
_NO_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null"})
"""Words that YAML 1.1 takes for truth values, whatever their case, and for nothing."""
_QUOTES = {"single": "'", "double": '"'}
_LISTS: dict[str, Callable[[str], list[str]]] = {
    "flow": lambda text: text[1:-1].split(", ") if text != "[]" else [],
    "items": lambda text: text[2:].split("\n- "),
    "nested": lambda text: text[2:].split("\n  - "),
}
_PLAIN: dict[str, Callable[[str], Any]] = {
    "word": str,
    "nothing": lambda _: None,
    "whole": int,
    "broken": float,
    "empty": lambda _: None,
    "day": date.fromisoformat,
}


def read_usual(inside: str, base: int) -> tuple[tuple[Entry, ...], bool] | None:
    """What `load_entries` says of the mapping in `inside`, which is usual; None if it is not."""
    entries: list[Entry] = []
    at = 0
    while at < len(inside):
        found = _ENTRY.match(inside, at)
        if not found or (entry := _entry(found, base)) is None:
            return None
        entries.append(entry)
        at = found.end()
    return tuple(entries), True


def _entry(found: re.Match[str], base: int) -> Entry | None:
    kind = found.lastgroup or ""
    name, text = found.group(1, kind)
    key, (start, end) = base + found.start(), found.span(kind)
    if quote := _QUOTES.get(kind):
        return Entry(name, key, base + start - 1, base + end + 1, quote, text)
    if split := _LISTS.get(kind):
        words = split(text)
        if any(word.casefold() in _NO_TEXT for word in words):
            return None
        # A list below its key ends where the next line begins.
        return Entry(name, key, base + start, base + end + (kind != "flow"), None, words)
    if kind == "word" and text.casefold() in _NO_TEXT:
        return None
    try:
        return Entry(name, key, base + start, base + end, "", _PLAIN[kind](text))
    except ValueError:  # there is no such day
        return None
