"""Copies of a library's journals, one a day, in the person's own state folder."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.files import put
from studyapp.library.litter import sweep, unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.opening import Opened

DAYS, WEEKS, MONTHS = 7, 4, 12
"""The newest copy of so many days, weeks and months stays."""
_NAME = re.compile(r"journal-(\d{4}-\d{2}-\d{2})\.zip")


class Backups:
    """The copies in `folder`: `journal-<day>.zip`, each with one file a device."""

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self.folder = folder
        self._disk = disk

    def days(self) -> list[date]:
        """The days of which there is a copy, in order."""
        try:
            names = [one.name for one in self.folder.iterdir()]
        except OSError:
            return []
        return sorted(
            date.fromisoformat(found[1]) for found in map(_NAME.fullmatch, names) if found
        )

    def keep(self, journals: Path, day: date) -> bool:
        """Copy all journals, unless the day has a copy or nothing was added; old ones go.

        Whether that was done. Nothing is locked: a line that is being written comes with the
        next copy. Raises OSError.
        """
        days = self.days()
        if day in days:
            return False
        files = {one.name: _whole(one.read_bytes()) for one in sorted(journals.glob("*.jsonl"))}
        if not any(files.values()) or (days and files == self.read(days[-1])):
            return False
        import zipfile  # noqa: PLC0415  once a day

        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        # Of two that copy at once one may lose its file by this; the other's copy is as good.
        sweep(unfinished(self.folder), self._disk)
        put(self.path(day), packed.getvalue(), self._disk)
        for old in {*days} - staying([*days, day]):
            self._disk.remove(self.path(old))
        return True

    def path(self, day: date) -> Path:
        """The file with the copy of a day."""
        return self.folder / f"journal-{day.isoformat()}.zip"

    def read(self, day: date) -> Mapping[str, bytes]:
        """The journals of a day by file name; none from a copy that can't be read."""
        import zipfile  # noqa: PLC0415  as above

        try:
            with zipfile.ZipFile(self.path(day)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except (OSError, zipfile.BadZipFile):
            return {}


def back_up(library: Opened, folder: Path, now: datetime) -> bool:
    """Copy a library's journals into `folder`, if the study day has no copy yet. Raises OSError."""
    return Backups(folder).keep(library.journal.folder, library.day(now))


def staying(days: Collection[date]) -> set[date]:
    """The days whose copies stay: by the copies that there are, whatever today is."""
    return {
        *_newest(days, lambda day: day, DAYS),
        *_newest(days, lambda day: day.isocalendar()[:2], WEEKS),
        *_newest(days, lambda day: (day.year, day.month), MONTHS),
    }


def _newest(days: Collection[date], period: Callable[[date], Hashable], count: int) -> list[date]:
    """The last day of each of the last `count` periods that have one."""
    last = {period(day): day for day in sorted(days)}
    return sorted(last.values())[-count:]


def _whole(data: bytes) -> bytes:
    """The lines that have an end."""
    return data[: data.rfind(b"\n") + 1]
