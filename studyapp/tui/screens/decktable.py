"""The decks on Home, all of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import DataTable

from studyapp.notes.visible import visible
from studyapp.tui.widgets.meter import meter
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.study.strength import Strength
    from studyapp.tui.overview import Row
    from studyapp.tui.words import Words

HEAVIEST = 3
"""The greatest weight of a deck."""
_ROOMY = 20
"""Cells that a deck's name must keep for mastery to be told in whole words."""


class Room(NamedTuple):
    """Cells of a deck's name and of its meter; whether mastery is told in whole words."""

    name: int
    meter: int
    words: bool


def room(width: int, longest: int = 0) -> Room:
    """How a table of so many cells is parted; what the longest name leaves goes to the meter."""
    if width - _IN_WORDS >= _ROOMY:
        name = width - _IN_WORDS
        return Room(name, 12 + max(0, min(_LONGER, name - max(longest, _ROOMY))), words=True)
    return Room(max(_LEAST, width - _IN_NUMBERS), 8, words=False)


_IN_WORDS, _IN_NUMBERS, _LEAST, _LONGER = 63, 52, 12, 30
"""Cells that all columns but the name take, with and without words; the least for the name; the
most that a meter may grow by."""


class DeckTable(DataTable[Text]):
    """A row a deck: what is due, what is unseen, how much would be recalled in 30 days."""

    def __init__(self) -> None:
        super().__init__(id="decks", cursor_type="row")
        self._decks: Sequence[Row] = ()
        self._first: str | None = None
        self._say: Words | None = None

    @property
    def deck(self) -> str | None:
        """The folder of the chosen deck; None for all."""
        if not self.row_count:
            return self._first
        return self._decks[self.cursor_row].deck if self.cursor_row > 0 else None

    @property
    def weight(self) -> int:
        """The weight of the chosen deck."""
        return self._decks[self.cursor_row].weight

    def show(self, decks: Sequence[Row], say: Words, first: str | None = None) -> None:
        """Draw the decks, the first row being all together.

        The chosen one stays chosen; at the first time that is the deck `first`.
        """
        self._first = first
        chosen = self.deck
        self._decks, self._say = decks, say
        self._draw(chosen)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw(self.deck)

    def _draw(self, chosen: str | None) -> None:
        width, say = self.scrollable_content_region.width, self._say
        if not width or say is None:
            return
        self.clear(columns=True)
        self.add_column(Text(say("deck")))
        for key in ("due", "unseen"):
            self.add_column(Text(say(key), justify="right"))
        self.add_column(Text(say("mastery")))
        self.add_column(Text(say("weight")))
        names = [say("all_decks"), *(row.deck or say("root") for row in self._decks[1:])]
        parted = room(width, max(map(cell_len, names)))
        for place, (name, row) in enumerate(zip(names, self._decks, strict=True)):
            numbers = (Text(str(n), justify="right") for n in (row.due, row.unseen))
            shown = Text(clip(visible(name), parted.name))
            weight = _weight(row.weight if place else None)
            self.add_row(shown, *numbers, _mastery(row.known, parted, say), weight)
        decks = [row.deck for row in self._decks[1:]]
        self.move_cursor(row=1 + decks.index(chosen) if chosen in decks else 0)


def _mastery(known: Strength, parted: Room, say: Words) -> Text:
    """What of the deck would be recalled, as a bar, and in words how much of it was met."""
    begun = known.met / known.cards if known.cards else 0.0
    bar = meter(known.mastery, parted.meter, begun=begun)
    told = f"{known.met}/{known.cards}"
    if parted.words:
        told = say("met", met=known.met, all=known.cards)
    return bar.append(f" {told} · {known.of_met:.0%}" if known.met else f" {told}")


def _weight(weight: int | None) -> Text:
    """Filled and empty dots; nothing where there is none to set."""
    if weight is None:
        return Text("")
    return Text("●" * weight + "○" * (HEAVIEST - weight))
