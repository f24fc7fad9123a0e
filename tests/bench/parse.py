"""Parsing beside loading the headers of the same notes with python-frontmatter, in turns.

Run as `python tests/bench/parse.py [FOLDER]`, where FOLDER holds notes; else some are made. The
index adds its own work to parsing, and the goal for both together is six times the headers.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

import frontmatter
import yaml
from bases import fill

from studyapp.notes import parse

if TYPE_CHECKING:
    from collections.abc import Callable

NOTES = 250
ROUNDS = 15
GOAL = 6


def load(path: Path) -> None:
    """The header of a note; a template's is no YAML, and costs what it costs."""
    try:
        frontmatter.load(path)
    except yaml.YAMLError:
        return


def read(path: Path) -> None:
    """The whole note."""
    parse(path.read_bytes(), "deck/note.md")


def seconds(act: Callable[[Path], None], paths: list[Path]) -> float:
    """The processor's time for all of `paths`."""
    began = process_time()
    for path in paths:
        act(path)
    return process_time() - began


def main() -> None:
    """Print the times and the ratio of the quickest rounds, which others disturbed least."""
    with TemporaryDirectory() as folder:
        fill(Path(folder), 0 if sys.argv[1:] else NOTES)
        paths = sorted(Path(sys.argv[1] if sys.argv[1:] else folder).rglob("*.md"))
        gc.disable()  # as the workers of the index do
        pairs = [(seconds(load, paths), seconds(read, paths)) for _ in range(ROUNDS)]
    headers, notes = (min(times) / len(paths) * 1e3 for times in zip(*pairs, strict=True))
    print(f"{len(paths)} notes: headers {headers:.3f} ms a note, parse {notes:.3f} ms")
    print(f"parse ÷ headers  {notes / headers:.1f}  goal {GOAL} or less for the whole index")


if __name__ == "__main__":
    main()
