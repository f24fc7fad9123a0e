"""Marks beside results stated in notes that the person has set aside for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from studyapp.library.journal import Journal
from studyapp.schedule.events import Claim
from studyapp.schedule.live import Live
from studyapp.schedule.undoing import undone_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from studyapp.schedule.events import Event

Asides: TypeAlias = "Mapping[tuple[str, str], str]"
"""The ids of the events, by note and the mark's text; of a note that is gone by "" and the text."""


def mark_text(code: str, first: int, line: int, stated: str) -> str:
    """What tells a mark: its line of code as it stands in the note, and what is stated there.

    So it stays set aside while the note grows around it, and is news when that line is changed.
    `code` begins at the line `first` of the note, the mark stands at `line`.
    """
    lines = code.split("\n")
    place = line - first
    code = lines[place].strip() if 0 <= place < len(lines) else ""
    return f"{code} → {stated}"


def asides(root: Path, live: Iterable[Event]) -> Asides:
    """The marks set aside among `live` events; a note that is gone may have been renamed."""
    claims = [event for event in live if isinstance(event, Claim)]
    present = {note: (root / note).exists() for note in {claim.note for claim in claims}}
    return {(claim.note if present[claim.note] else "", claim.text): claim.id for claim in claims}


def aside(found: Asides, note: str, text: str) -> str | None:
    """The event that set this mark of the note aside, if one did."""
    return found.get((note, text)) or found.get(("", text))


def read_asides(root: Path) -> Asides:
    """The marks set aside in the library at `root`, from its journals alone; raises OSError."""
    by_device = Journal(root, "").read().by_device
    events = [event for told in by_device.values() for event in told]
    return asides(root, Live(events, undone_ids(events)))
