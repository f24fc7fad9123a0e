"""Journals read on from where they were read before."""

import os
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.library.journal import Journal
from studyapp.library.transcript import Reading

FLAG = '{"v": 1, "id": "%s", "at": "2026-11-23T20:00:00+00:00", "day": "2026-11-23"'
LINE = FLAG + ', "event": "flag", "card": "a", "on": true}\n'
OLD = (1_700_000_000, 1_700_000_000)
pieces = st.lists(
    st.sampled_from(
        [LINE % "a", LINE % "b", LINE % "c", "no event\n", "\n", LINE[:40], "<<<<<<<\n"]
    )
)


def told(reading: Reading) -> tuple[object, ...]:
    return reading.by_device, reading.problems, reading.whole


@settings(deadline=None)
@given(pieces, pieces, st.booleans())
@example([LINE[:40]], [LINE[40:]], False)  # noqa: FBT003  what hypothesis may draw
def test_reading_on_is_reading_all(before: list[str], after: list[str], other: bool) -> None:  # noqa: FBT001  drawn
    """What was read at once is what was read before and what is read on, line numbers included."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder), "desk")
        journal.folder.mkdir(parents=True)
        journal.path.write_text("".join(before))
        first = journal.read()
        with journal.path.open("a") as file:
            file.writelines(after)
        if other:
            (journal.folder / "lap.jsonl").write_text(LINE % "x")
        whole, second = journal.read(), journal.read(first.marks)
        assert second.marks.keys() == whole.marks.keys()
        assert second.sizes == whole.sizes == journal.sizes()
        if second.whole:
            assert told(second) == told(whole)
            return
        for device, events in whole.by_device.items():
            known = first.by_device.get(device, ())
            assert events == [*known, *second.by_device.get(device, ())]
        assert whole.problems == (*first.problems, *second.problems)


def test_only_new_lines_are_decoded(root: Path) -> None:
    """A file that grew gives its new lines; one that did not gives none."""
    journal = Journal(root, "desk")
    journal.folder.mkdir(parents=True)
    journal.path.write_text(LINE % "a")
    first = journal.read()
    assert journal.read(first.marks).by_device == {}
    journal.path.write_text(LINE % "a" + LINE % "b")
    (event,) = journal.read(first.marks).by_device["desk"]
    assert event.id == "b"


def test_what_was_changed_is_read_anew(root: Path) -> None:
    """A file of the same size and times, a shorter one, a line put in, or gone: read all."""
    journal = Journal(root, "desk")
    journal.folder.mkdir(parents=True)
    journal.path.write_text(LINE % "a" + LINE % "b")
    os.utime(journal.path, OLD)
    marks = journal.read().marks
    for text in (LINE % "c" + LINE % "b", LINE % "a", LINE % "a" + LINE % "c" + LINE % "b"):
        journal.path.write_text(text)
        os.utime(journal.path, OLD)
        assert told(journal.read(marks)) == told(journal.read())
    journal.path.unlink()
    assert told(journal.read(marks)) == told(journal.read())
