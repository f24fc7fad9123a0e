"""The facts that `doctor` tells, as they stand in its JSON."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from studyapp import __version__
from studyapp.cli.trust import is_trusted
from studyapp.library.paths import MARK, index_file, settings_file
from studyapp.runner import Ready, Runner, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.library.settings import Settings
    from studyapp.runner import State

_NARROWEST, _LOWEST = 80, 24


def program() -> dict[str, Any]:
    """The versions of what runs the app itself."""
    return {
        "studyapp": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.release()}",
        "packages": _packages(),
        "settings": str(settings_file()),
    }


def _packages() -> dict[str, str]:
    """What the program depends on, but for what only tests do, and the versions that are here."""
    try:
        required = [one for one in metadata.requires("studyapp") or () if "extra ==" not in one]
    except metadata.PackageNotFoundError:
        return {}  # it runs from its source
    return {name: _version(name) for name in (re.split(r"[^\w.-]", one)[0] for one in required)}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def live_code(settings: Settings) -> dict[str, Any]:
    """The process that runs snippets: started, asked, measured and ended."""
    python = Path(settings.python).expanduser() if settings.python else None
    with Runner(python) as runner:
        state = runner.wait()
        refused = [{"level": level, "reason": reason} for level, reason in runner.refused]
        return {**_described(state), "refused": refused, "memory": _memory(runner.pid)}


def _described(state: State) -> dict[str, Any]:
    if not isinstance(state, Ready):
        why = f"{state.reason}: {state.hint}" if isinstance(state, Unavailable) else "it died"
        nothing = dict.fromkeys(("python", "torch", "device", "level", "keeps_out", "lets_through"))
        return {**nothing, "sandboxed": False, "problem": why}
    return {
        "python": str(state.python),
        "torch": state.torch,
        "device": state.device,
        "level": state.level,
        "sandboxed": state.sandboxed,
        "keeps_out": state.keeps_out,
        "lets_through": state.lets_through,
        "problem": "",
    }


def _memory(pid: int | None) -> dict[str, int] | None:
    """Bytes of the zygote and the child that waits: shared pages in part, and without them."""
    if pid is None:
        return None
    try:
        first = psutil.Process(pid)
        infos = [one.memory_full_info() for one in (first, *first.children(recursive=True))]
    except psutil.Error:
        return None
    uss = sum(info.uss for info in infos)
    return {"pss": sum(getattr(info, "pss", info.uss) for info in infos), "uss": uss}


def shelf(root: Path, settings: Settings) -> dict[str, Any]:
    """The library's files, unread."""
    index = index_file(root)
    journals = sorted((root / MARK / "journal").glob("*.jsonl"))
    return {
        "path": str(root),
        "trusted": is_trusted(root, settings.trusted),
        "writable": os.access(root, os.W_OK),
        "index": {"path": str(index), "size": _size(index)},
        "journals": [{"path": str(path), "size": _size(path)} for path in journals],
    }


def terminal() -> dict[str, Any]:
    """What the app would draw on."""
    columns, rows = shutil.get_terminal_size()
    return {
        "name": os.environ.get("TERM"),
        "columns": columns,
        "rows": rows,
        "encoding": locale.getencoding(),
        "locale": ".".join(filter(None, locale.getlocale())),
        "colours": os.environ.get("COLORTERM") or None,
    }


def problems(facts: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong, and what helps."""
    code, shelf, terminal = facts["live_code"], facts["library"], facts["terminal"]
    if code["problem"]:
        yield code["problem"]
    elif not code["sandboxed"]:
        yield f"no sandbox holds live code ({code['level']}): it runs only if you allow it"
    if not shelf["writable"]:
        yield f"{shelf['path']} can't be written: grades will stay in the journal alone"
    if terminal["columns"] < _NARROWEST or terminal["rows"] < _LOWEST:
        yield f"the terminal is smaller than {_NARROWEST}x{_LOWEST}"
    if terminal["encoding"].lower().replace("-", "") != "utf8":
        yield f"the terminal's encoding is {terminal['encoding']}, not UTF-8: set LANG"


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
