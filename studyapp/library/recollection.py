"""What this process knows of the journals, and what it has the index keep."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from studyapp.library.index.keepsake import keep, kept
from studyapp.library.past import recall
from studyapp.schedule.order import merge

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studyapp.library.index.catalogue import Catalogue
    from studyapp.library.journal import Journal
    from studyapp.library.past import How, Past

FEW = 64
"""So many events and notes are gone through in less time than it takes to keep them."""


class Recollection:
    """The past of one library, as it was last recalled."""

    def __init__(self, journal: Journal, catalogue: Catalogue) -> None:
        self._journal = journal
        self._catalogue = catalogue
        self._past: Past | None = None
        self._keeping: Thread | None = None

    def recall(self, how: How) -> Past:
        """All that the journals say now. Raises OSError."""
        known = self._past or kept(
            self._catalogue.database, how, lambda: merge(self._journal.read().by_device)
        )
        self._past = recall(self._journal, known, how)
        return self._past

    def settle(self, past: Past, settled: Mapping[str, bytes]) -> None:
        """Remember which notes are in order by `past`, in the index too if that spares enough."""
        new = len(past.events) - past.kept + len(settled.items() - past.settled.items())
        self._past = past = replace(past, settled=settled, since=frozenset())
        tasks: list[Callable[[], None]] = []
        if new >= FEW and self._catalogue.database.lasting:
            tasks.append(partial(keep, self._catalogue.database, past))
            self._past = replace(past, kept=len(past.events))
        if self._catalogue.worn:
            tasks.append(self._catalogue.press)
        if tasks:
            self.rest()
            self._keeping = Thread(target=lambda: [task() for task in tasks], name="keep")
            self._keeping.start()

    def forget(self) -> None:
        """Know nothing: the index is another one now."""
        self._past = None

    def rest(self) -> None:
        """Wait until the index has what it was given to keep."""
        if self._keeping:
            self._keeping.join()
