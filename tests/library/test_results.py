import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library import results
from studyapp.library.results import Kept, Results

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
RUN = Kept(AT, "2.13.0", [{"event": "output", "line": 3, "text": "中\n"}])


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    """The last result under a name comes back whole, from another instance too."""
    file = tmp_path / "cache" / "results.sqlite"
    Results(file).keep("a", Kept(AT, "2.12.0", []))
    Results(file).keep("a", RUN)
    assert Results(file).recall("a") == RUN
    assert Results(file).recall("b") is None


def test_nothing_is_created_by_asking(tmp_path: Path) -> None:
    """Looking for a result writes no file."""
    assert Results(tmp_path / "results.sqlite").recall("a") is None
    assert not list(tmp_path.iterdir())


def test_the_oldest_give_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many results are kept, and the latest are among them."""
    monkeypatch.setattr(results, "MOST", 3)
    kept = Results(tmp_path / "results.sqlite")
    for day in range(6):
        kept.keep(str(day), Kept(AT + timedelta(days=day), "2.13.0", []))
    assert [name for name in map(str, range(6)) if kept.recall(name)] == ["3", "4", "5"]


def test_a_huge_result_is_not_kept(tmp_path: Path) -> None:
    """What is larger than allowed is left out, and the file stays small."""
    kept = Results(tmp_path / "results.sqlite")
    kept.keep("a", Kept(AT, "2.13.0", [{"event": "figure", "png": "x" * results.LARGEST}]))
    assert kept.recall("a") is None


@pytest.mark.parametrize("litter", [b"", b"no database at all " * 99, b"SQLite format 3\0" * 99])
def test_a_torn_file_is_empty_and_then_made_anew(tmp_path: Path, litter: bytes) -> None:
    """A file that is no database tells nothing and does not stand in the way."""
    file = tmp_path / "results.sqlite"
    file.write_bytes(litter)
    kept = Results(file)
    assert kept.recall("a") is None
    kept.keep("a", RUN)
    assert kept.recall("a") == RUN


@pytest.mark.parametrize("events", ["[", "{}", "[1]", '"x"'])
def test_events_that_are_none_are_no_result(tmp_path: Path, events: str) -> None:
    """Rows that somebody else wrote are not believed."""
    file = tmp_path / "results.sqlite"
    Results(file).keep("a", RUN)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE run SET events = ?", (events,))
    database.close()
    assert Results(file).recall("a") is None


def test_without_a_place_nothing_is_kept_and_nothing_raised(tmp_path: Path) -> None:
    """A folder where the file should be, or a file where the folder should be, is no error."""
    (tmp_path / "results.sqlite").mkdir()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for file in (tmp_path / "results.sqlite", tmp_path / "file" / "results.sqlite"):
        Results(file).keep("a", RUN)
        assert Results(file).recall("a") is None
