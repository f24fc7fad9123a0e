"""The fences of a note that run before the one that is shown, named in a line or drawn whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from studyapp.tui.widgets.demo_lines import draw
from studyapp.tui.widgets.trace import Trace
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.snippet import Snippet
    from studyapp.tui.widgets.wrap import Line

_SHUT, _OPEN, _BELOW, _RULE = "▸", "▾", "↓", "─"


def draw_earlier(
    snippets: Sequence[Snippet], shown: Snippet, look: Look, *, opened: bool
) -> Iterator[Line]:
    """One line that names the fences by their lines; where they are `opened`, their code too.

    An arrow marks those that stand below the one that is `shown`.
    """
    if not snippets:
        return
    # A fence opens on the line before its code.
    numbers = ", ".join(
        f"{one.first_line - 1}{_BELOW * (one.first_line > shown.first_line)}" for one in snippets
    )
    key = "with_line" if len(snippets) == 1 else "with_lines"
    text = f"{_OPEN if opened else _SHUT} {look.words[key].format(lines=numbers)}"
    yield [Segment(clip(text, look.width), look.ink["faint"])]
    if opened:
        for snippet in snippets:
            for line, _ in draw(snippet, Trace(), look):
                yield line
            yield [Segment(_RULE * look.width, look.ink["rule"])]
