"""The names above the columns of a list of cards; a click on one sorts by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from studyapp.tui.browsing import SIGNS, WIDTHS, Order, columns
from studyapp.tui.widgets.cardrows import RIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.tui.browsing import Name

_ARROWS = "▲", "▼"


class ColumnHeads(Static):
    """One line; the column that the cards are sorted by has an arrow."""

    DEFAULT_CSS = """
    ColumnHeads { height: 1; color: $text-muted; text-wrap: nowrap; link-style: none;
        link-color: $text-muted; link-background: transparent; link-style-hover: none;
        link-background-hover: $primary-muted; }
    """

    def __init__(self, names: Mapping[Name, str]) -> None:
        super().__init__()
        self._names = names
        self._order = Order()

    def show(self, order: Order) -> None:
        """Name the columns of a list in that order."""
        self._order = order
        width = self.scrollable_content_region.width
        shown = columns(width, order)
        breadth = width - SIGNS - sum(WIDTHS[name] + 1 for name in shown)
        first = f"{' ' * SIGNS}{self._head('', breadth)}"
        parts = [Content.styled(first, self._click(""))]
        parts += [
            Content.styled(f" {self._head(name, WIDTHS[name])}", self._click(name))
            for name in shown
        ]
        self.update(Content("").join(parts))

    def on_resize(self) -> None:
        """Name those for which there is room now."""
        self.show(self._order)

    def _head(self, name: Name, width: int) -> str:
        arrow = _ARROWS[self._order.backwards] if name == self._order.column else ""
        text = f"{self._names[name]}{arrow if name or self._order.backwards else ''}"
        blank = " " * (width - cell_len(text))
        return f"{blank}{text}" if name in RIGHT else f"{text}{blank}"

    def _click(self, name: Name) -> Style:
        return Style(bold=name == self._order.column) + Style.from_meta(
            {"@click": f"screen.sort('{name}')"}
        )
