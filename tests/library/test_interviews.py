"""Reports of mock interviews: each under a name of its own."""

from datetime import date
from pathlib import Path

import pytest

from studyapp.library.interviews import report_place, save_report

DAY = date(2026, 12, 15)


def test_reports_of_a_day_are_numbered_and_never_overwritten(tmp_path: Path) -> None:
    """The second report of a day gets the next free number; a place that is taken is refused."""
    first = report_place(tmp_path, DAY)
    assert first == ".studyapp/interviews/2026-12-15-1.md"
    assert [*tmp_path.iterdir()] == []
    save_report(tmp_path / first, "# 一\n")
    assert report_place(tmp_path, DAY) == ".studyapp/interviews/2026-12-15-2.md"
    with pytest.raises(FileExistsError):
        save_report(tmp_path / first, "# two\n")
    assert (tmp_path / first).read_bytes() == "# 一\n".encode()
