"""Whether journal, notes, index and copies agree, and what can be derived anew where not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.library.library import Library
from studyapp.library.quarantine import is_damaged, set_apart
from studyapp.schedule.events import Review

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path

    from studyapp.library.backups import Backups
    from studyapp.library.disk import Disk
    from studyapp.library.order import Settled


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was compared, and where it does not agree.

    `damaged` counts lines by journal; `stale` notes are behind the journal, `moved` ones were
    moved by hand, another tool wrote `foreign` ones; `differing` are the notes that the index
    knows otherwise. `missing` counts the lines of the newest copy that the journals lack.
    """

    notes: int
    cards: int
    events: int
    reviews: int
    damaged: Mapping[str, int]
    stale: tuple[str, ...]
    moved: tuple[str, ...]
    foreign: tuple[str, ...]
    litter: tuple[str, ...]
    differing: tuple[str, ...]
    copied: date | None
    missing: int

    @property
    def repairable(self) -> bool:
        """Whether there is anything that `repair` would bring in order."""
        return bool(self.damaged or self.stale or self.litter or self.differing)


@dataclass(frozen=True, slots=True)
class Inspector:
    """Compares what lies on disk for the library at `root`, without writing to it."""

    root: Path
    device: str
    index: Path
    backups: Backups

    def inspect(self, now: datetime) -> Inspection:
        """Read everything anew and compare. Raises OSError."""
        library = Library(self.root, "", self.device)
        snapshot = library.open(now)
        journals = _journals(library.journal.folder)
        counts = {name: sum(map(is_damaged, lines)) for name, lines in journals.items()}
        days = self.backups.days()
        return Inspection(
            notes=len(snapshot.notes),
            cards=len(snapshot.cards),
            events=len(snapshot.events),
            reviews=sum(isinstance(event, Review) for event in snapshot.state.live),
            damaged={name: count for name, count in counts.items() if count},
            stale=tuple(library.stale()),
            moved=tuple(event.note for event in snapshot.pending),
            foreign=tuple(library.foreign()),
            litter=library.litter,
            differing=self._differing(library, now),
            copied=days[-1] if days else None,
            missing=self._missing(days[-1], journals) if days else 0,
        )

    def _differing(self, fresh: Library, now: datetime) -> tuple[str, ...]:
        """The notes of which the index says something else than their files and journal do."""
        if not self.index.exists():
            return ()
        indexed = Library(self.root, "", self.device, self.index)
        indexed.open(now)
        indexed.rest()
        ours, theirs = fresh.snapshot, indexed.snapshot
        one, two = ours.notes.briefs, theirs.notes.briefs
        paths = {path for path in {*one, *two} if one.get(path) != two.get(path)}
        told = {
            card.note
            for card in ours.cards.briefs.values()
            if card.note not in paths and ours.card_state(card) != theirs.card_state(card)
        }
        return tuple(sorted(paths | told))

    def _missing(self, day: date, journals: Mapping[str, list[bytes]]) -> int:
        """How many sound lines of a day's copy the journals lack."""
        known = {line for lines in journals.values() for line in lines}
        copied = {line for data in self.backups.read(day).values() for line in data.split(b"\n")}
        return sum(not is_damaged(line) for line in copied - known if line.strip())

    def repair(
        self, found: Inspection, now: datetime, disk: Disk
    ) -> tuple[dict[str, int], Settled]:
        """Set damaged lines apart, throw away an index that errs, bring notes up to the journal.

        Where the damaged lines went, and how many; what was healed. Raises OSError.
        """
        library = Library(self.root, "", self.device, disk=disk)
        self.backups.keep(library.journal.folder, library.day(now))
        moved = set_apart(library.journal, disk) if found.damaged else {}
        if found.differing:
            for part in ("", "-wal", "-shm"):
                disk.remove(self.index.with_name(self.index.name + part))
        library.open(now)
        return moved, library.settle(now)


def _journals(folder: Path) -> dict[str, list[bytes]]:
    """The lines of every device's journal by file name."""
    files = sorted(folder.glob("*.jsonl"))
    return {file.name: file.read_bytes().split(b"\n") for file in files}
