"""What a person does with a list of cards: looks at one, chooses some, opens one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from studyapp.tui.widgets.cardsheet import CardSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from studyapp.tui.browsing import Order


class CardList(CardSheet):
    """Cards of which one is looked at and any number chosen, by keys and by the mouse."""

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

    @dataclass
    class Opened(Message):
        """A card is to be opened."""

        card: str

    @dataclass
    class Chose(Message):
        """Other cards are chosen."""

    @property
    def picked(self) -> list[str]:
        """The chosen cards in their order; without any, the one that is looked at."""
        if self.chosen:
            return [card for card in self.cards if card in self.chosen]
        return [self.card] if self.card else []

    def show(self, cards: Sequence[str], order: Order) -> None:
        """List these; of the chosen, those stay so that are among them."""
        before = self.chosen
        self.chosen = before.intersection(cards) if before else before
        super().show(cards, order)
        if self.chosen != before:
            self.post_message(self.Chose())

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
            self.redraw_row(self.cursor)
            self.post_message(self.Chose())

    def action_choose(self) -> None:
        """Choose the card or no longer, and go on to the next."""
        if self.card:
            self.chosen ^= {self.card}
            self.redraw_row(self.cursor)
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
            self.redraw_row(place)
            self.post_message(self.Chose())
        elif event.chain > 1:
            self.action_open()
