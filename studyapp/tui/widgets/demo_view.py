"""What of a demo is in sight: its code and results, the three most telling lines, or its graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.tui.widgets.demo_lines import draw
from studyapp.tui.widgets.earlier import draw_earlier
from studyapp.tui.widgets.folded import draw_folded
from studyapp.tui.widgets.tree import draw_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.snippet import Snippet
    from studyapp.tui.widgets.trace import Trace
    from studyapp.tui.widgets.wrap import Line

_ABOVE = 3
"""A result that is brought into sight has a third of the pane above it."""


@dataclass(frozen=True, slots=True)
class View:
    """A snippet, and how it is looked at."""

    snippet: Snippet
    earlier: Sequence[Snippet] = ()
    """The fences of its note that run before it."""
    folded: bool = False
    opened: bool = False
    """Whether the earlier fences are shown whole."""
    graph: bool = False
    """Whether the autograd graph, if there is one, stands in the place of the code."""
    bare: bool = False
    """Whether code that did nothing to be shown is left out."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A demo's lines; `result` is the row of the first one that the run brought."""

    lines: Sequence[Line]
    result: int | None = None

    def row_for(self, top: int, height: int, *, last: bool) -> int | None:
        """Where to scroll from row `top` so that a result can be seen; None if one is seen.

        The `last` line of all is what is looked for where a scratch line was tried.
        """
        end = len(self.lines)
        if last:
            return None if top + height >= end else end - height
        if self.result is None or self.result < top + height:
            return None
        return self.result - height // _ABOVE


def lay_out(view: View, trace: Trace, look: Look) -> Laid:
    """The lines of what is in sight."""
    if view.graph and trace.graph:
        return Laid(draw_tree(trace.graph, look))
    if view.folded:
        return Laid(draw_folded(view.snippet, trace, look))
    above = [*draw_earlier(view.earlier, view.snippet, look, opened=view.opened)]
    rows = [*draw(view.snippet, trace, look, silent=not view.bare)]
    first = next((row for row, (_, result) in enumerate(rows, len(above)) if result), None)
    return Laid([*above, *(line for line, _ in rows)], first)
