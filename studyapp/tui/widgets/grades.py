"""The row of grades beneath a card, each with the date it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.geometry import Size

_AGAIN = "↻"
_PROPOSED = "▸"
_USUAL = 4
"""Options that space is kept for, so that nothing moves when they come."""
_NARROW, _BROAD, _ROOMY = 17, 24, 34
"""Cells of one option: below the first the row is folded, above the second it grows no wider,
nor above the third where fewer than usual stand in it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One grade to choose: its key, its name, when the card then returns.

    `again` says that the card is also asked once more today.
    """

    key: str
    label: str
    when: str
    again: bool = False
    cap: str = ""
    """The key as the person has bound it, where that is another."""

    @property
    def shown(self) -> str:
        """The key to press."""
        return self.cap or self.key

    @property
    def then(self) -> str:
        """When the card returns, marked where that is also today."""
        return f"{self.when} {_AGAIN}" if self.again else self.when


class Grades(Widget):
    """Two to four grades in a row; without any, the space stays reserved.

    Where the width is short the row folds into two or four; the date is never cut for the name.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grades--key",
        "grades--label",
        "grades--when",
        "grades--hover",
    }
    DEFAULT_CSS = """
    Grades {
        height: auto;
        background: $background;

        & > .grades--key { color: $text-primary; text-style: bold; }
        & > .grades--label { color: $foreground; text-style: bold; }
        & > .grades--when { color: $foreground 70%; }
        & > .grades--hover { background: $primary-muted; }
    }
    """
    ALLOW_SELECT = False

    options: reactive[tuple[Option, ...]] = reactive(())
    proposed: reactive[str] = reactive("")
    """The key of the grade that is proposed; it is for the person to take it."""
    _hovered: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A grade was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def set(self, options: Sequence[Option]) -> None:
        """Show `options`; none leaves the row blank, at the same height."""
        self._hovered = None
        self.proposed = ""
        self.options = tuple(options)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        """The rows that the usual four need at `width`, whether or not they show."""
        return -(-_USUAL // _columns(width))

    def render_line(self, y: int) -> Strip:
        """Draw the options of row `y`."""
        width = self.size.width
        columns = _columns(width)
        first = y * columns
        base = self.rich_style
        segments: list[Segment] = []
        for index, option in enumerate(self.options[first : first + columns], first):
            segments += self._button(option, self._cell(width), hovered=index == self._hovered)
        return Strip(segments).extend_cell_length(width).apply_style(base)

    def _button(self, option: Option, width: int, *, hovered: bool) -> list[Segment]:
        when, gap = option.then, self._gap(width)
        room = width - cell_len(f" {option.shown} {gap}{when}")
        label = clip(option.label, max(0, room))
        when = clip(when, width - cell_len(f" {option.shown} {label}{gap}"))
        rest = width - cell_len(f" {option.shown} {label}{gap}{when}")
        proposed = option.key == self.proposed
        sign = _PROPOSED if proposed else " "
        ground = "grades--hover" if hovered or proposed else None
        return [
            Segment(f"{sign}{option.shown} ", self._style("grades--key", ground)),
            Segment(f"{label}{gap}", self._style("grades--label", ground)),
            Segment(when + " " * rest, self._style("grades--when", ground)),
        ]

    def _gap(self, width: int) -> str:
        """What parts names from dates: less where grades would run into each other."""
        full = max(cell_len(f" {one.shown} {one.label}  {one.then}") for one in self.options)
        return "  " if full < width else " "

    def _style(self, component: str, ground: str | None) -> Style:
        names = (component, ground) if ground else (component,)
        return self.get_component_rich_style(*names)

    def _cell(self, width: int) -> int:
        """Cells of one option; where fewer than the usual stand in one row, they have its room."""
        columns = _columns(width)
        if columns == _USUAL and 0 < len(self.options) < _USUAL:
            return min(_ROOMY, width // len(self.options))
        return min(_BROAD if columns == _USUAL else _ROOMY, width // columns)

    def _index(self, x: int, y: int) -> int | None:
        columns, cell = _columns(self.size.width), self._cell(self.size.width)
        index = y * columns + x // cell
        return index if x < columns * cell and index < len(self.options) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up what is under the mouse."""
        self._hovered = self._index(event.x, event.y)

    def on_leave(self) -> None:
        """Light nothing."""
        self._hovered = None

    def on_click(self, event: events.Click) -> None:
        """Choose what is under the mouse."""
        index = self._index(event.x, event.y)
        if index is not None:
            self.post_message(self.Chosen(self.options[index].key))


def _columns(width: int) -> int:
    return next((count for count in (_USUAL, 2) if width >= count * _NARROW), 1)
