"""Clocks that jump, zones that change and nights with an hour too many: every grade counts once."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

if sys.platform == "win32":
    pytest.skip("no process is forked there", allow_module_level=True)

if TYPE_CHECKING:
    from driver import Driver
    from shelf import Shelf

BERLIN = "Europe/Berlin"
TALES = {
    "a clock that jumps back": [
        ("UTC", "2026-11-23T20:00", "2026-11-23"),
        ("UTC", "2026-11-20T09:00", "2026-11-20"),
        ("UTC", "2020-01-01T00:00", "2019-12-31"),
        ("UTC", "2026-11-24T09:00", "2026-11-24"),
    ],
    "a flight over the date line": [
        ("Asia/Tokyo", "2026-11-24T05:00", "2026-11-24"),
        ("America/Los_Angeles", "2026-11-23T13:00", "2026-11-23"),
        ("Pacific/Auckland", "2026-11-25T03:59", "2026-11-24"),
    ],
    "an hour that comes twice": [
        (BERLIN, "2026-10-25T02:30+02:00", "2026-10-24"),
        (BERLIN, "2026-10-25T02:30+01:00", "2026-10-24"),
        (BERLIN, "2026-10-25T03:59", "2026-10-24"),
        (BERLIN, "2026-10-25T04:00", "2026-10-25"),
    ],
    "an hour that never comes": [
        (BERLIN, "2026-03-29T01:59", "2026-03-28"),
        (BERLIN, "2026-03-29T02:30", "2026-03-28"),
        (BERLIN, "2026-03-29T04:01", "2026-03-29"),
    ],
}


@pytest.mark.parametrize("tale", TALES)
def test_every_grade_counts_once(shelf: Shelf, driver: Driver, tale: str) -> None:
    """Each grade has its local study day; none is lost or doubled, and the notes agree."""
    card = next(iter(shelf.opened().snapshot.cards))
    for number, (zone, now, day) in enumerate(TALES[tale], 1):
        told = ["--library", str(shelf.root), "--seconds", str(number), "--json", "--now", now]
        ended = driver.run([["grade", card, "good", *told]], zone=zone)
        assert ended.documents[0]["event"]["day"] == day
        shelf.tried.add(number)
        shelf.told.add(number)
        assert shelf.lost(datetime.fromisoformat(f"{now[:16]}+00:00")) == []
    days = {day for _, _, day in TALES[tale]}
    (note,) = [one for one in shelf.root.glob("*.md") if f"review_count: {len(days)}" in _text(one)]
    assert f"last_reviewed: '{max(days)}'" in _text(note)
    (journal,) = (shelf.root / ".studyapp" / "journal").glob("*.jsonl")
    events = [json.loads(line) for line in journal.read_text("utf-8").split("\n")[:-1]]
    assert sum(event["event"] == "review" for event in events) == len(TALES[tale])


def _text(file: Path) -> str:
    return file.read_text("utf-8")
