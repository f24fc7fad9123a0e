"""The journals' files as events: all of them, or only what was added since the last time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp.library.index.prints import Print, look
from studyapp.notes.problems import Problem
from studyapp.schedule.codec import EventError, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from studyapp.schedule.events import Event

LAST_YEAR = 9000
"""Reviews are planned up to a hundred years ahead, and the calendar ends in 9999."""
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Mark(NamedTuple):
    """How far a file was read: what it looked like, its bytes and lines, and their digest.

    `ended` tells whether its last line was: what comes behind an open one may complete it.
    """

    print: Print
    size: int
    lines: int
    digest: bytes
    ended: bool


_START = Mark(Print(-1, 0, 0, 0), 0, 0, blake2b(digest_size=16).digest(), ended=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the journals hold by device, what could not be read, and how far they were read.

    `whole`: from their beginnings, not only what came since.
    """

    by_device: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    whole: bool = True

    @property
    def sizes(self) -> dict[str, int]:
        """Bytes of each device's file."""
        return {device: mark.size for device, mark in self.marks.items()}


def read(folder: Path, devices: Iterable[str], known: Mapping[str, Mark]) -> Reading:
    """The events of `devices` since they were `known`, if those only grew; else all events.

    A line that can't be read is a problem, never a loss. Raises OSError.
    """
    devices = [*devices]
    if known.keys() <= {*devices} and (grown := _read(folder, devices, known)):
        return grown
    whole = _read(folder, devices, {})
    assert whole, "nothing is known that could have changed"  # noqa: S101  an invariant
    return whole


def _read(folder: Path, devices: Iterable[str], known: Mapping[str, Mark]) -> Reading | None:
    """What came since `known`; None where a file holds something else by now."""
    problems: list[Problem] = []
    by_device, marks = {}, {}
    for device in devices:
        file = folder / f"{device}.jsonl"
        mark = known.get(device, _START)
        now = look(file)
        if mark.print.fits(now):
            marks[device] = mark
            continue
        raw = file.read_bytes()
        before = blake2b(raw[: mark.size], digest_size=16)
        grown = len(raw) > mark.size
        if before.digest() != mark.digest or (grown and not mark.ended):
            return None
        new = raw[mark.size :]
        place = f".studyapp/journal/{device}.jsonl"
        if events := [*_events(new, place, mark.lines, problems)]:
            by_device[device] = events
        before.update(new)
        lines = mark.lines + new.count(b"\n")
        marks[device] = Mark(now, len(raw), lines, before.digest(), raw[-1:] in {b"", b"\n"})
    return Reading(by_device, tuple(problems), marks, whole=not known)


def _events(raw: bytes, place: str, above: int, problems: list[Problem]) -> Iterator[Event]:
    """The events in `raw`, which stands below so many lines of the file."""
    lines = raw.split(b"\n")
    for number, line in enumerate(lines, above + 1):
        text = line.strip()
        if not text:
            continue
        if text.decode("utf-8", "replace").startswith(_CONFLICT):
            problems.append(Problem(place, number, "a git conflict marker", "both sides were read"))
            continue
        try:
            yield _event(text)
        except (ValueError, RecursionError) as error:
            torn = number == above + len(lines)
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
