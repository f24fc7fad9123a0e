"""The row of grades beneath a card, each with the date it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Option:
    """One grade to choose: its key, its name, when the card then returns.

    `again` says that the card is also asked once more today.
    """

    key: str
    label: str
    when: str
    again: bool = False


class Grades(Widget):
    """Two to four grades in a row; without any, the space stays reserved."""

    class Chosen(Message):
        """A grade was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def set(self, options: Sequence[Option]) -> None:
        """Show `options`; none leaves the row blank, at the same height."""
