"""The front-matter block of a note: where it is, its entries, where each value stands.

One reading serves both sides: values for `metadata`, spans for `splices`. Offsets count
characters of the note's text without its byte-order mark, so PyYAML's marks need no correction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from studyapp.notes.conflicts import CONFLICT, first_of_all, one_side
from studyapp.notes.entries import Entry, load_entries
from studyapp.notes.lines import line_of
from studyapp.notes.usual import read_usual

_RULE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\n|\r|\Z)")
_KEYED = re.compile(r"(?:^|(?<=\n)|(?<=\r))[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:")
_NESTING = re.compile(r"[\[{]|[-?][ \t]")

IN_VALUES = "git's conflict markers stand around the review values"

_LARGEST = 65_536  # characters; front matter is a few hundred
_DEEPEST = 1_000  # PyYAML's C composer recurses on the C stack without a limit of its own


@dataclass(frozen=True, slots=True)
class Block:
    """A note's front matter.

    `start`, `end` span the text between the two rules; `body` is where the body begins.
    `insertable` tells whether a line can be added: entries stand one a line.
    """

    start: int
    end: int
    body: int
    entries: tuple[Entry, ...]
    insertable: bool

    def find(self, key: str) -> Entry | None:
        """The entry of `key`; of several, the last, which is the one that YAML keeps."""
        return next((entry for entry in reversed(self.entries) if entry.key == key), None)

    def raw(self, text: str, key: str) -> str | None:
        """The value of `key` as `text` spells it, "" if empty, None if the key is missing."""
        entry = self.find(key)
        return None if entry is None else entry.raw(text)


@dataclass(frozen=True, slots=True)
class Broken:
    """A block that can't be understood: why, and at which 1-based line of the file.

    `body` is where the body begins. `mended` is what to put between the rules, from an offset to
    another, where only a conflict about review values is in the way.
    """

    body: int
    line: int
    reason: str
    hint: str
    mended: tuple[int, int, str] | None = None


def find_block(text: str) -> Block | Broken | None:
    """The front matter of `text`, a note without its byte-order mark; None if it has none.

    Between the rules stands a YAML mapping or nothing: a note may begin with a rule.
    """
    if parted := first_of_all(text):
        return _conflicting(text, 0, parted[0], 0, parted[1])
    return _between_rules(text)


def _between_rules(text: str) -> Block | Broken | None:
    opening = _RULE.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if not opening or not closing:
        return None
    start, end, body = opening.end(), closing.start(), closing.end()
    inside = text[start:end]
    if not inside.strip():
        return Block(start, end, body, (), insertable=True)
    if refused := _refuse(text, closing, start):
        return refused
    try:
        loaded = read_usual(inside, start) or load_entries(inside, start)
    except yaml.YAMLError as error:
        return _broken(text, start, body, error) if _KEYED.search(inside) else None
    if loaded is None:
        return None
    entries, insertable = loaded
    return Block(start, end, body, entries, insertable=insertable)


def _conflicting(text: str, start: int, end: int, place: int, mended: str | None) -> Broken:
    """A conflict between two offsets, whose body begins behind, as it could be mended."""
    line = line_of(text, place)
    if mended is not None:
        hint = "press m on Home: the journal knows the values"
        return Broken(end, line, IN_VALUES, hint, (start, end, mended))
    hint = "keep one side of the conflict and remove the markers"
    return Broken(end, line, "git's conflict markers stand in the front matter", hint)


def _refuse(text: str, closing: re.Match[str], start: int) -> Broken | None:
    inside, body = text[start : closing.start()], closing.end()
    if ("<<<<<<<" in inside or ">>>>>>>" in inside) and (conflict := CONFLICT.search(inside)):
        place, end = start + conflict.start(), closing.start()
        found = _conflicting(text, start, end, place, one_side(inside))
        return replace(found, body=body)
    deep = len(inside) > _DEEPEST and len(_NESTING.findall(inside)) > _DEEPEST
    if len(inside) > _LARGEST or deep:
        return Broken(body, 1, "the front matter is too large or nested too deep", "shorten it")
    return None


def _broken(text: str, start: int, body: int, error: yaml.YAMLError) -> Broken:
    mark = getattr(error, "problem_mark", None)
    place = min(start + (mark.index if mark else 0), body - 1)  # a mark may stand behind the end
    reason = getattr(error, "problem", None) or "it is no YAML"
    return Broken(
        body,
        line_of(text, place),
        f"the front matter can't be read: {reason}",
        "check colons, quotes and spaces",
    )
