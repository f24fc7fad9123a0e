"""A list of thousands of cards: only the rows in sight are drawn, each when it comes in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from studyapp.tui.browsing import WIDTHS, Order, Row, columns
from studyapp.tui.widgets.cardrows import Rows, drawn
from studyapp.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from studyapp.tui.widgets.wrap import Line


Draw: TypeAlias = Callable[[str], Row | None]
"""A card as it is listed, by its id; None if it is gone."""
CURSOR = "card-list--cursor"


class CardList(Sheet):
    """Cards of which one is looked at and any number chosen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {CURSOR}
    DEFAULT_CSS = """
    CardList > .card-list--cursor {
        background: $block-cursor-blurred-background;
        color: $foreground;
    }
    CardList:focus > .card-list--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("home", "end(False)", "first", show=False),
        Binding("end", "end(True)", "last", show=False),
        Binding("shift+up", "extend(-1)", "choose up", show=False),
        Binding("shift+down", "extend(1)", "choose down", show=False),
        Binding("space,ideographic_space", "choose", "choose", id="browse.choose"),
        Binding("ctrl+a", "choose_all", "choose all", id="browse.choose_all"),
        Binding("enter", "open", "open", id="browse.open"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Looked(Message):
        """Another card is looked at, or none."""

        card: str | None

    @dataclass
    class Opened(Message):
        """A card is to be opened."""

        card: str

    @dataclass
    class Chose(Message):
        """Other cards are chosen."""

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

    @property
    def picked(self) -> list[str]:
        """The chosen cards in their order; without any, the one that is looked at."""
        if self.chosen:
            return [card for card in self.cards if card in self.chosen]
        return [self.card] if self.card else []

    def show(self, cards: Sequence[str], order: Order) -> None:
        """List these; the card that is looked at stays so if it is among them, and the chosen.

        In another order the first is looked at.
        """
        looked, before = (self.card if order == self._order else None), self.chosen
        self.cards, self._order = cards, order
        self.chosen = before.intersection(cards) if before else before
        self.set_reactive(CardList.cursor, cards.index(looked) if looked in cards else 0)
        self.redraw()
        self._follow()
        if looked != self.card:
            self.post_message(self.Looked(self.card))
        if self.chosen != before:
            self.post_message(self.Chose())

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
        self._redraw_row(before)
        self._redraw_row(place)
        self._follow()
        self.post_message(self.Looked(self.card))

    def _redraw_row(self, place: int) -> None:
        y = place - self.scroll_offset.y
        self.refresh(Region(0, y, self.size.width, 1))

    def _follow(self) -> None:
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        if not top <= self.cursor < top + height:
            y = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=max(0, y), animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Look at the next or previous card."""
        self.cursor = max(0, min(len(self.cards) - 1, self.cursor + step))

    def action_page(self, pages: int) -> None:
        """Look a page further."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 1))

    def action_end(self, last: bool) -> None:  # noqa: FBT001  from a binding
        """Look at the first card or the last."""
        self.cursor = len(self.cards) - 1 if last and self.cards else 0

    def action_extend(self, step: int) -> None:
        """Choose the card that is looked at, and the next one too."""
        if self.card:
            self.chosen.add(self.card)
            self.action_move(step)
            self.chosen.add(self.card)
            self._redraw_row(self.cursor)
            self.post_message(self.Chose())

    def action_choose(self) -> None:
        """Choose the card or no longer, and go on to the next."""
        if self.card:
            self.chosen ^= {self.card}
            self._redraw_row(self.cursor)
            self.action_move(1)
            self.post_message(self.Chose())

    def action_choose_all(self) -> None:
        """Choose all cards; if all are, none."""
        self.chosen = set() if len(self.chosen) == len(self.cards) else {*self.cards}
        self.refresh()
        self.post_message(self.Chose())

    def action_open(self) -> None:
        """Open the card."""
        if self.card:
            self.post_message(self.Opened(self.card))

    def on_click(self, event: events.Click) -> None:
        """Look at a card; a second click opens it, one with shift or ctrl chooses it."""
        place = event.y + self.scroll_offset.y
        if place >= len(self.cards):
            return
        self.cursor = place
        if event.shift or event.ctrl:
            self.chosen ^= {self.cards[place]}
            self._redraw_row(place)
            self.post_message(self.Chose())
        elif event.chain > 1:
            self.action_open()
