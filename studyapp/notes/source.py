"""The text of a file by its lines, searched as a whole where few lines matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, 1-based, and all of them in one text, each behind a line feed.

    `body_line` is where the body begins behind the front matter, `body` its text.
    """

    lines: tuple[str, ...]
    joined: str
    body_line: int
    body: str

    def text(self, line: int, end_line: int) -> str:
        """The lines from `line` to `end_line`, both inclusive, with line feeds between them."""
        return "\n".join(self.lines[line - 1 : end_line])

    def lines_with(self, mark: str) -> Iterator[int]:
        """The lines that hold `mark`."""
        line, counted = 0, 0
        at = self.joined.find(mark)
        while at >= 0:
            line += self.joined.count("\n", counted, at)
            yield line
            counted = self.joined.find("\n", at)
            at = self.joined.find(mark, counted) if counted >= 0 else -1

    def lines_opened(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The lines that begin with `pattern`, which holds the line feed before them."""
        line, counted = 0, 0
        for found in pattern.finditer(self.joined):
            line += self.joined.count("\n", counted, found.start() + 1)
            counted = found.start() + 1
            yield line


def read_source(text: str, body: int = 0) -> Source:
    """The lines of `text`, whose body begins at the character `body`."""
    head, rest = _unified(text[:body]), _unified(text[body:])
    # The newline that ends the last line opens no further one.
    joined = f"\n{head}{rest}".removesuffix("\n") or "\n"
    lines = tuple(joined[1:].split("\n"))
    return Source(lines, joined, head.count("\n") + 1, rest)


def _unified(text: str) -> str:
    """`text` with line feeds for newlines."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
