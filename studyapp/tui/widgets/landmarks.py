"""What a drawn note has to go to: its blocks and headings, its links, fences and cards."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from studyapp.tui.widgets.inline import LINK
from studyapp.tui.widgets.render import FENCE, HEAD, LINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.tui.widgets.wrap import Line

Kind: TypeAlias = Literal["link", "fence", "card"]
Where: TypeAlias = tuple[int, int, str, str]
"""A link: its line and byte, its kind, where it leads."""


class Stop(NamedTuple):
    """Something to act on, in rows from `row` to `last`; `line` is that of the text."""

    row: int
    last: int
    kind: Kind
    line: int
    link: Where | None = None

    def is_in(self, rows: range) -> bool:
        """Whether any of it lies in `rows`."""
        return self.row < rows.stop and self.last >= rows.start


class Heading(NamedTuple):
    """A heading: its row, its line of the text, its level, its words."""

    row: int
    line: int
    level: int
    words: str


@dataclass(slots=True)
class Landmarks:
    """The places of a drawn text, in their order; `blocks` are rows and lines of the text."""

    blocks: list[tuple[int, int]] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    card_rows: frozenset[int] = frozenset()
    rows: int = 0

    def row_of(self, line: int) -> int:
        """The row where a line of the text is drawn, or about there."""
        at = bisect_right(self.blocks, line, key=lambda one: one[1]) - 1
        if at < 0:
            return 0
        row, begun = self.blocks[at]
        end = self.blocks[at + 1][0] if at + 1 < len(self.blocks) else self.rows
        return min(row + line - begun, max(row, end - 1))

    def line_of(self, row: int) -> int:
        """The line of the text that is drawn on a row, or about there."""
        drawn = sorted(self.blocks)  # footnotes stand elsewhere than in the text
        at = bisect_right(drawn, row, key=lambda one: one[0]) - 1
        if at < 0:
            return 1
        begun, line = drawn[at]
        end = drawn[at + 1][1] if at + 1 < len(drawn) else line + row - begun + 1
        return min(line + row - begun, max(line, end - 1))

    def turn(self, now: Stop | None, step: int, kinds: Iterable[Kind], seen: range) -> Stop | None:
        """The stop of these kinds after the one of `now`, or before it; None where there is none.

        Without one in the rows that are `seen`, the first or last of those.
        """
        stops = [one for one in self.stops if one.kind in kinds]
        if now and now.is_in(seen):
            ahead = [one for one in stops if (one > now if step > 0 else one < now)]
        elif step > 0:
            ahead = [one for one in stops if one.row >= seen.start]
        else:
            ahead = [one for one in stops if one.row < seen.stop]
        return ahead[0 if step > 0 else -1] if ahead else None

    def meant(self, now: Stop | None, kind: Kind, seen: range) -> Stop | None:
        """The stop of a kind that is meant: that of `now`, else the next from what is `seen` on.

        Where none is below, the last one above.
        """
        if now and now.kind == kind and now.is_in(seen):
            return now
        stops = [one for one in self.stops if one.kind == kind]
        below = (one for one in stops if one.last >= seen.start)
        return next(below, stops[-1] if stops else None)


def survey(lines: Sequence[Line], fences: Iterable[int], cards: Iterable[int]) -> Landmarks:
    """The places of `lines` as `render` draws them, with the lines of fences and cards."""
    found = Landmarks(rows=len(lines))
    known = frozenset(fences)
    begun: dict[object, Stop] = {}
    for row, line in enumerate(lines):
        for segment in line:
            if segment.style and (meta := segment.style.meta):
                _block(found, row, line, meta)
                _stop(begun, row, meta, known)
    found.blocks.sort(key=lambda one: (one[1], one[0]))
    rows = {line: found.row_of(line) for line in cards}
    marks = [Stop(row, row, "card", line) for line, row in rows.items()]
    found.card_rows = frozenset(rows.values())
    found.stops = sorted([*begun.values(), *marks])
    return found


def _block(found: Landmarks, row: int, line: Line, meta: dict[str, int]) -> None:
    begun = meta.get(LINE)
    if begun is None or any(one == begun for _, one in found.blocks[-3:]):
        return
    found.blocks.append((row, begun))
    if level := meta.get(HEAD):
        words = "".join(segment.text for segment in line).strip()
        found.headings.append(Heading(row, begun, level, words))


def _stop(
    begun: dict[object, Stop], row: int, meta: dict[str, object], fences: frozenset[int]
) -> None:
    """Begin a link or fence, or let it last to this row."""
    fence, link = meta.get(FENCE), meta.get(LINK)
    if isinstance(fence, int) and fence in fences:
        first = begun.setdefault(fence, Stop(row, row, "fence", fence))
        begun[fence] = first._replace(last=row)
    if isinstance(link, tuple):
        first = begun.setdefault(link, Stop(row, row, "link", link[0], link))
        begun[link] = first._replace(last=row)
