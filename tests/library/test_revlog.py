"""Review logs of other tools."""

import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.ankilog import BY_HAND, CRAMMED, DELETED, FORMER, NO_BEGINNING
from studyapp.library.csvlog import write
from studyapp.library.logged import Unreadable
from studyapp.library.revlog import TWICE, read
from studyapp.schedule import Grade

START = datetime(2026, 3, 2, 10, tzinfo=UTC)


def at(days: float) -> int:
    return round((START + timedelta(days=days)).timestamp() * 1000)


ROWS = [
    (0, 1, 3, 0, 0), (3, 1, 1, 1, 2500), (3.01, 1, 3, 2, 2300), (4, 1, 3, 3, 0), (5, 1, 0, 5, 2500),
    (9, 1, 4, 1, 2300), (2, 2, 3, 1, 2500), (8, 2, 3, 1, 2500),
]  # fmt: skip
"""Two cards: one whole, with a cram and a day set by hand; one whose beginning is gone."""

TABLES = """
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INT, usn INT, ease INT, ivl INT, lastIvl INT,
    factor INT, time INT, type INT);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INT, did INT);
"""
LEARN, REVIEW, RELEARN, FILTERED, MANUAL, RESCHEDULED = range(6)
Row = tuple[float, int, int, int, int]
"""Days since the start, card, rating, kind, factor."""


def collection(path: Path, rows: Sequence[Row] = ROWS, cards: Sequence[int] = (1, 2)) -> Path:
    """A collection with the two of Anki's tables that matter, as Anki makes them."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as base:
        base.executescript(TABLES)
        base.executemany("INSERT INTO cards VALUES (?, 0, 0)", [(card,) for card in cards])
        base.executemany(
            "INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 1, ?, 4000, ?)",
            [(at(days), card, rating, factor, kind) for days, card, rating, kind, factor in rows],
        )
        base.commit()
    return path


WHOLE = (
    (date(2026, 3, 2), Grade.GOOD),
    (date(2026, 3, 5), Grade.AGAIN),
    (date(2026, 3, 5), Grade.GOOD),
    (date(2026, 3, 11), Grade.EASY),
)


def lived(path: Path, **how: Any) -> list[tuple[tuple[date, Grade], ...]]:
    """The answers of each card in a log."""
    return [card.answers for card in read(path, **how).cards]


def test_a_collection_of_ankis_is_read(tmp_path: Path) -> None:
    """Answers by study day with their seconds; what does not count is counted by the reason."""
    found = read(collection(tmp_path / "collection.anki2"))
    assert [card.answers for card in found.cards] == [WHOLE]
    assert [one.kind for one in found.given] == ["new", "review", "repeat", "review"]
    assert {one.seconds for one in found.given} == {4.0}
    assert found.left_out == {CRAMMED: 1, BY_HAND: 1, NO_BEGINNING: 2}


def test_a_card_made_new_again_begins_there(tmp_path: Path) -> None:
    """As Anki tells FSRS: the last learning counts, or nothing where none came after the reset."""
    rows = [
        (0, 1, 3, LEARN, 0), (1, 1, 3, REVIEW, 2500), (2, 1, 0, MANUAL, 0), (3, 1, 1, LEARN, 0),
        (3.1, 1, 3, LEARN, 0), (6, 1, 4, REVIEW, 2500),
        (0.5, 2, 3, LEARN, 0), (1.5, 2, 0, MANUAL, 0), (2.5, 2, 3, REVIEW, 2500),
        (0.6, 3, 3, LEARN, 0), (1.6, 3, 3, REVIEW, 2500),
    ]  # fmt: skip
    found = read(collection(tmp_path / "c.anki2", rows))
    again, good, easy = Grade.AGAIN, Grade.GOOD, Grade.EASY
    third, sixth = date(2026, 3, 5), date(2026, 3, 8)
    assert [card.answers for card in found.cards] == [
        ((third, again), (third, good), (sixth, easy))
    ]
    assert found.left_out == {FORMER: 2, BY_HAND: 2, NO_BEGINNING: 2, DELETED: 2}


def test_the_latest_answers_are_read_while_anki_is_open(tmp_path: Path) -> None:
    """What still lies in the log beside the database counts, and neither file is touched."""
    path = collection(tmp_path / "collection.anki2")
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA journal_mode=wal")
        base.execute("INSERT INTO revlog VALUES (?, 1, -1, 3, 1, 1, 2300, 4000, 1)", (at(30),))
        base.commit()
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
        assert lived(path) == [(*WHOLE, (date(2026, 4, 1), Grade.GOOD))]
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21", "collection.anki21b"])
def test_a_package_of_ankis_is_read(tmp_path: Path, name: str) -> None:
    """Old and new packages; where both collections lie in one, the newer counts."""
    data = collection(tmp_path / "base").read_bytes()
    with zipfile.ZipFile(tmp_path / "deck.apkg", "w") as package:
        if name != "collection.anki2":
            package.writestr("collection.anki2", b"an old and empty one")
        newest = name.endswith("b")
        package.writestr(name, zstandard.ZstdCompressor().compress(data) if newest else data)
    assert lived(tmp_path / "deck.apkg") == [WHOLE]


def test_a_day_is_the_persons_own(tmp_path: Path) -> None:
    """An answer at two in the morning belongs to the evening before, by the person's clock."""
    file = tmp_path / "log.csv"
    late = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
    write(file, [("a", late, Grade.GOOD, 3.0)])
    assert lived(file, zone=UTC) == [((date(2026, 3, 2), Grade.GOOD),)]
    assert lived(file, zone=timezone(timedelta(hours=8))) == [((date(2026, 3, 2), Grade.GOOD),)]
    assert lived(file, zone=timezone(timedelta(hours=10))) == [((date(2026, 3, 3), Grade.GOOD),)]


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=5).filter(lambda text: text.isprintable()),
            st.integers(0, 5000),
            st.sampled_from([Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY]),
        ),
        max_size=30,
        unique_by=lambda row: row[:2],
    )
)
def test_what_is_exported_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int, Grade]]
) -> None:
    """Whatever the cards are called, the CSV holds each answer on its day with its grade."""
    file = tmp_path_factory.mktemp("log") / "log.csv"
    answers = [(card, START + timedelta(hours=hours), grade, 2.5) for card, hours, grade in rows]
    assert write(file, answers) == len(rows)
    found = sorted(one for card in lived(file) for one in card)
    expected = sorted(((when - timedelta(hours=4)).date(), grade) for _, when, grade, _ in answers)
    assert found == expected


def test_a_csv_with_flaws_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Other separators, columns in another order, decimals, blank lines; bad rows are counted."""
    file = tmp_path / "log.csv"
    head = '"review_rating";"card_id";"review_time";"state"'
    rows = [f"3.0;7;{at(0)};1", "", f"0;7;{at(1)};1", "3;7", f"3;7;{at(2)};1", f"3;7;{at(2)};1"]
    file.write_text("\n".join([head, *rows]), "utf-8")
    found = read(file)
    assert [len(card.answers) for card in found.cards] == [2]
    assert found.left_out == {
        "no rating from 1 to 4": 1,
        TWICE: 1,
        "unreadable, the first in line 5: list index out of range": 1,
    }


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.csv", b"card_id,review_time\n1,2\n", "no column review_rating"),
        ("a.csv", b"card_id,review_time,review_rating\n1,x,3\n", "a.csv:2: could not convert"),
        ("a.csv", b"card_id,review_time,review_rating\n1,99999999999999999999,3\n", "a.csv:2"),
        ("a.csv", "card_id,review_time,review_rating".encode("utf-16"), "no column card_id"),
        ("a.csv", b"", "no column card_id"),
        (
            "a.csv",
            b'card_id,review_time,review_rating\n1,5,3\n2,"' + b"x\n" * 70_000,
            r"a\.csv:\d+: field larger",
        ),
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
