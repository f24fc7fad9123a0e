"""A list of thousands of cards: only the rows in sight are drawn, each when it comes in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from studyapp.tui.browsing import WIDTHS, Order, Row, columns
from studyapp.tui.widgets.cardrows import Rows, drawn
from studyapp.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from rich.style import Style

    from studyapp.tui.widgets.wrap import Line


Draw: TypeAlias = Callable[[str], Row | None]
"""A card as it is listed, by its id; None if it is gone."""
CURSOR = "card-sheet--cursor"


class CardSheet(Sheet):
    """Cards of which one is looked at, and some are `chosen`."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {CURSOR}
    DEFAULT_CSS = """
    CardSheet > .card-sheet--cursor {
        background: $block-cursor-blurred-background;
        color: $foreground;
    }
    CardSheet:focus > .card-sheet--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Looked(Message):
        """Another card is looked at, or none."""

        card: str | None

    def __init__(self, draw: Draw) -> None:
        super().__init__(id="cards")
        self._of = draw
        self._order = Order()
        self._names = [*WIDTHS]
        self._ground: Style | None = None
        self.cards: Sequence[str] = ()
        self.chosen: set[str] = set()

    @property
    def card(self) -> str | None:
        """The card that is looked at."""
        return self.cards[self.cursor] if self.cursor < len(self.cards) else None

    def show(self, cards: Sequence[str], order: Order) -> None:
        """List these; the card that is looked at stays so if it is among them.

        In another order the first is looked at.
        """
        looked = self.card if order == self._order else None
        self.cards, self._order = cards, order
        self.set_reactive(CardSheet.cursor, cards.index(looked) if looked in cards else 0)
        self.redraw()
        self._follow()
        if looked != self.card:
            self.post_message(self.Looked(self.card))

    def lay_out(self, width: int) -> Sequence[Line]:
        """A row for each card."""
        self._names = columns(width, self._order)
        return Rows(len(self.cards), lambda place: self._line(place, width))

    def _line(self, place: int, width: int) -> Line:
        card = self.cards[place]
        return drawn(self._of(card), self._names, width, self.ink, chosen=card in self.chosen)

    def render_line(self, y: int) -> Strip:
        """Draw a row; the one that is looked at stands on a ground of its own."""
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if self._ground is None:
            self._ground = self.rich_style
        if place >= len(self._lines):
            return Strip.blank(width, self._ground)
        looked = self.get_component_rich_style(CURSOR) if place == self.cursor else None
        line = Segment.apply_style(self._lines[place], self._ground, looked)
        return Strip(line, width)

    def notify_style_update(self) -> None:
        """Draw in the theme's colours, which may be new."""
        self._ground = None  # asked of all that is behind the list, it takes long
        super().notify_style_update()

    def watch_cursor(self, before: int, place: int) -> None:
        """Draw the two rows that changed, the new one in sight."""
        self.redraw_row(before)
        self.redraw_row(place)
        self._follow()
        self.post_message(self.Looked(self.card))

    def redraw_row(self, place: int) -> None:
        """Draw one row anew."""
        y = place - self.scroll_offset.y
        self.refresh(Region(0, y, self.size.width, 1))

    def _follow(self) -> None:
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        if not top <= self.cursor < top + height:
            y = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=max(0, y), animate=False, force=True)
