"""The reports of mock interviews, beside the journal."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from studyapp.library.files import replace
from studyapp.library.paths import MARK

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FOLDER = "interviews"


def report_place(root: Path, day: date) -> str:
    """Where the next report of `day` goes, relative to the library at `root`."""
    taken = (root / MARK / FOLDER).glob(f"{day}-*.md")
    numbers = {path.stem.rpartition("-")[2] for path in taken}
    number = next(n for n in count(1) if str(n) not in numbers)
    return f"{MARK}/{FOLDER}/{day}-{number}.md"


def save_report(root: Path, place: str, text: str) -> None:
    """Put a report in its place, which must be free.

    Raises:
        FileExistsError: another report lies there.
        OSError: the disk refused.
    """
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.open("xb").close()  # the name is ours from here on
    replace(file, b"", text.encode())
