"""The real app in a terminal, killed at a step of a write while a person grades."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import pexpect
import pyte
from breaking import KILLS, How
from shelf import Shelf

from studyapp.schedule import Review

APP = """
import sys
sys.path.append(sys.argv[1])
from breaking import Breaking, Plan
from studyapp.cli import main
disk = Breaking(Plan(int(sys.argv[2]), sys.argv[3]))
main.main(["open", sys.argv[4], "--no-run", "--now", "2026-11-23T20:00+00:00"], obj=disk)
"""
GRADES = {"3": "✓ saved: Good", "4": "✓ saved: Easy"}
"""Keys, and what the app shows once such a grade is safe."""
PATIENCE = 30.0
FIRST, SECOND = 16, 9
"""Steps before the first event is written, and from there to the write of the second."""


class App:
    """The app on a disk that breaks, and what is on its screen."""

    def __init__(self, shelf: Shelf, home: Path, nth: int, how: How) -> None:
        places = {f"XDG_{name}_HOME": str(home) for name in ("STATE", "CACHE", "CONFIG", "DATA")}
        here = str(Path(__file__).parent)
        own = home / "studyapp" / "settings.toml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("language = 'en'\n", "utf-8")
        self._process = pexpect.spawn(
            sys.executable,
            ["-c", APP, here, str(nth), how, str(shelf.root)],
            env={**os.environ, **places, "LANG": "C.UTF-8", "TERM": "xterm-256color"},
            dimensions=(24, 80),
        )
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def press(self, key: str) -> None:
        self._process.send(key.encode())

    def see(self, text: str) -> bool:
        """Wait until a text is on the screen; False if the app ends before."""
        until = time.monotonic() + PATIENCE
        while text not in "\n".join(self._screen.display):
            try:
                data = self._process.read_nonblocking(1 << 16, timeout=0.05)
            except pexpect.TIMEOUT:
                assert time.monotonic() < until, self._screen.display
                continue
            except pexpect.EOF:
                return False
            self._stream.feed(data.replace(b"\x1b[<u", b""))  # which pyte would print
        return True

    def close(self) -> None:
        self._process.close(force=True)


def graded(app: App) -> int:
    """Grade the first card, and one more: how many of both were shown as saved."""
    assert app.see("new ·")
    app.press("\r")
    for told, (key, saved) in enumerate(GRADES.items()):
        if not app.see("say it aloud"):
            return told
        app.press(" ")
        if not app.see("4 Easy"):
            return told
        app.press(key)
        if not app.see(saved):
            return told
    return len(GRADES)


def test_the_app_killed_at_a_step(tmp_path: Path, long: bool) -> None:  # noqa: FBT001
    """What was shown as saved is there, once; at most one more; and the notes are whole."""
    chosen = [(nth, how) for nth in range(10) for how in KILLS] if long else [(SECOND, "halfway")]
    for nth, how in chosen:
        place = Shelf(tmp_path / f"{nth}-{how}")
        app = App(place, tmp_path / "home", FIRST + nth, how)
        told = graded(app)
        app.close()
        live = [one for one in place.opened().snapshot.state.live if isinstance(one, Review)]
        assert told <= len(live) <= told + 1
        assert len({one.card for one in live}) == len(live)
        place.tried |= {one.seconds for one in live}
        assert place.lost() == []
        print(f"{told:6} grades shown as saved, {len(live)} there")  # noqa: T201  with -s
