"""A picture in the program that the system has for pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoOpener(Exception):
    """No program opens pictures here; `path` is where the picture lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no program opens pictures here; it is in {path}")
        self.path = path


class Gallery:
    """A private folder for the pictures that were opened; it is gone when this is closed."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self, png: bytes) -> None:
        """Write a picture down and have the system show it.

        Raises:
            NoOpener: nothing here shows pictures, as over a plain remote shell.
            OSError: it can't be written.
        """
        self._folder = self._folder or tempfile.TemporaryDirectory(prefix="studyapp-")
        handle, name = tempfile.mkstemp(".png", "figure-", self._folder.name)
        with os.fdopen(handle, "wb") as file:
            file.write(png)
        _show(Path(name))

    def close(self) -> None:
        """Take the pictures away."""
        if self._folder:
            with suppress(OSError):  # a viewer may hold one open
                self._folder.cleanup()
            self._folder = None


def _show(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  a file that was just written here
        return
    mac = sys.platform == "darwin"
    opener = shutil.which("open" if mac else "xdg-open")
    if opener is None or not (mac or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()):
        raise NoOpener(path)
    # Some openers stay until their viewer is closed.
    Thread(target=_run, args=([opener, str(path)],), daemon=True).start()


def _run(command: Sequence[str]) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, check=False
    )
