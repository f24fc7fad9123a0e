"""Which Python runs the snippets, and the folders it needs."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python executable and what it needs in order to start."""

    python: Path
    folders: tuple[Path, ...]
    """The prefixes that it reads: its environment's, and the one that was made from."""
    links: tuple[Path, ...] = ()
    """Symbolic links on the way from `python` to the file that it stands for."""
    extra: tuple[Path, ...] = ()
    """Further folders for its `sys.path`."""


def choose(named: Path | None, environ: Mapping[str, str]) -> Interpreter:
    """The Python that a setting names, else the first with torch, else this one.

    Looked for in this process's Python, then in `$VIRTUAL_ENV` and `$CONDA_PREFIX`; by their
    files alone, since asking would cost an import of torch.
    """
    if named:
        return other(named)
    here = this()
    if importlib.util.find_spec("torch"):
        return here
    for variable in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        if (prefix := environ.get(variable)) and (python := _with_torch(Path(prefix))):
            return other(python)
    return here


def fault(python: Path) -> str:
    """Why this can't be a Python at all; empty where nothing speaks against it."""
    if not python.exists():
        return "does not exist"
    if python.is_dir():
        return "is a folder; the Python in it may be bin/python"
    return "" if os.access(python, os.X_OK) else "can't be executed"


def this() -> Interpreter:
    """The Python of this process; its torch may lie in the user's own site-packages."""
    spec = importlib.util.find_spec("torch")
    home = Path(spec.origin).parent.parent if spec and spec.origin else None
    folders = [Path(sys.prefix), Path(sys.base_prefix), Path(sys.base_exec_prefix)]
    inside = home is None or any(home.is_relative_to(folder) for folder in folders)
    extra = () if inside or home is None else (home,)
    found = other(Path(sys.executable))
    every = dict.fromkeys((*found.folders, *folders, *extra))
    return Interpreter(found.python, tuple(every), found.links, extra)


def other(python: Path) -> Interpreter:
    """A Python known by its path: its links are followed, its `pyvenv.cfg` read."""
    *links, file = _links(python)
    prefixes = [path.parent.parent for path in (*links, file)]
    folders = [
        folder
        for prefix in prefixes
        for folder in (prefix, *_base(prefix))
        # A link may stand in a place such as ~/.local/bin, whose parent holds other things.
        if prefix == file.parent.parent or (prefix / "pyvenv.cfg").is_file()
    ]
    return Interpreter(python, tuple(dict.fromkeys(folders)), tuple(links))


def _links(path: Path) -> Iterator[Path]:
    """The path and each link on the way to the file it stands for."""
    path = Path(os.path.abspath(path))  # noqa: PTH100  `resolve` would follow the links at once
    for _ in range(40):  # as many links as Linux follows
        yield path
        if not path.is_symlink():
            return
        path = Path(os.path.normpath(path.parent / path.readlink()))


def _base(prefix: Path) -> Iterator[Path]:
    """The prefix of the Python that a virtual environment was made from."""
    try:
        lines = (prefix / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        key, _, value = line.partition("=")
        if key.strip() == "home":
            yield Path(value.strip()).parent


def _with_torch(prefix: Path) -> Path | None:
    places = [*prefix.glob("lib/python3*/site-packages/torch"), prefix / "Lib/site-packages/torch"]
    pythons = [prefix / "bin/python", prefix / "Scripts/python.exe", prefix / "python.exe"]
    if not any(place.is_dir() for place in places):
        return None
    return next((python for python in pythons if python.exists()), None)
