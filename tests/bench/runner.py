"""Runs of snippets beside a cold interpreter, and the way to the first one beside torch alone.

Run it as `python tests/bench/runner.py [ROUNDS]`: both sides are measured in turn, so that what
the machine does meanwhile falls on either.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from studyapp.runner.client import Runner
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
RUNS_A_ROUND = 10
PAUSE = 0.05  # a person's pause between two runs, in which the next child is forked


def main(rounds: int) -> None:
    """Measure and print both goals."""
    cold, warm, alone, first = [], [], [], []
    with Runner() as runner:
        run(runner)
        time.sleep(5)  # the later imports
        for _ in range(rounds):
            cold.append(seconds(lambda: python(CODE)))
            for _ in range(RUNS_A_ROUND):
                time.sleep(PAUSE)
                warm.append(seconds(lambda: run(runner)))
    for _ in range(rounds):
        alone.append(seconds(lambda: python("import torch")))
        first.append(seconds(first_run))
    report("run, request to last event", warm, "cold python -c", cold, 1 / 100)
    report("start to first run's end", first, "import torch", alone, 1.1)


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
    """Both medians, their ratio, and the goal."""
    mine, its = statistics.median(ours), statistics.median(theirs)
    met = "met" if mine / its <= goal else "not met"
    print(f"{name:28} {mine * 1000:8.1f} ms")
    print(f"{other:28} {its * 1000:8.1f} ms   ratio {mine / its:.4f}   goal {goal:g}: {met}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
