"""The reports of mock interviews, beside the journal or where the person says."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from studyapp.library.files import make
from studyapp.library.paths import MARK, REPORTS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def report_place(root: Path, day: date) -> str:
    """Where the next report of `day` goes unless the person says otherwise, relative to `root`."""
    taken = (root / MARK / REPORTS).glob(f"{day}-*.md")
    numbers = {path.stem.rpartition("-")[2] for path in taken}
    number = next(n for n in count(1) if str(n) not in numbers)
    return f"{MARK}/{REPORTS}/{day}-{number}.md"


def save_report(file: Path, text: str) -> None:
    """Put a report in its place, which must be free.

    Raises:
        FileExistsError: something lies there.
        OSError: the disk refused.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    make(file, text.encode())
