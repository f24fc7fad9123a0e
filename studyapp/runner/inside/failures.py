"""What an exception means for a run: which status, why, and at which of the note's lines."""

from __future__ import annotations

import errno
import re
import traceback
from typing import Any, Container, Iterator  # noqa: UP035  Python 3.9

from .absent import Needs
from .block import FILE
from .values import cut

_NO_CUDA = re.compile(
    r"not compiled with CUDA|No CUDA GPUs|Found no NVIDIA|CUDA (?:driver|is not available)"
    r"|requires CUDA|CUDA_HOME|Attempting to deserialize object on a CUDA",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"rendezvous|process group has not been initialized|^'?(?:LOCAL_)?RANK'?$|^'?WORLD_SIZE'?$"
    r"|^process \d+ terminated"
)
_NO_NETWORK = re.compile(r"name resolution|[Nn]etwork is unreachable|Name or service not known")
_NO_MEMORY = re.compile(r"can't allocate memory|not enough memory|Cannot allocate memory")
_NO_THREAD = re.compile(r"can't start new thread")
_LIMITS = {
    errno.EFBIG: "a file grew too large",
    errno.ENOSPC: "the disk space for one run is full",
    errno.EMFILE: "too many files were open at once",
    errno.EAGAIN: "too many processes or threads",
    errno.ENOMEM: "more memory than one run may use",
}
_MOST_TRACE = 12


def judge(error: BaseException, defined: Container[str]) -> tuple[str, str]:
    """Status and reason; `defined` are the names that the blocks bind somewhere."""
    if isinstance(error, SystemExit):
        return _judge_exit(error)
    if isinstance(error, Needs):
        return "needs", f"needs {error}"
    if needed := _needed(error, defined):
        return "needs", f"needs {needed}"
    if passed := _limit(error):
        return "limit", passed
    return "error", ""


def _needed(error: BaseException, defined: Container[str]) -> str | None:
    """What would have to be here for the snippet to run."""
    if isinstance(error, ModuleNotFoundError):
        return (error.name or str(error)).partition(".")[0]
    if isinstance(error, NameError) and (name := _name(error)) and name not in defined:
        return f"`{name}`, which no fence defines before"
    if isinstance(error, FileNotFoundError) and isinstance(error.filename, str):
        return f"the file `{cut(error.filename, 80)}`"
    text = message(error)
    if _NO_CUDA.search(text):
        return "CUDA"
    if _NO_NETWORK.search(text):
        return "the network"
    return "several processes" if _ALONE.search(text) else None


def _limit(error: BaseException) -> str | None:
    """The limit that the snippet ran into."""
    text = message(error)
    if isinstance(error, MemoryError) or _NO_MEMORY.search(text):
        return _LIMITS[errno.ENOMEM]
    if _NO_THREAD.search(text):
        return _LIMITS[errno.EAGAIN]
    return _LIMITS.get(error.errno or 0) if isinstance(error, OSError) else None


def describe(error: BaseException, line: int | None = None) -> dict[str, Any]:
    """Line, type, message and trace as an event carries them; `line` where the note has none."""
    lines = [] if line is not None else list(_lines(error))
    return {
        "line": lines[-1][0] if lines else line,
        "type": type(error).__name__,
        "message": cut(message(error), 2000),
        "trace": [f"line {line}, in {place}: {code}" for line, place, code in lines[-_MOST_TRACE:]],
    }


def line_in_module(error: BaseException) -> int | None:
    """The line of the note's statement during which it was raised."""
    return next((line for line, *_ in _lines(error)), None)


def _judge_exit(error: SystemExit) -> tuple[str, str]:
    if error.code in (None, 0):
        return "ok", "ended by sys.exit"
    return "error", f"ended by sys.exit({error.code!r})"


def _name(error: NameError) -> str | None:
    """The unknown name; before Python 3.10 only the message has it."""
    found = re.search(r"name '(\w+)' is not defined", str(error))
    return found.group(1) if found else None


def message(error: BaseException) -> str:
    """An exception's own words."""
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error)
    except Exception:  # noqa: BLE001  a snippet's own exception may fail to speak
        return "(its message can't be read)"


def _lines(error: BaseException) -> Iterator[tuple[int, str, str]]:
    """Line, function and code of each frame that is the note's, outermost first."""
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == FILE and frame.lineno is not None:
            yield frame.lineno, frame.name, cut((frame.line or "").strip(), 120)
    if isinstance(error, SyntaxError) and error.filename == FILE and error.lineno:
        yield error.lineno, "<module>", cut((error.text or "").strip(), 120)
