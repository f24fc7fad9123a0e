"""Notices whose wide characters stay whole, whatever lies behind them.

Textual draws a line in pieces, cut wherever any widget on it begins or ends, be it hidden behind
a notice; of a character that takes two cells nothing is left where a cut falls into it
(Textualize/textual#6357, in Textual 8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import _toast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Region

_BACK = Segment("\b")
"""Moves the cursor back by a cell, and takes none."""


class WholeStrip(Strip):
    """A strip that gives a character into which a cut falls to both pieces, whole.

    The left one steps back after it, the right one before it: each is as wide as it was to be,
    and whichever is drawn, alone or after the other, the character is there.
    """

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The pieces between `cuts`, in cells."""
        cuts = [cut for cut in cuts if cut <= self.cell_length]
        halved = self._halved()
        edges = [0, *cuts]
        return [
            _pieced(piece, halved.get(start), halved.get(end))
            for piece, start, end in zip(super().divide(cuts), edges, cuts, strict=False)
        ]

    def _halved(self) -> dict[int, Segment]:
        """The wide characters, by the cell at which a cut would halve them."""
        found: dict[int, Segment] = {}
        at = 0
        for text, style, control in self:
            for sign in "" if control else text:
                width = cell_len(sign)
                if width > 1:
                    found[at + 1] = Segment(sign, style)
                at += width
        return found


def _pieced(piece: Strip, first: Segment | None, last: Segment | None) -> Strip:
    """A piece with whole characters in the place of those that were halved at its ends."""
    if not (first or last):
        return piece
    width = piece.cell_length
    within = piece.crop(1 if first else 0, width - 1 if last else width)
    before, after = ([_BACK, first] if first else []), ([last, _BACK] if last else [])
    return Strip([*before, *within, *after], width)


class Toast(_toast.Toast):
    """A notice of whole characters."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines, for the compositor to divide."""
        return [WholeStrip(line, line.cell_length) for line in super().render_lines(crop)]


def keep_whole() -> None:
    """Have all notices of all apps drawn so; Textual makes them itself."""
    _toast.Toast = Toast  # type: ignore[misc]  # there is no other place for it
