"""Start of the app beside the smallest Textual app, and keys while torch still loads.

Run it as `python tests/bench/start.py [ROUNDS]`: both sides are measured in turn in a real
pseudo-terminal, on the bundled decks, so that what the machine does meanwhile falls on either.
The first card comes as it does to who studies daily: enter is pressed at the first frame, while the
library opens. A row of its own is who waits for Home, reads it, and presses enter then.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import pexpect
from row import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = """
from textual.app import App
from textual.widgets import Footer, Header

class Bare(App):
    TITLE = "the smallest app"

    def compose(self):
        yield Header()
        yield Footer()

Bare().run()
"""
APP = ["-m", "studyapp"]
HOME, READY, CARD, ANSWER = "Opening the library", " new", "say it aloud", "Answer"
SOONER, LATER = 0.5, 6.0
"""Seconds from the card to the answer's key: torch still loads; torch is there."""


def main(rounds: int) -> None:
    """Measure and print the four goals."""
    frame, card, home_card, bare, early, late = [], [], [], [], [], []
    with tempfile.TemporaryDirectory() as home:
        started(["-c", BARE], home, "the smallest app")  # so that all bytecode is written
        studied(home, HOME, 0)
        for _ in range(rounds):
            bare.append(started(["-c", BARE], home, "the smallest app"))
            frame.append(started(APP, home, HOME))
            first, key = studied(home, HOME, SOONER)
            card.append(first)
            early.append(key)
            first, key = studied(home, READY, LATER)
            home_card.append(first)
            late.append(key)
    report("start to first frame", frame, "smallest Textual app", bare, 1.5)
    report("start to first card, enter at once", card, "smallest Textual app", bare, 2)
    report("start to first card, by way of Home", home_card, "smallest Textual app", bare, 2)
    report("space to answer, torch loading", early, f"{LATER:.0f} s later", late, 1.5)


def started(command: list[str], home: str, text: str) -> float:
    """Seconds from the start of a Python to the frame that shows `text`."""
    with terminal(command, home) as (child, began):
        child.expect_exact(text.encode())
        return time.perf_counter() - began


def studied(home: str, seen: str, pause: float) -> tuple[float, float]:
    """Seconds from start to the first card, and, `pause` seconds later, from space to answer.

    Enter is pressed when `seen` is on the screen.
    """
    with terminal(APP, home) as (child, began):
        child.expect_exact(seen.encode())
        child.send(b"\r")
        child.expect_exact(CARD.encode())
        first = time.perf_counter() - began
        read_for(child, pause)
        pressed = time.perf_counter()
        child.send(b" ")
        child.expect_exact(ANSWER.encode())
        return first, time.perf_counter() - pressed


def read_for(child: pexpect.spawn[bytes], seconds: float) -> None:
    """Leave the app alone, but take what it draws."""
    with contextlib.suppress(pexpect.TIMEOUT):
        child.expect_exact(b"\x00", timeout=seconds)


@contextlib.contextmanager
def terminal(command: list[str], home: str) -> Iterator[tuple[pexpect.spawn[bytes], float]]:
    """A process in a terminal of 120×36 with folders of its own, and when it began."""
    places = {f"XDG_{name}_HOME": home for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    env = {
        **places,
        "HOME": home,
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    began = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, command, env=env, cwd=home, dimensions=(36, 120), maxread=1 << 16
    )
    child.delaybeforesend = None
    try:
        yield child, began
    finally:
        child.close(force=True)


def report(ours: str, mine: list[float], theirs: str, other: list[float], goal: float) -> None:
    """A row of both medians."""
    a, b = (statistics.median(side) * 1000 for side in (mine, other))
    tell(ours, a, b, goal, beside=theirs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
