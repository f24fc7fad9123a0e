"""The append-only log of events: one JSON object a line, one file a device."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.files import put
from studyapp.library.locking import Lock
from studyapp.library.transcript import Reading, read
from studyapp.schedule.codec import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.transcript import Mark
    from studyapp.schedule.events import Event

LOCK_SECONDS = 10
_END = ".jsonl"
_json = json.JSONEncoder(ensure_ascii=False).encode
# Journals of two machines merge line by line; locks are nobody's history.
_PRIVATE = ("/journal/", "/interviews/")
_GIT_FILES = {".gitattributes": "*.jsonl merge=union\n", ".gitignore": "*.lock\n"}


def spell(events: Iterable[Event]) -> bytes:
    """Events as they stand in a journal, each on a line of its own."""
    return "".join([f"{_json(encode(event))}\n" for event in events]).encode()


class Journal:
    """The journals of one library, and the one file among them that this device appends to."""

    def __init__(self, root: Path, device: str, disk: Disk = DISK) -> None:
        self.folder = root / ".studyapp" / "journal"
        self.device = device
        self.path = self.folder / f"{device}{_END}"
        self._disk = disk
        self._lock = Lock(self.folder.parent / "journal.lock", LOCK_SECONDS)

    def held(self) -> AbstractContextManager[None]:
        """Keep other processes from appending; may be nested.

        Raises:
            OSError: the folder can't be written, or another process held it for ten seconds.
        """
        if not self._lock.is_held:
            self._found()
        return self._lock.held()

    def sizes(self) -> dict[str, int]:
        """Bytes of each device's file: when they differ from a reading's, read again."""
        try:
            with os.scandir(self.folder) as entries:
                files = [one for one in entries if one.name.endswith(_END) and one.is_file()]
        except (FileNotFoundError, NotADirectoryError):
            return {}
        sizes = {one.name.removesuffix(_END): one.stat().st_size for one in files}
        return dict(sorted(sizes.items()))

    def read(self, known: Mapping[str, Mark] | None = None) -> Reading:
        """All events of all devices; if the files only grew since they were `known`, the new ones.

        Raises OSError.
        """
        return read(self.folder, self.sizes(), known or {})

    def append(self, events: Iterable[Event], spelled: bytes | None = None) -> int:
        """Write `events` at the end, all or none, durable when this returns the file's new size.

        They need not be `spelled` again where that is at hand. Raises:
            OSError: the disk refused, or another process held on; nothing was appended.
        """
        lines = spell(events) if spelled is None else spelled
        with self.held():
            return self._append(lines)

    def keep_private(self) -> None:
        """Have git ignore the journals, and the reports of interviews, from now on.

        Raises:
            OSError: the folder can't be written.
        """
        with self.held():
            ignored = self.folder.parent / ".gitignore"
            text = ignored.read_text("utf-8") if ignored.exists() else ""
            if missing := [line for line in _PRIVATE if line not in text.split("\n")]:
                lines = "".join(f"{line}\n" for line in missing)
                put(ignored, f"{text}{lines}".encode(), self._disk)

    def _found(self) -> None:
        if self.folder.is_dir():
            return
        # Last the folder, whose being there says that the rest is.
        for name, text in _GIT_FILES.items():
            path = self.folder.parent / name
            if not path.exists():
                put(path, text.encode(), self._disk)
        self._disk.make_folder(self.folder)

    def _append(self, data: bytes) -> int:
        disk = self._disk
        handle = disk.extend(self.path)
        try:
            size = os.fstat(handle).st_size
            if not size:  # it is new; first, since nothing may fail once the events are there
                disk.sync_folder(self.folder)
            elif os.pread(handle, 1, size - 1) != b"\n":
                data = b"\n" + data
            try:
                if disk.write(handle, data) < len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
                disk.sync(handle)
            except OSError:
                disk.truncate(handle, size)
                raise
            return size + len(data)
        finally:
            os.close(handle)
