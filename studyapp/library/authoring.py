"""What the person writes into notes from within the app: code, cards, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.adding import store_card
from studyapp.library.creating import Created, create_note
from studyapp.library.order import Orderly
from studyapp.library.recoding import store_code

if TYPE_CHECKING:
    from datetime import datetime

    from studyapp.notes import Snippet, Waits
    from studyapp.notes.fresh import Looks


class Authoring(Orderly):
    """A library whose notes can be written to, not only their review values."""

    def save_code(self, path: str, snippet: Snippet, code: str, now: datetime) -> Waits | None:
        """Put changed code into its note, or say why that can't be. Raises OSError."""
        with self._desk.acting(self._stamp(now)):
            return store_code(self.root, path, snippet, code, self._desk.disk)

    def add_card(self, path: str, question: str, answer: str, now: datetime) -> int | Waits:
        """Add a card to a note: the line where its answer ends or will, or why not.

        The next `open` reads it. Raises OSError.
        """
        with self._desk.acting(self._stamp(now)):
            return store_card(
                self.root, path, question, answer, self.settings.syntax, disk=self._desk.disk
            )

    def new_note(
        self,
        folder: str,
        question: str,
        answer: str,
        now: datetime,
        *,
        looks: Looks,
        name: str = "",
    ) -> Created | Waits:
        """Make a note of a question in a folder, or say why not; the next `open` reads it.

        It is called after the question, or `name`. Raises OSError.
        """
        with self._desk.acting(self._stamp(now)):
            day, syntax = self.day(now), self.settings.syntax
            return create_note(
                self.root,
                folder,
                question,
                answer,
                day=day,
                looks=looks,
                syntax=syntax,
                name=name,
                disk=self._desk.disk,
            )
