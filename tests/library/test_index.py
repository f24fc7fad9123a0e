"""The index: quick because it remembers, harmless because nothing rests on it."""

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.index.brief import Flat, brief, flat, whole
from studyapp.library.index.crew import read_all
from studyapp.library.index.database import Database
from studyapp.library.index.edition import edition
from studyapp.library.index.packing import pack, unpack
from studyapp.library.index.prints import RACY, Print
from studyapp.library.index.refreshing import BATCH, FEW
from studyapp.library.index.rows import Row, read_row, read_rows
from studyapp.library.index.sealing import sealed, unsealed
from studyapp.library.index.store import Store
from studyapp.library.library import Library
from studyapp.notes import SYNTAX, parse
from studyapp.schedule import Grade

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
HEAD = "---\nreview_count: 2\nlast_reviewed: 2026-11-01\nnext_review: 'soon'\n---\n"
DYING = """
import os
from studyapp.library.index import worker
from studyapp.library.index import rows
read = rows.parsed_all
rows.parsed_all = lambda files, how: os.abort() if "boom" in str(files) else read(files, how)
worker.main()
"""


def text(word: str) -> str:
    return (
        f"{HEAD}# On {word}\n\n```python\nprint('{word}')\n```\n\n**Q: What is {word}?**\nA: It.\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    for word in ("heaps", "queues", "stacks"):
        (folder / f"{word}.md").write_text(text(word))
        os.utime(folder / f"{word}.md", (1_700_000_000, 1_700_000_000))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def opened(root: Path, file: Path) -> Callable[[], Library]:
    def open_() -> Library:
        library = Library(root, "", "desk", file)
        library.open(NOW)
        return library

    return open_


def questions(library: Library) -> list[str]:
    return [card.question for card in library.snapshot.cards.values()]


def ask_about(*words: str) -> list[str]:
    return [f"What is {word}?" for word in words]


def known(file: Path) -> set[str]:
    with sqlite3.connect(file) as database:
        return {path for (path,) in database.execute("SELECT path FROM note")}


@given(st.binary(max_size=300), st.text(max_size=80))
def test_a_note_is_the_same_after_packing(tail: bytes, front: str) -> None:
    """Whole or in brief, whatever was read of a file comes back from the index as it was."""
    for raw in (tail, text(front).encode() + tail):
        note = parse(raw, "deck/a.md")
        short = brief(note, b"digest")
        assert unpack(pack(note)) == note
        assert whole(note.path, Flat._make(unsealed(sealed(tuple(flat(short)))))) == short


def test_what_has_not_changed_is_not_read_again(
    opened: Callable[[], Library], root: Path, file: Path
) -> None:
    """The second opening takes all notes from the index but the one that was edited."""
    opened()
    with sqlite3.connect(file) as database:
        for path, short in database.execute("SELECT path, brief FROM note").fetchall():
            digest, title, *rest = unsealed(short)
            mark = (sealed((digest, title.upper(), *rest)), path)
            database.execute("UPDATE note SET brief = ? WHERE path = ?", mark)
    (root / "queues.md").write_text(text("deques"))
    assert [*opened().snapshot.notes.titles()] == ["ON HEAPS", "On deques", "ON STACKS"]


@pytest.mark.parametrize("again", [False, True])
def test_times_that_lie_are_found_out(
    opened: Callable[[], Library], root: Path, *, again: bool
) -> None:
    """A file of the same size and the same time of change is seen to hold something else."""
    opened()
    if again:
        opened()
    (root / "heaps.md").write_text(text("trees"))
    os.utime(root / "heaps.md", (1_700_000_000, 1_700_000_000))
    assert questions(opened()) == ask_about("trees", "queues", "stacks")


def test_a_print_is_trusted_only_when_it_is_old_enough() -> None:
    """A file that was changed just before it was read may have been changed again since."""
    then = Print(10, 5 * RACY, 5 * RACY, 5 * RACY + 1)
    assert not then.fits(then)
    later = then._replace(read=7 * RACY)
    assert later.fits(then)
    assert not later.fits(then._replace(ctime=1))


def test_notes_that_are_gone_are_forgotten(
    opened: Callable[[], Library], root: Path, file: Path
) -> None:
    """A deleted note leaves the library and the index."""
    opened()
    (root / "stacks.md").unlink()
    assert questions(opened()) == ask_about("heaps", "queues")
    assert known(file) == {"heaps.md", "queues.md"}


def spoil_bytes(file: Path) -> None:
    file.write_bytes(b"no database " * 1000)


def spoil_edition(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE edition SET name = 'older'")


def spoil_rows(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE note SET brief = x'00'")
        database.execute("UPDATE whole SET note = x'8000'")


def spoil_tables(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("DROP TABLE note")


def put_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "spoil", [spoil_bytes, spoil_edition, spoil_rows, spoil_tables, put_folder, Path.unlink]
)
def test_a_spoilt_index_costs_nothing_but_time(
    opened: Callable[[], Library], file: Path, spoil: Callable[[Path], None]
) -> None:
    """Torn, of another edition, not a file or gone: the library opens as if it were new."""
    opened()
    spoil(file)
    for _ in range(2):
        assert questions(opened()) == ask_about("heaps", "queues", "stacks")


def test_a_locked_index_is_done_without(
    opened: Callable[[], Library], file: Path, root: Path
) -> None:
    """While another program holds the index, the library opens without it."""
    opened()
    holder = sqlite3.connect(file)
    holder.execute("BEGIN EXCLUSIVE")
    (root / "queues.md").write_text(text("deques"))
    assert questions(opened()) == ask_about("heaps", "deques", "stacks")
    holder.close()


def test_an_index_lost_while_the_library_is_open_stops_nothing(
    opened: Callable[[], Library], file: Path, root: Path
) -> None:
    """Cards are still read and graded when their index was emptied under an open library."""
    library = opened()
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM whole")
    assert questions(library) == ask_about("heaps", "queues", "stacks")
    card = next(iter(library.snapshot.cards))
    assert library.grade(card, Grade.GOOD, 1, NOW).waiting is None
    assert b"review_count: 3" in (root / "heaps.md").read_bytes()


def test_many_notes_are_read_by_workers(opened: Callable[[], Library], root: Path) -> None:
    """A large folder is read in other processes, to the same end and in the same order."""
    words = [f"word{number}" for number in range(BATCH + FEW)]
    for word in words:
        (root / f"{word}.md").write_text(text(word))
    assert questions(opened())[3:] == ask_about(*words)


def test_files_are_read_together_and_answered_in_order(root: Path) -> None:
    """Large ones, and one that is missing, stand among the rows where they were asked for."""
    (root / "large.md").write_text(text("large") + "Words. " * 200_000)
    paths = ["stacks.md", "large.md", "none.md", "heaps.md", "queues.md"]
    found = list(read_rows(root, paths, SYNTAX))
    assert [one.path for one in found] == paths
    alone = [read_row(root, path, SYNTAX) for path in paths]
    assert [one[2:] if isinstance(one, Row) else one for one in found] == [
        one[2:] if isinstance(one, Row) else one for one in alone
    ]


def test_a_note_that_ends_the_parser_costs_one_note(root: Path) -> None:
    """The workers go on with the others, and the note is listed with a problem."""
    paths = [f"{number}{'boom' * (number % 20 == 7)}.md" for number in range(50)]
    for path in paths:
        (root / path).write_text(text(path))
    found = list(read_all(root, [*paths, "none.md"], SYNTAX, (sys.executable, "-c", DYING)))
    rows = {row.path: row for row in found if isinstance(row, Row)}
    assert sorted(rows) == sorted(paths)
    told = {path: whole(path, row.brief).problems for path, row in rows.items()}
    lost = {path for path in told if "could not survive" in told[path][0].message}
    assert lost == {"7boom.md", "27boom.md", "47boom.md"}
    assert [problem.path for problem in found if not isinstance(problem, Row)] == ["none.md"]


@pytest.mark.parametrize("command", ["false", "no such program"])
def test_without_workers_notes_are_read_here(root: Path, command: str) -> None:
    """Where no worker starts, or each one fails, all notes are read all the same."""
    found = list(read_all(root, ["heaps.md", "queues.md", "stacks.md"], SYNTAX, (command,)))
    assert {one.path for one in found if isinstance(one, Row)} == {
        "heaps.md",
        "queues.md",
        "stacks.md",
    }


def test_a_suspect_is_read_by_a_worker(opened: Callable[[], Library], file: Path) -> None:
    """If the program ended while it parsed a note, a worker tries that note the next time."""
    store = Store(Database(file, edition(SYNTAX)))
    store.suspect(["heaps.md"])
    assert questions(opened()) == ask_about("heaps", "queues", "stacks")
    assert Store(Database(file, edition(SYNTAX))).suspects() == set()


def test_the_first_cards_can_be_graded_while_the_rest_is_read(
    root: Path, file: Path, opened: Callable[[], Library]
) -> None:
    """A first snapshot comes with the first notes; what is done in it holds in the last one."""
    for number in range(3 * BATCH):
        (root / f"word {number}.md").write_text(text(f"word {number}"))
    library, told = Library(root, "", "desk", file), []

    def tell(done: int, total: int) -> None:
        snapshot = library.snapshot
        told.append((done, total, len(snapshot.cards), snapshot.partial))
        if len(told) == 1:
            library.grade(next(iter(snapshot.cards)), Grade.GOOD, 1, NOW)

    snapshot = library.open(NOW, tell)
    assert told[0] == (BATCH, 3 * BATCH + 3, BATCH, True)
    assert len(told) == 3
    assert len(snapshot.cards) == 3 * BATCH + 3
    assert not snapshot.partial
    assert len(snapshot.state.live) == 1
    assert (library.stale(), library.foreign(), snapshot.waiting) == ([], [], {})
    assert list(opened().snapshot.standings) == list(snapshot.standings)
