"""What other settings of a library would change, as values for screens and verbs.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.schedule import Settings, fold
from studyapp.study.shift import Folded, Shift, shift
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from datetime import date

    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot


def shift_of(
    snapshot: Snapshot, day: date, before: LibrarySettings, after: LibrarySettings
) -> Shift:
    """What changes for the cards of what is open of a library, if its settings do.

    Folds the whole journal again, so not for the screen's thread.
    """
    folded = Settings(max_repeats=after.repeats_per_day)
    state = fold(snapshot.assumed(), after.scheduling, folded)
    other = replace(snapshot, state=state)
    return shift(_folded(snapshot, day, before), _folded(other, day, after), day)


def _folded(snapshot: Snapshot, day: date, settings: LibrarySettings) -> Folded:
    today = day_of(snapshot, day, settings)
    limits = today.terms.limits(today.agenda.limits.pace)
    return Folded(today.cards, limits, settings.interview, today.spent)
