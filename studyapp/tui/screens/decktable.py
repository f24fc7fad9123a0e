"""The decks on Home, all of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import DataTable

from studyapp.notes.visible import visible
from studyapp.tui.widgets.meter import meter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.overview import Row
    from studyapp.tui.words import Words

NUMBERS = ("due", "unseen", "cards")
NARROW, WIDE = 10, 24
"""Cells of a meter, by the room there is."""
ROOMY = 100
HEAVIEST = 3
"""The greatest weight of a deck."""


class DeckTable(DataTable[Text]):
    """A row a deck: what is due, what is unseen, how much would be recalled in 30 days."""

    def __init__(self) -> None:
        super().__init__(id="decks", cursor_type="row")
        self._decks: Sequence[Row] = ()

    @property
    def deck(self) -> str | None:
        """The folder of the chosen deck; None for all."""
        return self._decks[self.cursor_row].deck if self.cursor_row > 0 else None

    @property
    def weight(self) -> int:
        """The weight of the chosen deck."""
        return self._decks[self.cursor_row].weight

    def show(self, decks: Sequence[Row], say: Words) -> None:
        """Draw the decks, the first row being all together; the chosen one stays chosen."""
        chosen = self.deck
        self._decks = decks
        self.clear(columns=True)
        self.add_column(Text(say("deck")))
        for key in NUMBERS:
            self.add_column(Text(say(key), justify="right"))
        self.add_column(Text(say("mastery")))
        self.add_column(Text(say("weight")))
        width = WIDE if self.app.size.width >= ROOMY else NARROW
        for place, row in enumerate(decks):
            name = say("all_decks") if place == 0 else row.deck or say("root")
            self.add_row(*_cells(row, width, name), _weight(row.weight if place else None))
        names = [row.deck for row in decks[1:]]
        self.move_cursor(row=1 + names.index(chosen) if chosen in names else 0)


def _cells(row: Row, width: int, name: str) -> list[Text]:
    numbers = [Text(str(n), justify="right") for n in (row.due, row.unseen, row.cards)]
    bar = meter(row.mastery, width).append(f" {row.mastery:4.0%}")
    return [Text(visible(name)), *numbers, bar]


def _weight(weight: int | None) -> Text:
    """Filled and empty dots; nothing where there is none to set."""
    if weight is None:
        return Text("")
    return Text("●" * weight + "○" * (HEAVIEST - weight))
