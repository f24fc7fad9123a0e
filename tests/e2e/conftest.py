"""The installed app in a real pseudo-terminal, its screen kept cell by cell."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KEYS = {"enter": "\r", "escape": "\x1b"}
NOON = "2026-11-23T12:00:00+00:00"
SEED = Path(__file__).parents[3] / "shared" / "seed"
UNKNOWN = b"\x1b[<u"  # ends the kitty keyboard protocol; pyte would print its u
PATIENCE = 30.0
FRONT = {
    "created": "'2026-11-01'",
    "last_reviewed": "null",
    "next_review": "'2026-11-01'",
    "review_count": "0",
    "difficulty": "medium",
    "mastery_level": "0.0",
}


class Terminal:
    """A terminal of `size` (columns, rows) in which one process runs."""

    def __init__(self, process: pexpect.spawn[bytes], size: tuple[int, int]) -> None:
        self.process = process
        self.raw = bytearray()
        """All that the process ever wrote."""
        self._text: str | None = None  # dear to put together, and asked for again and again
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def pid(self) -> int:
        return int(self.process.pid)

    def press(self, *keys: str) -> None:
        """Type keys, as a keyboard sends them."""
        for key in keys:
            self.process.send(KEYS.get(key, key).encode())

    def see(self, *texts: str, timeout: float = PATIENCE) -> None:
        """Wait until all `texts` are on the screen at once."""
        self.until(lambda: all(text in self.screen() for text in texts), f"see {texts}", timeout)

    def lose(self, text: str, timeout: float = PATIENCE) -> None:
        """Wait until `text` is gone from the screen."""
        self.until(lambda: text not in self.screen(), f"lose {text!r}", timeout)

    def until(self, holds: Callable[[], bool], what: str, timeout: float = PATIENCE) -> None:
        """Wait until something holds; a frame arrives in pieces, so at first it may not."""
        end = time.monotonic() + timeout
        while not holds():
            if not self._read():
                pytest.fail(f"it ended before a person could {what}:\n{self.screen()}")
            if time.monotonic() > end:
                pytest.fail(f"a person could not {what} on:\n{self.screen()}")

    def screen(self) -> str:
        """The screen as a person reads it; a wide character is one character."""
        if self._text is None:
            self._text = "\n".join("".join(cells).rstrip() for cells in self.rows())
        return self._text

    def rows(self) -> list[list[str]]:
        """The cells of each row; the second cell of a wide character is empty.

        So it stays when another character has taken the first, until the frame is whole; pyte's
        own `display` fails there.
        """
        columns = range(self._screen.columns)
        return [
            [self._screen.buffer[y][x].data for x in columns] for y in range(self._screen.lines)
        ]

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a person drags its corner."""
        self._screen.resize(rows, columns)
        self._text = None
        self.process.setwinsize(rows, columns)

    def wait(self, timeout: float = PATIENCE) -> int | None:
        """Wait until the process has ended; its exit status, or None after a signal."""
        end = time.monotonic() + timeout
        while self._read():
            if time.monotonic() > end:
                pytest.fail(f"it did not end:\n{self.screen()}")
        self.process.wait()  # it ends a moment after its terminal: to close would hang up on it
        self.process.close()
        status: int | None = self.process.exitstatus
        return status

    def family(self) -> list[psutil.Process]:
        """The processes that the app has started, and they in turn."""
        return psutil.Process(self.pid).children(recursive=True)

    def close(self) -> None:
        """End the process, whatever it does."""
        self.process.close(force=True)

    def _read(self) -> bool:
        """Take in what the process wrote; False once it has ended."""
        try:
            data = self.process.read_nonblocking(1 << 16, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data.replace(UNKNOWN, b""))
        self._text = None
        return True


class Person:
    """Someone with folders of their own, who opens the app."""

    def __init__(self, folder: Path, bare: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.notes = folder / "notes"
        self.bare = bare
        self._terminals: list[Terminal] = []

    def open(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        torch: bool = False,
        python: str = "",
        now: str = NOON,
        env: Mapping[str, str] | None = None,
    ) -> Terminal:
        """Start the app on `notes`; without `torch` a Python that lacks it runs the code.

        That one starts in no time, so it serves all tests that run nothing.
        """
        self.set_python(python if torch or python else str(self.bare))
        command = ["-m", "studyapp", str(self.notes), "--now", now, *arguments]
        process = pexpect.spawn(
            sys.executable,
            command,
            env={**self.environment(), **(env or {})},
            cwd=str(self.home),
            dimensions=(size[1], size[0]),
        )
        process.delaybeforesend = None
        terminal = Terminal(process, size)
        self._terminals.append(terminal)
        return terminal

    def write(self, path: str, text: str) -> Path:
        """Put a note into the library."""
        file = self.notes / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def note(self, path: str, body: str, **values: str) -> Path:
        """Put a note with front matter in the reference format into the library."""
        lines = "".join(f"{key}: {value}\n" for key, value in {**FRONT, **values}.items())
        return self.write(path, f"---\n{lines}tags:\n- tensors\nrelated_outlines: []\n---\n{body}")

    def set_python(self, path: str) -> None:
        settings = self.home / "config" / "studyapp" / "settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"language = 'en'\npython = '{path}'\n", encoding="utf-8")

    def journal(self) -> list[dict[str, Any]]:
        """The events of every device, in the order written."""
        files = sorted((self.notes / ".studyapp" / "journal").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]

    def grades(self) -> list[int]:
        """The grades in the journal that no undo took back."""
        events = self.journal()
        undone = {event["undone"] for event in events if event["event"] == "undo"}
        reviews = [event for event in events if event["event"] == "review"]
        return [review["grade"] for review in reviews if review["id"] not in undone]

    def leave(self) -> None:
        """Close every terminal."""
        for terminal in self._terminals:
            terminal.close()

    def environment(self) -> dict[str, str]:
        """What the person's shell hands to every program."""
        places = {
            f"XDG_{name.upper()}_HOME": str(self.home / name)
            for name in ("state", "config", "data", "cache")
        }
        return {
            **places,
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        }


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python without torch."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, symlinks=True, with_pip=False)
    return folder / "bin" / "python"


@pytest.fixture
def person(tmp_path: Path, bare: Path) -> Iterator[Person]:
    """Someone with empty folders."""
    person = Person(tmp_path, bare)
    yield person
    person.leave()


@pytest.fixture
def seed(person: Person) -> Path:
    """The reference note in the person's library."""
    if not SEED.is_dir():
        pytest.skip("the reference note is not here")
    shutil.copytree(SEED, person.notes, copy_function=shutil.copyfile)
    return next(person.notes.glob("*.md"))
