"""Review logs of other tools."""

import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.revlog import Unreadable, read, write
from studyapp.schedule import Grade

START = datetime(2026, 3, 2, 10, tzinfo=UTC)


def at(days: float) -> int:
    return round((START + timedelta(days=days)).timestamp() * 1000)


def collection(path: Path) -> Path:
    """Two cards as Anki logs them: one whole, one whose beginning is gone; a cram; a reset."""
    rows = [
        (at(0), 1, 3, 0, 0), (at(3), 1, 1, 1, 2500), (at(3.01), 1, 3, 2, 2300),
        (at(4), 1, 3, 3, 0), (at(5), 1, 0, 4, 0), (at(9), 1, 4, 1, 2300),
        (at(2), 2, 3, 1, 2500), (at(8), 2, 3, 1, 2500),
    ]  # fmt: skip
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE revlog (id INT, cid INT, ease INT, type INT, factor INT)")
        base.executemany("INSERT INTO revlog VALUES (?, ?, ?, ?, ?)", rows)
        base.commit()
    return path


WHOLE = (
    (date(2026, 3, 2), Grade.GOOD),
    (date(2026, 3, 5), Grade.AGAIN),
    (date(2026, 3, 5), Grade.GOOD),
    (date(2026, 3, 11), Grade.EASY),
)


def test_a_collection_of_ankis_is_read(tmp_path: Path) -> None:
    """Answers by study day; crams, resets and cards without their beginning are left out."""
    assert read(collection(tmp_path / "collection.anki2")) == [WHOLE]


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21", "collection.anki21b"])
def test_a_package_of_ankis_is_read(tmp_path: Path, name: str) -> None:
    """Old and new packages; where both collections lie in one, the newer counts."""
    data = collection(tmp_path / "base").read_bytes()
    with zipfile.ZipFile(tmp_path / "deck.apkg", "w") as package:
        if name != "collection.anki2":
            package.writestr("collection.anki2", b"an old and empty one")
        newest = name.endswith("b")
        package.writestr(name, zstandard.ZstdCompressor().compress(data) if newest else data)
    assert read(tmp_path / "deck.apkg") == [WHOLE]


def test_a_day_is_the_persons_own(tmp_path: Path) -> None:
    """An answer at two in the morning belongs to the evening before, by the person's clock."""
    file = tmp_path / "log.csv"
    late = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
    write(file, [("a", late, Grade.GOOD, 3.0)])
    assert read(file, UTC) == [((date(2026, 3, 2), Grade.GOOD),)]
    assert read(file, timezone(timedelta(hours=8))) == [((date(2026, 3, 2), Grade.GOOD),)]
    assert read(file, timezone(timedelta(hours=10))) == [((date(2026, 3, 3), Grade.GOOD),)]


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=5).filter(lambda text: text.isprintable()),
            st.integers(0, 5000),
            st.sampled_from([Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY]),
        ),
        max_size=30,
    )
)
def test_what_is_exported_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int, Grade]]
) -> None:
    """Whatever the cards are called, the CSV holds each answer on its day with its grade."""
    file = tmp_path_factory.mktemp("log") / "log.csv"
    answers = [(card, START + timedelta(hours=hours), grade, 2.5) for card, hours, grade in rows]
    assert write(file, answers) == len(rows)
    found = sorted(one for card in read(file) for one in card)
    expected = sorted(((when - timedelta(hours=4)).date(), grade) for _, when, grade, _ in answers)
    assert found == expected


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"card_id,review_time\n1,2\n", "no column review_rating"),
        ("a.csv", b"card_id,review_time,review_rating\n1,x,3\n", "a.csv:2: invalid literal"),
        ("a.csv", b"card_id,review_time,review_rating\n1,99999999999999999999,3\n", "a.csv:2"),
        ("a.apkg", b"no zip", "is no package of Anki's"),
        ("a.anki2", b"no database at all, but long enough to look at", "is no collection"),
        ("a.txt", b"", "expected .csv"),
    ],
)
def test_what_is_no_log_is_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    """A wrong file is named with the reason, and the line where there is one."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=told):
        read(tmp_path / name)
