"""The person's editor, at a line.

NoEditor    neither $VISUAL nor $EDITOR is set, or what they name can't be started
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_COLON = {"hx", "helix", "subl", "zed"}
_GOTO = {"code", "codium", "cursor"}
_HASTY = {"code", "codium", "cursor", "subl", "zed"}
"""Editors that return at once unless told to wait."""


_FENCE = re.compile(r"^ *(?:```+|~~~+) *([\w+#]+)", re.MULTILINE)
_SUFFIXES = {
    "bash": ".sh",
    "c": ".c",
    "c++": ".cpp",
    "cpp": ".cpp",
    "cu": ".cu",
    "cuda": ".cu",
    "go": ".go",
    "java": ".java",
    "javascript": ".js",
    "py": ".py",
    "python": ".py",
    "python3": ".py",
    "rust": ".rs",
    "sh": ".sh",
    "sql": ".sql",
}


class NoEditor(Exception):
    """No editor could be started."""


def edit(path: Path, line: int) -> None:
    """Open `path` at `line` and wait until the editor is closed.

    Raises:
        NoEditor: none is named, or it can't be started.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        subprocess.run(command(named, path, line), check=False)
    except OSError as error:
        raise NoEditor(f"{named}: {error.strerror}") from error


def write(suffix: str) -> str:
    """What the person writes into an empty file, which is nobody else's and gone afterwards.

    Raises:
        NoEditor: none is named, or it can't be started.
    """
    with TemporaryDirectory(prefix="studyapp-") as folder:
        scratch = Path(folder) / f"answer{suffix}"
        scratch.touch()
        edit(scratch, 1)
        return scratch.read_text("utf-8", "replace") if scratch.exists() else ""


def suffix_for(answer: str) -> str:
    """The file suffix for an answer such as this: that of its first code, else markdown's."""
    found = _FENCE.search(answer)
    return _SUFFIXES.get(found[1].lower(), ".md") if found else ".md"


def command(editor: str, path: Path, line: int) -> list[str]:
    """The command line that opens `path` at `line`, in the way of the named editor.

    Raises:
        NoEditor: `editor` is empty, or no command line.
    """
    try:
        words = shlex.split(editor)
    except ValueError as error:
        raise NoEditor(f"{editor}: {error}") from error
    if not words:
        raise NoEditor("$EDITOR")
    name = words[0].rpartition("/")[2]
    if name in _HASTY and "--wait" not in words:
        words.append("--wait")
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", str(path)]
