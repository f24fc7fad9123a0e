"""The text of a file by its lines, searched as a whole where few lines matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
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
        for at in range(line, len(self.lines)):
            text = self.lines[at]
            if text and not text.isspace():
                return text
        return ""

    def holds(self, *marks: re.Pattern[str]) -> bool:
        """Whether one of `marks` stands anywhere; a mark may begin with a line feed."""
        return any(mark.search(self.joined) for mark in marks)

    def lines_with(self, *marks: re.Pattern[str]) -> list[int]:
        """The lines that hold one of `marks`, each once; a mark may begin with a line feed."""
        return sorted({line for mark in marks for line in self._lines_with(mark)})

    def _lines_with(self, mark: re.Pattern[str]) -> Iterator[int]:
        line = at = 0
        for found in mark.finditer(self.joined):
            end = found.start() + 1
            line += self.joined.count("\n", at, end)
            at = end
            yield line


@cache
def sign(mark: str) -> re.Pattern[str]:
    """The pattern of a literal text, sought by its first character.

    That takes a third of the time of seeking a text of two or three characters as a whole.
    """
    return re.compile(f"{re.escape(mark[:1])}(?={re.escape(mark[1:])})")


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
