"""What a note's front matter says, in values and as spelled, and what in it can't be read."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from studyapp.notes.block import Block, Broken
from studyapp.notes.lines import line_of
from studyapp.notes.metadata import KEYS, READERS, Metadata, read_metadata
from studyapp.notes.problems import Problem
from studyapp.notes.values import canonical, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.notes.entries import Entry

_NOTHING: Mapping[str, str | None] = MappingProxyType(dict.fromkeys(KEYS))


@dataclass(frozen=True, slots=True)
class Reading:
    """A block as understood; `raw_values` and `values` are those of `Note`."""

    metadata: Metadata
    raw_values: Mapping[str, str | None]
    values: Mapping[str, str | None]
    problems: tuple[Problem, ...] = ()


def read_block(text: str, found: Block | Broken | None, path: str) -> Reading:
    """What `found` says, the front matter of `text`, which is the note at `path`."""
    if found is None:
        return Reading(Metadata(), _NOTHING, _NOTHING)
    if isinstance(found, Broken):
        problem = Problem(path, found.line, found.reason, found.hint)
        return Reading(Metadata(), _NOTHING, MappingProxyType({}), (problem,))
    metadata, reasons = read_metadata((entry.key, entry.value) for entry in found.entries)
    last = {entry.key: entry for entry in found.entries}
    raw = {key: last[key].raw(text) if key in last else None for key in KEYS}
    values: dict[str, str | None] = {}
    for key in KEYS:
        entry = last.get(key)
        if entry is None or entry.value in (None, ""):
            values[key] = None
        elif key in reasons:
            values[key] = _value(entry, key, raw[key])
        else:
            values[key] = canonical(getattr(metadata, key))
    problems: tuple[Problem, ...] = ()
    if reasons or len(last) < len(found.entries):
        problems = tuple(_problems(text, found, path, reasons))
    return Reading(metadata, MappingProxyType(raw), MappingProxyType(values), problems)


def _problems(text: str, block: Block, path: str, reasons: Mapping[str, str]) -> Iterator[Problem]:
    for key in READERS:
        entries = [entry for entry in block.entries if entry.key == key]
        if not entries:
            continue
        line = line_of(text, entries[-1].key_start)
        raw = entries[-1].raw(text)
        if key in reasons and not is_placeholder(raw):
            yield Problem(path, line, f"`{key}` can't be read: {reasons[key]}", f"now `{raw}`")
        if len(entries) > 1:
            hint = "remove one of the two lines"
            yield Problem(path, line, f"`{key}` stands there twice", hint)


def _value(entry: Entry, key: str, raw: str | None) -> str | None:
    """The last value of a key; one of those before it may be what can't be read."""
    try:
        return canonical(READERS[key](entry.value))
    except (ValueError, OverflowError):
        return raw
