"""Rows of a page as they are marked: the cursor's, a card's, a link's, what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studyapp.tui.widgets.inline import LINK

if TYPE_CHECKING:
    from studyapp.tui.widgets.finding import Hit
    from studyapp.tui.widgets.landmarks import Where

GUTTER = 2
"""Cells before the text: for the cursor, and for the sign of a card."""
_LIT = Style(reverse=True)


def signed(strip: Strip, sign: str, style: Style) -> Strip:
    """A row with a sign in its gutter."""
    gutter = Strip([Segment(sign.ljust(GUTTER), style)])
    return Strip.join([gutter, strip.crop(GUTTER)])


def lit(strip: Strip, link: Where) -> Strip:
    """A row in which the words that lead to `link` are reversed."""
    segments = (
        Segment(one.text, (one.style or Style.null()) + _LIT) if _leads(one, link) else one
        for one in strip
    )
    return Strip(segments, strip.cell_length)


def marked(strip: Strip, hit: Hit, style: Style) -> Strip:
    """A row in which a piece of what was found has a style of its own."""
    text = strip.text
    first, last = cell_len(text[: hit.start]), cell_len(text[: hit.end])
    found = Segment.apply_style(strip.crop(first, last), post_style=style)
    return Strip.join([strip.crop(0, first), Strip(found), strip.crop(last)])


def _leads(segment: Segment, link: Where) -> bool:
    return segment.style is not None and segment.style.meta.get(LINK) == link
