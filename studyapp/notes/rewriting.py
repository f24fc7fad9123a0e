"""A note after its values were spliced, without parsing it again."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studyapp.notes.metadata import READERS
from studyapp.notes.values import canonical, is_usual

if TYPE_CHECKING:
    from studyapp.notes.note import Note
    from studyapp.notes.splices import Spliced


def rewritten(note: Note, done: Spliced) -> Note | None:
    """What a parse of `done.data` would give, where `note` is what one gave before the splice.

    None where lines moved, where a spelling is unusual or can't be read, or where `note` has
    problems, whose words may change.
    """
    texts = {key: text or "" for key, text in done.after.items() if text != done.before[key]}
    replaced = all((done.before[key] or "\n").isprintable() for key in texts)
    if note.problems or not replaced or not all(map(is_usual, texts.values())):
        return None
    try:
        found = {key: _read(key, text) for key, text in texts.items()}
    except ValueError:  # an undo brings back what was a problem before, such as a mastery of 3
        return None
    return replace(
        note,
        metadata=replace(note.metadata, **found),
        raw_values=MappingProxyType({**note.raw_values, **texts}),
        values=MappingProxyType(
            {**note.values, **{key: canonical(value) for key, value in found.items()}}
        ),
    )


def _read(key: str, text: str) -> Any:
    """The value that a splice spelled: plain or in quotes."""
    bare = text.strip("'\"")
    return READERS[key](None if bare == "null" else bare)
