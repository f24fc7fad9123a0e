"""Runs of snippets beside a cold interpreter and a Jupyter kernel; the way to the first; cancels.

Run it as `python tests/bench/runner.py [ROUNDS]`: both sides are measured in turn, so that what
the machine does meanwhile falls on either. The kernel needs the extra `bench`, and keeps what
earlier cells left behind; each of our runs starts clean, in the sandbox that is named.
"""

from __future__ import annotations

import importlib
import statistics
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

from row import tell

from studyapp.runner.client import Runner
from studyapp.runner.events import Finished
from studyapp.runner.request import Block, Request
from studyapp.runner.results import collect

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = (
    "import torch\n"
    "x = torch.tensor([1.0, 2.0], requires_grad=True)\n"
    "y = x * 2  # tensor([2., 4.])\n"
    "loss = y.sum()  # tensor(6.)\n"
)
REQUEST = Request((Block(CODE, 2, 1),))
STUBBORN = {
    "a loop": "while True: pass",
    "a loop in C": "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')",
    "a slow flood": "while True:\n    print('x' * 80)\n    time.sleep(.001)",
    "signals ignored": "import signal\nsignal.signal(15, signal.SIG_IGN)\nwhile True: pass",
    "3 GB in use": "big = bytearray(b'x') * (3 << 30)\nwhile True: pass",
    "twenty processes": "for _ in range(20):\n    if os.fork() == 0: break\nwhile True: pass",
}
RUNS_A_ROUND = 10
PAUSE = 0.3  # a person's shortest pause between two runs, in which the next child is forked


def main(rounds: int) -> None:
    """Measure and print all goals."""
    cold, warm, cells, alone, first, cell = [], [], [], [], [], []
    cancels: dict[str, list[float]] = {name: [] for name in STUBBORN}
    kernel = Kernel()
    with Runner() as runner:
        run(runner)
        print(f"sandbox: {runner.wait().level}")
        time.sleep(5)  # the later imports
        for _ in range(rounds):
            cold.append(seconds(lambda: python(CODE)))
            for _ in range(RUNS_A_ROUND):
                time.sleep(PAUSE)
                warm.append(seconds(lambda: run(runner)))
                cells.append(seconds(lambda: kernel.run(CODE)))
            for name, code in STUBBORN.items():
                cancels[name].append(cancel(runner, code))
    kernel.close()
    for _ in range(rounds):
        alone.append(seconds(lambda: python("import torch")))
        first.append(seconds(first_run))
        cell.append(seconds(first_cell))
    report("run, request to last event", warm, "cold python -c", cold, 1 / 100)
    report("the same", warm, "a Jupyter cell", cells, 1)
    report("start to first run's end", first, "import torch", alone, 1.1)
    report("the same", first, "a kernel's first cell", cell, 1)
    for name, times in cancels.items():
        worst = max(times) * 1000
        print(f"cancel, {name:20} {worst:8.1f} ms at worst   goal 50: {verdict(worst <= 50)}")


class Kernel:
    """A Jupyter kernel, as a notebook has one; it does nothing where the extra is missing."""

    def __init__(self) -> None:
        self._client = None
        try:
            manager = importlib.import_module("jupyter_client.manager")
        except ImportError:
            print("no jupyter_client here: pip install 'studyapp[bench]' to compare with a kernel")
            return
        self._manager, self._client = manager.start_new_kernel()

    def run(self, code: str) -> None:
        """One cell, to its end."""
        if self._client:
            self._client.execute_interactive(code, timeout=60, output_hook=lambda _: None)

    def close(self) -> None:
        """End it."""
        if self._client:
            self._client.stop_channels()
            self._manager.shutdown_kernel(now=True)


def first_cell() -> None:
    """From nothing to the end of a kernel's first cell."""
    kernel = Kernel()
    kernel.run(CODE)
    kernel.close()


def cancel(runner: Runner, code: str) -> float:
    """Seconds from a cancel to the run's last event."""
    request = Request((Block(f"print('on')\n{code}", 2, 1),))
    begun = threading.Event()
    over: list[float] = []

    def follow() -> None:
        for event in runner.run(request):
            begun.set()
            if isinstance(event, Finished):
                over.append(time.perf_counter())

    thread = threading.Thread(target=follow)
    thread.start()
    begun.wait()
    time.sleep(0.5)
    start = time.perf_counter()
    runner.cancel()
    thread.join()
    return over[0] - start


def run(runner: Runner) -> None:
    """One run, to its end."""
    result = collect(REQUEST, runner.run(REQUEST))
    if result.status != "ok" or len(result.claims) != 2:
        raise SystemExit(f"the snippet failed: {result}")


def first_run() -> None:
    """From nothing to the end of the first run."""
    with Runner() as runner:
        run(runner)


def python(code: str) -> None:
    """A cold interpreter."""
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


def seconds(work: Callable[[], None]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, ours: list[float], other: str, theirs: list[float], goal: float) -> None:
    """A row of both medians."""
    mine, its = (statistics.median(side) * 1000 for side in (ours, theirs))
    tell(name, mine, its, goal, beside=other)


def verdict(met: bool) -> str:  # noqa: FBT001  it is the whole of the question
    """A goal's end."""
    return "met" if met else "not met"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
