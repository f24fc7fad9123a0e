"""The person's editor, at a line.

NoEditor    neither $VISUAL nor $EDITOR is set, or what they name can't be started
"""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_COLON = {"hx", "helix", "subl", "zed"}
_GOTO = {"code", "codium", "cursor"}
_HASTY = {"code", "codium", "cursor", "subl", "zed"}
"""Editors that return at once unless told to wait."""


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
