"""Words sought in drawn lines, wherever they were folded."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLD = r"[ │]*(?:\n[ │▸?]*)?"
"""What may stand between two characters where a line was folded: blanks, a quote's bar."""


class Hit(NamedTuple):
    """A piece of what was found: its row, its first character and the one behind its last."""

    row: int
    start: int
    end: int


def find(rows: Sequence[str], words: str) -> list[list[Hit]]:
    """Where `words` stand in `rows`, each find in as many pieces as it has rows.

    Capitals count only if there are any in `words`; a fold counts as the blank that it took.
    """
    words = " ".join(words.split())
    if not words:
        return []
    gaps = (r"\s[ │\n▸?]*" if sign == " " else re.escape(sign) for sign in words)
    pattern = re.compile(_FOLD.join(gaps), 0 if words != words.lower() else re.IGNORECASE)
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    found: list[list[Hit]] = []
    at = 0
    for match in pattern.finditer("\n".join(rows)):
        while starts[at + 1] <= match.start():
            at += 1
        found.append(_pieces(rows, starts, at, match.span()))
    return found


def _pieces(
    rows: Sequence[str], starts: Sequence[int], row: int, span: tuple[int, int]
) -> list[Hit]:
    pieces = []
    while row < len(rows) and starts[row] < span[1]:
        start, end = max(span[0], starts[row]), min(span[1], starts[row] + len(rows[row]))
        if end > start:
            pieces.append(Hit(row, start - starts[row], end - starts[row]))
        row += 1
    return pieces
