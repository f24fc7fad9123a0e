"""The text of a file by its lines, searched as a whole where few lines matter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, 1-based, and all of them in one text, each behind a line feed.

    `body_line` is where the body begins behind the front matter, `body` its text, with a newline
    at its end.
    """

    lines: tuple[str, ...]
    joined: str
    body_line: int
    body: str

    def text(self, line: int, end_line: int) -> str:
        """The lines from `line` to `end_line`, both inclusive, with line feeds between them."""
        return "\n".join(self.lines[line - 1 : end_line])

    def below(self, line: int) -> str:
        """The first line below `line` that is not blank, "" if none is."""
        return next((text for text in self.lines[line:] if text and not text.isspace()), "")

    def lines_with(self, *marks: str) -> list[int]:
        """The lines that hold one of `marks`, each once; a mark may begin with a line feed."""
        return sorted({line for mark in marks for line in self._lines_with(mark)})

    def _lines_with(self, mark: str) -> Iterator[int]:
        # Splitting the whole text is many times quicker than seeking in each line.
        opened = mark.startswith("\n")
        parts = self.joined.split(mark)
        parts.pop()
        return accumulate(part.count("\n") + opened for part in parts)


def read_source(text: str, body: int = 0) -> Source:
    """The lines of `text`, whose body begins at the character `body`."""
    head, rest = _unified(text[:body]), _unified(text[body:])
    # The newline that ends the last line opens no further one.
    joined = f"\n{head}{rest}".removesuffix("\n") or "\n"
    lines = tuple(joined[1:].split("\n"))
    return Source(lines, joined, head.count("\n") + 1, rest if rest.endswith("\n") else f"{rest}\n")


def _unified(text: str) -> str:
    """`text` with line feeds for newlines."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
