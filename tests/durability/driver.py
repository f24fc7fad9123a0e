"""Types commands, as a person or a script does, in processes that can be killed at any moment.

Run as a program it has everything imported and forks a process for each line that it reads: a
start costs milliseconds. A line is JSON: the commands, where the disk breaks, how many seconds
after its first step to kill. The answer is JSON too: what was printed, the steps reached, how it
ended, how long the steps took.

A line that names a terminal starts the app there instead, and goes on: the answer is the id of
its process.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn

sys.path.append(str(Path(__file__).parent))

from breaking import Breaking, Plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REFUSED = 1


@dataclass(frozen=True)
class Ended:
    """A process that is over: the JSON documents it printed, whole ones only; its wait status."""

    documents: tuple[dict[str, Any], ...]
    steps: tuple[str, ...]
    status: int
    seconds: float

    @property
    def killed(self) -> bool:
        return os.WIFSIGNALED(self.status)


class Driver:
    """The program in its own process; folders of the person's own lie below `home`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        places = {f"XDG_{name}_HOME": str(home) for name in ("STATE", "CACHE", "CONFIG", "DATA")}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **places},
        )

    def run(
        self,
        commands: Sequence[Sequence[str]],
        plan: Plan | None = None,
        kill_after: float | None = None,
        zone: str = "UTC",
    ) -> Ended:
        """Type commands, one after another, in one process of their own."""
        told = {"commands": commands, "plan": asdict(plan or Plan()), "after": kill_after}
        answer = self._answer({**told, "zone": zone})
        documents = tuple(_documents(answer["printed"]))
        steps = tuple(answer["steps"].split("\n")[:-1])
        return Ended(documents, steps, answer["status"], answer["seconds"])

    def show(self, command: Sequence[str], terminal: str, plan: Plan, steps: Path) -> int:
        """Start the app in a terminal; the id of its process. Its steps go to a file."""
        told = {"commands": [command], "plan": asdict(plan), "terminal": terminal}
        return int(self._answer({**told, "steps": str(steps), "zone": "UTC"}))

    def _answer(self, told: Mapping[str, Any]) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def _documents(text: str) -> list[dict[str, Any]]:
    """The JSON documents at the beginning of a text; one that was cut off is none."""
    found, decoder = [], json.JSONDecoder()
    while text := text.lstrip():
        try:
            document, end = decoder.raw_decode(text)
        except ValueError:
            break
        found.append(document)
        text = text[end:]
    return found


def _serve() -> None:
    for line in sys.stdin:
        told = json.loads(line)
        done = _show(told) if "terminal" in told else _fork(told)
        sys.stdout.write(json.dumps(done) + "\n")
        sys.stdout.flush()


def _fork(told: Mapping[str, Any]) -> dict[str, Any]:
    printed, steps = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(printed[1], 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _type(told, steps[1])
    for _, end in (printed, steps):
        os.close(end)
    select.select([steps[0]], [], [])  # until the first step, or the end of a process without
    began = time.monotonic()
    if told["after"] is not None:
        time.sleep(told["after"])
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(printed[0]) as out, os.fdopen(steps[0]) as reached:
        answer = {"printed": out.read(), "steps": reached.read()}
    status = os.waitpid(pid, 0)[1]
    return {**answer, "status": status, "seconds": time.monotonic() - began}


def _show(told: Mapping[str, Any]) -> int:
    import studyapp.tui.app  # noqa: PLC0415  the commands need none of it
    import studyapp.tui.screens.home  # noqa: F401,PLC0415  likewise

    with contextlib.suppress(ChildProcessError):  # those that were killed by now
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    terminal = os.open(told["terminal"], os.O_RDWR | os.O_NOCTTY)
    pid = os.fork()
    if pid == 0:
        os.login_tty(terminal)
        _type(told, os.open(told["steps"], os.O_WRONLY | os.O_CREAT | os.O_APPEND))
    os.close(terminal)
    return pid


def _type(told: Mapping[str, Any], steps: int) -> NoReturn:
    os.environ["TZ"] = told["zone"]
    time.tzset()
    disk = Told(Plan(**told["plan"]), steps)
    status = 0
    for command in told["commands"]:
        try:
            main.main(command, obj=disk, standalone_mode=False)
        except click.ClickException:
            status = REFUSED
        sys.stdout.flush()
    os._exit(status)


class Told(Breaking):
    """A disk that tells its steps while they are reached, since the process may end there."""

    def __init__(self, plan: Plan, told: int) -> None:
        super().__init__(plan)
        self._told = told

    def _reach(self, step: str, *rest: Any) -> Any:
        os.write(self._told, f"{step}\n".encode())
        return super()._reach(step, *rest)


def _warm_up() -> None:
    """Grade a card somewhere, so that all is imported that a forked process needs."""
    with TemporaryDirectory() as folder:
        Path(folder, "note.md").write_text("# Warm\n\n**Q: Why?**\nA: Speed.\n", "utf-8")
        (card,) = Library(Path(folder), "", "warm").open(datetime.now(UTC)).cards
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            grade = ["grade", card, "good", "--library", folder, "--json"]
            main.main(grade, standalone_mode=False)


if __name__ == "__main__":
    import click

    from studyapp.cli import main
    from studyapp.library.library import Library

    _warm_up()
    _serve()
