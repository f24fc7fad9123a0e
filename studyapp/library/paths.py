"""Where things lie: the library, this device's name, the person's own folders."""

from __future__ import annotations

import os
import re
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path

from studyapp.library.files import put

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = ".studyapp"
REPORTS = "interviews"
"""The folder in there for the reports of mock interviews."""
_PROGRAM = Path(__file__).parents[1]
_DEVICE = re.compile(r"[\w-]+")


def library_root(folder: Path) -> tuple[Path, str]:
    """The library that `folder` belongs to, and `folder` as a posix path below it ("" for itself).

    A library is the nearest folder, upwards from `folder`, that holds `.studyapp/`.
    """
    folder = folder.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / MARK).is_dir():
            below = folder.relative_to(candidate).as_posix()
            return candidate, "" if below == "." else below
    return folder, ""


def default_library(environ: Mapping[str, str], setting: str, here: Path) -> Path:
    """The library to open when none is named: variable, setting, `./decks`, bundled decks."""
    if named := environ.get("STUDYAPP_LIBRARY") or setting:
        return Path(named).expanduser()
    if (here / "decks").is_dir():
        return here / "decks"
    return bundled_copy(user_data_path("studyapp") / "decks")


def bundled_copy(target: Path) -> Path:
    """A copy of the bundled decks that is the person's own.

    An upgrade adds the notes that are new; it never overwrites one, nor brings one back that was
    deleted: beside the copy a list tells what has come before. Raises OSError.
    """
    record = target.with_name(f"{target.name}.txt")
    before = record.read_text("utf-8").split("\n") if record.exists() else []
    new = [(source, note) for source, note in bundled_notes() if note not in before]
    for source, note in new:
        if not (target / note).exists():
            put(target / note, source.read_bytes())
    if new:
        put(record, "\n".join([*before, *(note for _, note in new)]).encode())
    return target


def bundled_notes() -> list[tuple[Path, str]]:
    """The notes that came with the program: where each lies, and its path in a library."""
    inside = _PROGRAM / "decks"
    folder = inside if inside.is_dir() else _PROGRAM.with_name("decks")
    return [(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.md"))]


def settings_file() -> Path:
    """The person's own settings; a library's settings travel with it instead."""
    return user_config_path("studyapp") / "settings.toml"


def index_file(root: Path) -> Path:
    """Where the index of the library at `root` lies; whoever deletes it loses nothing."""
    return user_cache_path("studyapp") / "index" / f"{_told_apart(root)}.sqlite"


def backups_folder(root: Path) -> Path:
    """Where the copies of the journals of the library at `root` lie."""
    return user_state_path("studyapp") / "backups" / f"{root.resolve().name}-{_told_apart(root)}"


def _told_apart(root: Path) -> str:
    return blake2b(os.fsencode(root.resolve()), digest_size=8).hexdigest()


def device_name(folder: Path | None = None) -> str:
    """This device in file names: host name and a random id, kept in the user's state folder.

    Where nothing can be kept, the network card's number stands for the id.
    """
    path = (folder or user_state_path("studyapp")) / "device"
    try:
        kept = path.read_bytes().decode("utf-8", "replace").strip()
        if _DEVICE.fullmatch(kept):
            return kept
    except OSError:
        pass  # there is none yet
    import socket  # noqa: PLC0415  4 ms, once on each device

    host = re.sub(r"[^a-z0-9]+", "-", socket.gethostname().lower())[:24].strip("-") or "device"
    name = f"{host}-{os.urandom(3).hex()}"
    try:
        put(path, f"{name}\n".encode())
    except OSError:
        import uuid  # noqa: PLC0415  5 ms that almost nobody needs

        return f"{host}-{uuid.getnode():012x}"
    return name
