"""The walls around live code, in levels: how to start the zygote at each, strongest first."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyapp.runner import bubblewrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.runner.interpreter import Interpreter

INSIDE = Path(__file__).resolve().parent / "inside"

BUBBLEWRAP = "bubblewrap"
BUBBLEWRAP_SHARED = "bubblewrap, runs not apart"
LANDLOCK = "Landlock"
LANDLOCK_OLD = "Landlock, before signals"
LIMITS = "limits only"
OFF = "off"
"""No level: nothing is started, and nothing runs."""
NAMES = (BUBBLEWRAP, BUBBLEWRAP_SHARED, LANDLOCK, LANDLOCK_OLD, LIMITS)

MEMORY = 4 << 30
"""Bytes of private memory that all processes of a run may take together."""

_ALL = "your files, the network, the environment, other processes"
_STARTER = "the process that starts each run, inside the sandbox"
_NAMESPACES = ("CAP_SYS_ADMIN",)
_OVER_ANOTHER_USER = (
    "CAP_SETUID",
    "CAP_SETGID",
    "CAP_CHOWN",
    "CAP_KILL",
    "CAP_SYS_PTRACE",  # to measure memory
    "CAP_DAC_OVERRIDE",  # to empty the scratch folder
    "CAP_DAC_READ_SEARCH",
    "CAP_FOWNER",
)
_SCOPES_ABI, _TRUNCATE_ABI = 6, 3
_OPTIONS = ("-I", "-B", "-X", "utf8")


@dataclass(frozen=True, slots=True)
class Level:
    """A way to start the zygote."""

    name: str
    keeps_out: str
    """What a snippet can't reach; empty where no sandbox holds."""
    lets_through: str
    """What it can reach nevertheless; empty for nothing."""
    command: tuple[str, ...]
    environment: dict[str, str]
    scratch: Path | None = None
    """A folder to make before, and to remove afterwards."""

    @property
    def apart(self) -> bool:
        """Whether all its processes end with the first."""
        return self.scratch is None

    @property
    def sandboxed(self) -> bool:
        """Whether it keeps the person's files and processes out of a snippet's reach."""
        return bool(self.keeps_out)


def levels(
    interpreter: Interpreter, scratch: Path, only: str = "", memory: int = MEMORY
) -> Iterator[Level]:
    """The ways to start the zygote, strongest first, or those of the `only` name.

    `scratch` is used where /tmp is not ours; `memory` is what one run may take.
    """
    for level in (*_wrapped(interpreter, memory), *_bare(interpreter, scratch, memory)):
        if only in ("", level.name):
            yield level


def is_root() -> bool:
    """Whether no limit on the number of processes would hold for whom this starts."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _wrapped(interpreter: Interpreter, memory: int) -> Iterator[Level]:
    """Inside bubblewrap."""
    if not (program := bubblewrap.find()):
        return
    environment = _environment(bubblewrap.SCRATCH)
    apart: dict[str, Any] = {"namespaces": True, "filtered": "kernel"}
    ways: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
        (BUBBLEWRAP, "", apart, {"powers": _NAMESPACES}),
        (BUBBLEWRAP_SHARED, _STARTER, {"filtered": "kernel"}, {}),
    ]
    if is_root():  # as it is in its namespace of users, the kernel lets root fork forever
        stranger = {"powers": (*_NAMESPACES, *_OVER_ANOTHER_USER), "users": False}
        ways.insert(0, (BUBBLEWRAP, "", {**apart, "stranger": True}, stranger))
    for name, lets_through, walls, how in ways:
        wrap = bubblewrap.wrap(program, interpreter, environment, INSIDE, **how)
        around = {**walls, "scratch": str(bubblewrap.SCRATCH)}
        orders = {"alone": True, "memory": memory, "around": around}
        yield Level(name, _ALL, lets_through, (*wrap, *_python(interpreter, orders)), environment)


def _bare(interpreter: Interpreter, scratch: Path, memory: int) -> Iterator[Level]:
    """In the person's own session: each run's process raises the walls itself."""
    environment = _environment(scratch)
    seen = "the names of your files"
    for name, keeps_out, lets_through, walls in (
        (LANDLOCK, _ALL, seen, {"landlock": _SCOPES_ABI}),
        (LANDLOCK_OLD, _ALL, seen, {"landlock": _TRUNCATE_ABI}),
        (LIMITS, "", "your files, the network, other processes", {}),
    ):
        closed = {**walls, "readable": _readable(interpreter), "filtered": "outside"}
        chosen = {**(closed if walls else {}), "stranger": True}
        if sys.platform == "linux" or not walls:
            around = {**chosen, "scratch": str(scratch)}
            orders = {"alone": False, "memory": memory, "around": around}
            command = tuple(_python(interpreter, orders))
            yield Level(name, keeps_out, lets_through, command, environment, scratch)


def _readable(interpreter: Interpreter) -> list[str]:
    paths = (*bubblewrap.reachable((*interpreter.folders, *interpreter.links)), INSIDE)
    return [*bubblewrap.SYSTEM, *bubblewrap.SETTINGS, *map(str, paths)]


def _python(interpreter: Interpreter, orders: dict[str, Any]) -> Iterator[str]:
    said = json.dumps({**orders, "extra": list(map(str, interpreter.extra))})
    yield from (str(interpreter.python), *_OPTIONS, str(INSIDE), said)


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
