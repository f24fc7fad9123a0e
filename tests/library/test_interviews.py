"""Reports of mock interviews: each under a name of its own."""

import errno
from datetime import date
from pathlib import Path

import pytest

from studyapp.library.disk import Disk
from studyapp.library.files import make
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


def test_a_report_that_the_disk_refuses_leaves_no_empty_one(tmp_path: Path) -> None:
    """Its name is free again, so that the next attempt is not refused."""

    class Full(Disk):
        def write(self, handle: int, data: bytes | memoryview) -> int:
            raise OSError(errno.ENOSPC, f"no room for {len(data)} bytes in {handle}")

    with pytest.raises(OSError, match="no room"):
        make(tmp_path / "report.md", b"# One\n", Full())
    assert [*tmp_path.iterdir()] == []
    make(tmp_path / "report.md", b"# One\n")
    assert (tmp_path / "report.md").read_bytes() == b"# One\n"
