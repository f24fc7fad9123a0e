"""What Home counts."""

from datetime import date, datetime, timedelta
from pathlib import Path

from studyapp.library.library import Library
from studyapp.library.settings import LibrarySettings
from studyapp.tui.overview import overview

DAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


def test_what_is_buried_is_due_in_no_deck(notes: Path) -> None:
    """The decks count as due what today's line does: a buried card is not, until its day."""
    library = Library(notes, "", "test-device")
    library.open(NOW)
    card = next(iter(library.snapshot.cards.values()))
    library.grade(card.id, 4, 5.0, NOW)
    tomorrow = NOW + timedelta(days=1)
    settings, day = LibrarySettings(), DAY + timedelta(days=1)
    assert overview(library.snapshot, day, settings).all.due == 1
    library.mark(card.id, "bury", tomorrow)
    assert overview(library.snapshot, day, settings).all.due == 0
    assert overview(library.snapshot, day + timedelta(days=1), settings).all.due == 1
