"""A module's children as a small table: name, what it is, how many parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import one_line
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.wrap import Line

_MOST = 12
_COLUMNS = 3
_BROADEST = 16
_GAP = 2


def parts(children: Any, indent: int, look: Look) -> Iterator[Line]:
    """The rows of `children`, lists of name, kind and count; anything else gives none."""
    rows = [row for row in map(_row, children) if row] if isinstance(children, list) else []
    names = min(_BROADEST, max((cell_len(row[0]) for row in rows), default=0))
    counts = max((cell_len(row[2]) for row in rows), default=0)
    kinds = min(
        max((cell_len(row[1]) for row in rows), default=0),
        look.width - indent - names - counts - 2 * _GAP,
    )
    if kinds <= 0:
        return
    for name, kind, count in rows[:_MOST]:
        yield [
            Segment(" " * indent),
            Segment(_fill(name, names + _GAP), look.ink["builtin"]),
            Segment(_fill(kind, kinds + _GAP), look.ink["value"]),
            Segment(f"{count:>{counts}}", look.ink["number"]),
        ]
    if len(rows) > _MOST:
        more = look.words["more"].format(count=f"{len(rows) - _MOST:,}")
        yield [Segment(clip(" " * indent + more, look.width), look.ink["faint"])]


def _row(child: Any) -> tuple[str, str, str] | None:
    if not isinstance(child, list | tuple) or len(child) != _COLUMNS:
        return None
    name, kind, count = child
    number = f"{count:,}" if isinstance(count, int) else str(count)
    return one_line(str(name)), one_line(str(kind)), one_line(number)


def _fill(text: str, cells: int) -> str:
    """`text` cut to its column, a gap left behind it."""
    short = clip(text, max(0, cells - _GAP))
    return short + " " * (cells - cell_len(short))
