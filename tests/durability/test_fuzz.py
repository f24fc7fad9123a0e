"""Whatever stands in a file: nothing crashes, and not a byte outside of values changes.

`pytest --hypothesis-profile=fuzz` tries fifty times as much here and wherever properties are
tested: frames, transcripts, queries, markup and splices have theirs beside their own tests.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parent))

from shelf import NOW, Shelf

from studyapp.library.library import Library
from studyapp.library.quarantine import is_damaged
from studyapp.library.settings import read_library, read_own, write
from studyapp.notes import Spliced, mend, parse, splice
from studyapp.notes.block import Broken, find_block
from studyapp.schedule import Grade
from studyapp.study.query import read

PIECES = st.sampled_from(
    [
        *("---\n", "--- \n", "---\r\n", "\n", "\r", "\u2028", "\ufeff", "\x00", "...\n"),
        *("next_review: ", "review_count: 0\n", "mastery_level: 0.5 # so\n", "last_reviewed:\n"),
        *("tags:\n- a\n", "? x\n", "&a 1\n", "*a\n", "!!python/object:os.system 1\n", "'", '"'),
        *("[", "]", "{", "}", ": ", "| \n", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n"),
        *("|||||||\n", "+++\n", "2026-13-45", "# T\n", "**Q: Why?**\nA: So.\n", "{{DATE}}", "\t"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=16).map("".join)
VALUES = {"last_reviewed": NOW.date(), "next_review": NOW.date(), "review_count": 2}
JSON = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.just([])
EVENTS = st.sampled_from(["review", "undo", "adopt", "card", "rebind", "bury", "known", "reset"])
FIELDS = st.sampled_from(
    [
        *("id", "at", "day", "card", "note", "grade", "seconds", "before", "after", "values"),
        *("undone", "old", "new", "until", "due", "knows", "cards", "canonical", "v"),
    ]
)
USUAL: dict[str, Any] = {
    "v": 1,
    "id": "a",
    "at": "2026-11-22T20:00:00+00:00",
    "day": "2026-11-22",
    "card": "c",
    "note": "plain.md",
    "grade": 4,
    "seconds": 1.0,
    "before": {},
    "after": {},
    "undone": "b",
    "old": "c",
    "new": "d",
    "until": "2026-11-24",
    "due": "2026-11-24",
    "knows": 1,
}
TOML = st.lists(
    st.sampled_from(
        [
            *("rollover_hour = ", "weights", " = ", "4", "-1", "nan", "[", "]", "{", "}", '"', "'"),
            *("interview = ", "2026-11-23", "\n", "scheduler", "fsrs", "1e999", "'x'", ".", "#"),
            *("parameters = ", "keys = ", "trusted = ", "inline_separator = ", "\u2028", "\ufeff"),
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(TEXTS)
def test_a_splice_stays_within_the_front_matter(text: str) -> None:
    """Any text is read; a splice keeps the body to the byte, and so does a conflict mended."""
    raw = text.encode("utf-8", "replace")
    parse(raw, "a.md")
    bare = raw.decode().removeprefix("\ufeff")
    found = find_block(bare)
    done = splice(raw, VALUES)
    if isinstance(done, Spliced):
        body = bare[found.body :] if found else bare
        assert done.data.decode().endswith(body)
    mended = mend(raw)
    if isinstance(mended, Spliced) and isinstance(found, Broken):
        assert mended.data.decode().endswith(bare[found.body :])


@settings(max_examples=settings().max_examples // 4, deadline=None)
@given(EVENTS, st.dictionaries(FIELDS, JSON, max_size=3), st.binary(max_size=12))
def test_no_journal_keeps_a_library_shut(kind: str, strange: dict[str, Any], junk: bytes) -> None:
    """Any values in an event, any bytes below it: it opens, settles, and takes the next grade."""
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder, "notes"))
        journal = shelf.root / ".studyapp" / "journal"
        journal.mkdir(parents=True)
        event = json.dumps({**USUAL, "event": kind, **strange}).encode()
        (journal / "other.jsonl").write_bytes(event + b"\n" + junk)
        library = Library(shelf.root, "", "desk")
        library.open(NOW)
        library.settle(NOW)
        library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0.1, NOW)
        shelf.opened()
    is_damaged(junk)


@example("\r")
@given(TOML)
def test_settings_are_used_or_told(text: str) -> None:
    """Any settings file gives settings; a value set in it leaves every other line as it was."""
    with TemporaryDirectory() as folder:
        file = Path(folder, ".studyapp", "settings.toml")
        file.parent.mkdir()
        file.write_bytes(text.encode("utf-8", "replace"))
        settings, problems = read_library(Path(folder))
        assert settings.scheduling
        read_own(file)
        try:
            write(file, "minutes_per_day", 9)
        except OSError:
            assert problems
            assert file.read_bytes() == text.encode("utf-8", "replace")
            return
        assert read_library(Path(folder))[0].minutes_per_day == 9


@given(st.integers(1, 2000), st.sampled_from(["(", "-", '"', "-(", "a or ", "((a) ", "（"]))
def test_no_query_is_too_deep(count: int, piece: str) -> None:
    """Thousands of brackets, signs or words are read, or are a fault that is named."""
    read(piece * count)
