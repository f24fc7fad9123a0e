"""A library opened: settings, journals and notes read, and what they add up to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from studyapp.library import acts
from studyapp.library.desk import Desk
from studyapp.library.disk import DISK
from studyapp.library.garbage import no_garbage
from studyapp.library.settings import LibrarySettings, read_library, write_library
from studyapp.library.snapshot import NoSuch
from studyapp.library.walk import walk
from studyapp.library.watching import differs
from studyapp.schedule.days import study_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date, datetime
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.journal import Journal
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Card, Problem
    from studyapp.schedule.course import Turn
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Outcome

Tell: TypeAlias = "Callable[[int, int], object]"
_ORDER = {"minutes_per_day", "new_per_day", "reviews_per_day", "weights", "interview"}
"""Settings that change what a day asks, and nothing of what is known."""


class Opened:
    """The notes below `root` and the journal about them, as they are; only `choose` writes.

    Decks `unasked` weigh nothing until the person weighs them.
    """

    def __init__(
        self,
        root: Path,
        under: str,
        device: str,
        index: Path | None = None,
        disk: Disk = DISK,
    ) -> None:
        self._desk = Desk(root, under, device, index, disk)
        self.unasked: Collection[str] = ()
        self._temporaries: list[str] = []

    @property
    def root(self) -> Path:
        """The library's folder."""
        return self._desk.root

    @property
    def snapshot(self) -> Snapshot:
        """What the library holds now."""
        return self._desk.snapshot

    @property
    def settings(self) -> LibrarySettings:
        """The settings that travel with the notes."""
        return self._desk.settings

    @property
    def journal(self) -> Journal:
        """The journals of all devices."""
        return self._desk.journal

    @property
    def litter(self) -> tuple[str, ...]:
        """Unfinished writes of ours that were met; `settle` sweeps them away."""
        return tuple(self._temporaries)

    @property
    def journalled(self) -> bool:
        """Whether anything was ever written about this library."""
        return bool(self._desk.journal.sizes())

    def keep_journal_private(self) -> None:
        """Have git ignore the journal, which holds questions and times. Raises OSError."""
        self._desk.journal.keep_private()

    def open(self, now: datetime, tell: Tell | None = None) -> Snapshot:
        """Read settings, journals and notes, and say what they add up to.

        If many notes have to be read, `tell` is told now and then how many of how many were; at
        the first time there is a snapshot of them already, if there was none before. Raises:
            NotADirectoryError: there is no such folder.
        """
        folder = self.root / self._desk.under
        if not folder.is_dir():
            raise NotADirectoryError(f"{folder} is no folder")
        settings, problems = self._chosen()
        self._desk.set(settings)
        stamp = self._stamp(now)
        with no_garbage(first=not self.snapshot.notes):
            found = walk(self.root)
            self._temporaries = found.temporaries
            refreshing = self._desk.catalogue.refresh(found)
            for done in refreshing:
                if tell:
                    if not self.snapshot.notes:
                        self._desk.lay(refreshing.listing().briefs, (), stamp, partial=True)
                    tell(done, refreshing.total)
            briefs, unread = refreshing.listing()
            self._desk.lay(briefs, [*problems, *found.problems, *unread], stamp)
        return self.snapshot

    def rest(self) -> None:
        """Wait until the index has what it is being given to keep."""
        self._desk.recollection.rest()

    def changed(self, paths: Iterable[str]) -> bool:
        """Whether anybody but us has changed what lies at `paths` since it was read.

        `paths` are relative to the root: notes, folders, journals, settings.
        """
        known = self.snapshot.notes.briefs
        return (
            self._desk.behind()
            or self._chosen()[0] != self.settings
            or any(differs(self.root, path, known) for path in paths)
        )

    def choose(self, key: str, value: object, now: datetime) -> None:
        """Set one of the settings that travel with the notes; None goes back to its default.

        What follows from it is read again. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            told = self._weighed(value) if key == "weights" else value
            write_library(self.root, key, told, self._desk.disk)
            self._desk.set(self._chosen()[0])
        if key not in _ORDER:
            self.open(now)

    def day(self, now: datetime) -> date:
        """The study day of `now` under this library's rollover."""
        return study_day(now, self.settings.rollover_hour)

    def outcomes(self, card: Card, day: date) -> Mapping[Grade, Outcome]:
        """What each grade would do to a card on `day`."""
        return self._desk.outcomes(card, day)

    def course(self, card: Card) -> tuple[Turn, ...]:
        """How a card came to stand where it stands; the first time reads the whole journal."""
        return self._desk.course(card)

    def _chosen(self) -> tuple[LibrarySettings, list[Problem]]:
        """The settings as they are in their file; decks `unasked` wait until they are weighed."""
        settings, problems = read_library(self.root)
        weights = {**dict.fromkeys(self.unasked, 0), **settings.weights}
        return replace(settings, weights=weights), problems

    def _weighed(self, weights: object) -> object:
        """Weights but for those of decks that only wait `unasked`: nobody gave them."""
        if not isinstance(weights, Mapping):
            return weights
        own = read_library(self.root)[0].weights
        waiting = {deck for deck in self.unasked if not weights.get(deck) and deck not in own}
        return {deck: one for deck, one in weights.items() if deck not in waiting} or None

    def _card(self, card_id: str) -> Card:
        card = self.snapshot.cards.get(card_id)
        if card is None:
            raise NoSuch("card", card_id)
        return card

    def _stamp(self, now: datetime) -> acts.Stamp:
        return acts.Stamp(os.urandom(6).hex(), now, self.day(now))
