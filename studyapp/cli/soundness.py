"""Whether a library's journal, notes, index and copies agree, as `doctor` tells it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from studyapp.library.backups import Backups
from studyapp.library.inspection import Inspector
from studyapp.library.paths import backups_folder, device_name, index_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.disk import Disk

REPAIR = "`studyapp doctor --repair`"


@contextmanager
def said() -> Iterator[None]:
    """Say in a sentence what the disk refuses."""
    try:
        yield
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{place}{error.strerror or error}") from error


def sound(root: Path, now: datetime) -> dict[str, Any]:
    """What was compared, and where it does not agree. Raises OSError."""
    inspector = _inspector(root)
    found = asdict(inspector.inspect(now))
    days = [day.isoformat() for day in inspector.backups.days()]
    copied = found["copied"] and found["copied"].isoformat()
    backups = {"path": str(inspector.backups.folder), "days": days}
    return {**found, "copied": copied, "backups": backups}


def repaired(root: Path, now: datetime, disk: Disk) -> dict[str, Any]:
    """What was brought in order. Raises OSError."""
    inspector = _inspector(root)
    found = inspector.inspect(now)
    if not found.repairable:
        return {"set_apart": {}, "healed": [], "swept": [], "index": False}
    apart, settled = inspector.repair(found, now, disk)
    return {
        "set_apart": apart,
        "healed": list(settled.healed),
        "swept": list(found.litter),
        "index": bool(found.differing),
    }


def rows(found: Mapping[str, Any], repaired: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a person reads, line by line."""
    kinds = ("note", "card", "review")
    yield "  holds", ", ".join(_counted(found[f"{kind}s"], kind) for kind in kinds)
    days = found["backups"]["days"]
    last = f", last of {days[-1]}" if days else ""
    yield "  copies", f"{len(days)} in {found['backups']['path']}{last}"
    for name, count in repaired.get("set_apart", {}).items():
        yield "repaired", f"{_counted(count, 'damaged line')} moved to .studyapp/journal/{name}"
    for path in repaired.get("healed", ()):
        yield "repaired", f"{path}: its review values are those of the journal again"
    for path in repaired.get("swept", ()):
        yield "repaired", f"{path}: an unfinished write was removed"
    if repaired.get("index"):
        yield "repaired", "the index was thrown away; the next start makes a new one"


def problems(found: Mapping[str, Any]) -> Iterator[str]:
    """What does not agree, why, and what helps."""
    for name, count in found["damaged"].items():
        lines = _counted(count, "damaged line")
        yield f".studyapp/journal/{name}: {lines}, left out of account; {REPAIR} sets them apart"
    for path in found["stale"]:
        yield f"{path}: its review values are behind the journal; {REPAIR} or the next grade mends"
    for path in found["foreign"]:
        yield f"{path}: another tool changed its review values; open the app to choose whose stay"
    for path in found["litter"]:
        yield f"{path}: an unfinished write of a process that was killed; {REPAIR} removes it"
    for path in found["differing"]:
        yield f"{path}: the index knows it otherwise than it is; {REPAIR} makes a new index"
    if found["missing"]:
        lines = _counted(found["missing"], "line")
        place = found["backups"]["path"]
        yield f"the journal lacks {lines} of the copy of {found['copied']} in {place}"


def _inspector(root: Path) -> Inspector:
    return Inspector(root, device_name(), index_file(root), Backups(backups_folder(root)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
