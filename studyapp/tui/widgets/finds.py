"""What was found on a page, and which find of it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.tui.widgets.finding import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.tui.widgets.finding import Hit


class Finds:
    """The places of some words in the rows of a page."""

    def __init__(self) -> None:
        self._words = ""
        self._found: list[list[Hit]] = []
        self._by_row: dict[int, list[tuple[int, Hit]]] = {}
        self._chosen = 0

    def seek(self, words: str, rows: Sequence[str], top: int) -> None:
        """Look for words; the first find from row `top` on is looked at, else the first of all."""
        self._words = words
        self.again(rows)
        first = (at for at, hit in enumerate(self._found) if hit and hit[0].row >= top)
        self._chosen = next(first, 0)

    def again(self, rows: Sequence[str]) -> None:
        """Look for the same words in other rows; the same find is looked at, where it is."""
        self._found, self._by_row = find(rows, self._words), {}
        for at, pieces in enumerate(self._found):
            for hit in pieces:
                self._by_row.setdefault(hit.row, []).append((at, hit))

    def step(self, step: int) -> None:
        """Look at the next find, or the one before; from the last to the first."""
        if self._found:
            self._chosen = (self._chosen + step) % len(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def place(self) -> tuple[int, int]:
        """Which find is looked at, from 1, of how many."""
        return (self._chosen + 1 if self._found else 0), len(self._found)

    @property
    def chosen(self) -> Sequence[Hit]:
        """The pieces of the find that is looked at."""
        return self._found[self._chosen] if self._chosen < len(self._found) else ()

    def in_row(self, row: int) -> Iterable[tuple[Hit, bool]]:
        """The pieces in a row, and of each whether it is looked at."""
        return ((hit, at == self._chosen) for at, hit in self._by_row.get(row, ()))
