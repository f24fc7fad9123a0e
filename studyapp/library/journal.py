"""The append-only log of events: one JSON object a line, one file a device."""

from __future__ import annotations

import errno
import json
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from studyapp.library.files import sync_folder
from studyapp.notes.problems import Problem
from studyapp.schedule.codec import EventError, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from studyapp.schedule.events import Event

LOCK_SECONDS = 10
LAST_YEAR = 9000
"""Reviews are planned up to a hundred years ahead, and the calendar ends in 9999."""
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
# Journals of two machines merge line by line; locks are nobody's history.
_PRIVATE = "/journal/"
_GIT_FILES = {".gitattributes": "*.jsonl merge=union\n", ".gitignore": "*.lock\n"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the journals of all devices hold, what could not be read, and the files' sizes then."""

    by_device: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)


class Journal:
    """The journals of one library, and the one file among them that this device appends to."""

    def __init__(self, root: Path, device: str) -> None:
        self.folder = root / ".studyapp" / "journal"
        self.device = device
        self.path = self.folder / f"{device}.jsonl"
        self._lock = FileLock(self.folder.parent / "journal.lock", timeout=LOCK_SECONDS)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes from appending; may be nested.

        Raises:
            OSError: the folder can't be written, or another process held it for ten seconds.
        """
        self._found()
        with self._lock:
            yield

    def sizes(self) -> dict[str, int]:
        """Bytes of each device's file: when they differ from a reading's, read again."""
        if not self.folder.is_dir():
            return {}
        files = [path for path in sorted(self.folder.glob("*.jsonl")) if path.is_file()]
        return {path.stem: path.stat().st_size for path in files}

    def read(self) -> Reading:
        """All events of all devices; a line that can't be read is a problem, never a loss."""
        problems: list[Problem] = []
        by_device = {}
        sizes = {}
        for device in self.sizes():
            raw = (self.folder / f"{device}.jsonl").read_bytes()
            place = f".studyapp/journal/{device}.jsonl"
            by_device[device] = list(_events(raw, place, problems))
            sizes[device] = len(raw)
        return Reading(by_device, tuple(problems), sizes)

    def append(self, events: Sequence[Event]) -> int:
        """Write `events` at the end, all or none, durable when this returns the file's new size.

        Raises:
            OSError: the disk refused, or another process held on; nothing was appended.
        """
        lines = "".join(json.dumps(encode(e), ensure_ascii=False) + "\n" for e in events)
        with self.held():
            new = not self.path.exists()
            size = _append(self.path, lines.encode())
            if new:
                sync_folder(self.folder)
        return size

    def keep_private(self) -> None:
        """Have git ignore the journals from now on.

        Raises:
            OSError: the folder can't be written.
        """
        with self.held():
            ignored = self.folder.parent / ".gitignore"
            text = ignored.read_text("utf-8") if ignored.exists() else ""
            if _PRIVATE not in text.split("\n"):
                ignored.write_text(f"{text}{_PRIVATE}\n", encoding="utf-8")

    def _found(self) -> None:
        if self.folder.is_dir():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, text in _GIT_FILES.items():
            path = self.folder.parent / name
            if not path.exists():
                path.write_text(text, encoding="utf-8")


def _append(path: Path, data: bytes) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            data = b"\n" + data
        try:
            written = os.write(handle, data)
            if written < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
        return size + len(data)
    finally:
        os.close(handle)


def _events(raw: bytes, place: str, problems: list[Problem]) -> Iterator[Event]:
    lines = raw.split(b"\n")
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            continue
        if text.decode("utf-8", "replace").startswith(_CONFLICT):
            problems.append(Problem(place, number, "a git conflict marker", "both sides were read"))
            continue
        try:
            yield _event(text)
        except (ValueError, RecursionError) as error:
            torn = number == len(lines)
            message = "the last line was cut off" if torn else f"not an event: {error}"
            problems.append(Problem(place, number, message, "the line is left out of account"))


def _event(text: bytes) -> Event:
    record: Any = json.loads(text)
    if not isinstance(record, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  the file is wrong, not the caller
    event = decode(record)
    if event.day.year > LAST_YEAR:
        raise EventError("day", f"{event.day} leaves no room for a due day")
    return event
