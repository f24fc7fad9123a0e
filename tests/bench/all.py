"""All measures, one after the other, as a table in markdown.

Run as `python tests/bench/all.py [FILE]`; the table goes to FILE too, and takes about half an hour
to make. Each script also runs by itself, on a base of another size if wanted. It needs `pip install
anki pexpect`, and for one row `studyapp[bench]`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from row import HEAD, environment

SCRIPTS = (
    ("ready.py",),
    ("ready.py", "10000", "50000"),
    ("index.py",),
    ("index.py", "100000"),
    ("start.py",),
    ("card_draw.py",),
    ("grade.py",),
    ("runner.py",),
    ("flood.py",),
    ("search.py",),
    ("browse.py",),
)


def rows(script: str, *arguments: str, kept: Path) -> list[str]:
    """The rows that a script prints; one that fails is a row too."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment(kept), check=False
    )
    if done.returncode:
        last = (done.stderr.strip().split("\n") or [""])[-1]
        return [f"| {script} | | {last} | | | **failed** |"]
    return [line for line in done.stdout.split("\n") if line.startswith("| ")]


def main(file: Path | None) -> None:
    """Print the table as it grows, and keep it."""
    told = [HEAD]
    print(HEAD)
    with TemporaryDirectory() as folder:
        for script in SCRIPTS:
            found = rows(*script, kept=Path(folder))
            print(*found, sep="\n", flush=True)
            told += found
    if file:
        file.write_text("\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
