"""A library put in order: what a crash, a merge, the person or another tool left behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from studyapp.library.authorship import Author
from studyapp.library.litter import sweep
from studyapp.library.opening import Opened
from studyapp.library.settings import write_library
from studyapp.library.snapshot import NoSuch

if TYPE_CHECKING:
    from datetime import datetime

    from studyapp.library.recognition import Rebound

Choice: TypeAlias = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Settled:
    """What opening for writing brought in order: notes healed, notes that the person moved."""

    healed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


class Orderly(Opened):
    """A library in which each note says what the journal implies, or the person was asked."""

    def foreign(self) -> list[str]:
        """The notes whose values another tool rewrote; nothing is written to them until told.

        None while only a part was read: it can't be told yet from what the person did.
        """
        return [] if self.snapshot.partial else self.snapshot.standings.by(Author.FOREIGN)

    def stale(self) -> list[str]:
        """The notes that are behind the journal, as after a crash; `settle` mends them.

        Not those of which a card is in doubt: their values wait for the person's answer.
        """
        doubted = {one.new.note for one in self.snapshot.doubts}
        return [path for path in self.snapshot.standings.by(Author.STALE) if path not in doubted]

    def settle(self, now: datetime) -> Settled:
        """Heal what a crash or a merge left behind, and journal what the person moved by hand.

        A library in order is not touched. Raises OSError.
        """
        stale, by_hand = self.stale(), self.snapshot.pending
        decided = self.settings.foreign if self.foreign() else "ask"
        if not (self._temporaries or by_hand or stale or decided != "ask"):
            return Settled()
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            sweep((self.root / path for path in self._temporaries), self._desk.disk)
            healed = tuple(path for path in stale if self._desk.heal(path, stamp))
            if decided != "ask":
                self.resolve(decided, now)
        self._temporaries = []
        return Settled(healed, tuple(event.note for event in by_hand))

    def resolve(self, choice: Choice, now: datetime, *, always: bool = False) -> None:
        """Settle what another tool rewrote: put the projection back, or obey its values.

        `always` answers for the future too.

        Raises OSError, for the settings too.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            if always:
                write_library(self.root, "foreign", choice, self._desk.disk)
                self._desk.settings = replace(self.settings, foreign=choice)
            paths = self.foreign()
            if choice == "theirs":
                self._desk.obey(paths, stamp)
            for path in paths:
                self._desk.rewrite(path, stamp)

    def conflicts(self) -> list[str]:
        """The notes in which git's conflict markers stand around review values, and only there."""
        flawed = [(path, one) for path, one in self.snapshot.notes.briefs.flats() if one.flawed]
        if not flawed:
            return []
        from studyapp.notes.block import IN_VALUES  # noqa: PLC0415  its YAML is seldom needed

        return [
            path
            for path, one in flawed
            if any(problem.message == IN_VALUES for problem in one.problems(path))
        ]

    def mend(self, now: datetime) -> None:
        """Take those markers away, write the values from the journal, and read all again.

        A note that the journal does not know keeps the values of the first side. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            for path in self.conflicts():
                self._desk.mend(path, stamp)
        self.open(now)

    def rule(self, pair: Rebound, now: datetime, *, same: bool) -> None:
        """Say that a doubtful pair of cards is the same or is not, or part one that seemed sure.

        Raises OSError, and NoSuch where the pair is no longer in question.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            asked = (*self.snapshot.rebinds, *self.snapshot.doubts)
            found = next((one for one in asked if one.is_of(pair)), None)
            if found is None:
                raise NoSuch("reworded card", pair.new.id)
            self._desk.rule(found, stamp, same=same)
