"""All measures, one after the other, as a table in markdown.

Run as `python tests/bench/all.py [--tiny] [FILE]`; the table goes to FILE too, as it grows, and
takes about twenty minutes to make on two quiet cores. `--tiny` takes the smallest bases and fewest
rounds, which tells that each script works and nothing else. Each also runs by itself. They need
`pip install anki pexpect`, and for one row `studyapp[bench]`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from row import HEAD, environment

SCRIPTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("ready.py", ("10000", "0"), ("40", "0")),
    ("ready.py", ("10000", "50000"), ("40", "50")),
    ("index.py", ("10000",), ("1000",)),
    ("index.py", ("100000",), ("2000",)),
    ("start.py", (), ("1",)),
    ("card_draw.py", (), ("1",)),
    ("grade.py", (), ()),
    ("runner.py", (), ("1",)),
    ("flood.py", (), ("1",)),
    ("search.py", ("10000",), ("40",)),
    ("browse.py", (), ("1",)),
)
"""Each with its arguments, the usual ones and the tiny."""
PATIENCE = 600.0
"""Seconds for one script."""


def rows(script: str, *arguments: str, kept: Path) -> list[str]:
    """The rows that a script prints; one that fails, hangs or prints none is a row too."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    failed = " ".join(("|", script, *arguments, "| | {} | | | **failed** |"))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env=environment(kept),
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return [failed.format(f"took more than {PATIENCE:.0f} s")]
    found = [line for line in done.stdout.split("\n") if line.startswith("| ")]
    if done.returncode or not found:
        last = (done.stderr.strip().split("\n") or [""])[-1]
        return [*found, failed.format(last.replace("|", "¦") or "no row was printed")]
    return found


def main(file: Path | None, *, tiny: bool) -> None:
    """Print the table as it grows, and keep it; how long each script took goes to stderr."""
    told = [HEAD]
    print(HEAD, flush=True)
    with TemporaryDirectory() as folder:
        for script, usual, tiniest in SCRIPTS:
            began = monotonic()
            arguments = tiniest if tiny else usual
            found = rows(script, *arguments, kept=Path(folder))
            print(*found, sep="\n", flush=True)
            print(script, *arguments, f"{monotonic() - began:.0f} s", file=sys.stderr, flush=True)
            told += found
            if file:
                file.write_text("\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != "--tiny"]
    main(Path(given[0]) if given else None, tiny="--tiny" in sys.argv)
