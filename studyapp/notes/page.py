"""A note's body as a row of top-level blocks, each with its place in the file."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studyapp.notes import markdown

if TYPE_CHECKING:
    from studyapp.notes.markdown import Node


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file and where its lines start; lines are 1-based."""

    raw: bytes
    starts: tuple[int, ...]

    def text(self, line: int, end_line: int) -> str:
        """The lines from `line` to `end_line`, both inclusive, with line feeds between them."""
        if end_line < line:
            return ""
        end = self.starts[end_line] if end_line < len(self.starts) else len(self.raw)
        text = self.raw[self.starts[line - 1] : end].decode()
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def offset(self, line: int, column: int) -> int:
        """The byte at the 1-based byte `column` of `line`."""
        return self.starts[line - 1] + column - 1


@dataclass(frozen=True, slots=True)
class Piece:
    """One top-level block; `line` is 1-based in the file.

    A heading has its `level` and `heading` text, other blocks 0 and "". `trail` is the enclosing
    headings, outermost first, without the note's title.
    """

    node: Node
    line: int
    level: int
    heading: str
    trail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a note: its title, its blocks in order, its source."""

    title: str
    pieces: tuple[Piece, ...]
    source: Source

    def last_line(self, stop: int) -> int:
        """The last line before the piece at index `stop`, which may be behind the last piece."""
        if stop < len(self.pieces):
            return self.pieces[stop].line - 1
        return len(self.source.starts)

    def section_end(self, index: int) -> int:
        """The index behind the section of the heading at `index`: a rule or a heading ends it."""
        level = self.pieces[index].level
        for stop in range(index + 1, len(self.pieces)):
            piece = self.pieces[stop]
            if 0 < piece.level <= level or piece.node.kind == "ThematicBreak":
                return stop
        return len(self.pieces)


def read_source(raw: bytes) -> Source:
    """The lines of `raw`; a byte-order mark stands before the first."""
    first = len(BOM_UTF8) if raw.startswith(BOM_UTF8) else 0
    # Of bytes, splitlines knows only the three newlines of markdown; of text it knows more.
    lengths = map(len, raw[first:].splitlines(keepends=True))
    starts = list(accumulate(lengths, initial=first))
    if len(starts) > 1 and starts[-1] == len(raw):
        starts.pop()
    return Source(raw, tuple(starts))


def read_page(source: Source, body_line: int, path: str) -> Page:
    """The blocks of `source` from `body_line` on; `path` names a note without a title heading."""
    shift = body_line - 1
    start = source.starts[shift] if shift < len(source.starts) else len(source.raw)
    tree = markdown.parse(source.raw[start:].decode())
    title: str | None = None
    open_headings: list[tuple[int, str]] = []
    trail: tuple[str, ...] = ()
    pieces: list[Piece] = []
    for node in tree.children:
        line = node.line + shift
        level, heading = 0, ""
        if node.kind == "Heading":
            level, heading = node.value.level, _heading_text(source, line, node.column)
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            trail = tuple(text for _, text in open_headings)
        pieces.append(Piece(node, line, level, heading, trail))
        if level == 1 and title is None and heading:
            title = heading
        elif level:
            open_headings.append((level, heading))
            trail = (*trail, heading)
    return Page(title or stem(path), tuple(pieces), source)


def _heading_text(source: Source, line: int, column: int) -> str:
    end = source.starts[line] if line < len(source.starts) else len(source.raw)
    text = source.raw[source.offset(line, column) : end].decode().strip()
    bare = text.lstrip("#")
    opened = bare.rstrip("#")
    closed = opened != bare and opened[-1:] in ("", " ", "\t")
    return (opened if closed else bare).strip()


def stem(path: str) -> str:
    """What a note at `path` is called if it has no title heading."""
    return PurePosixPath(path).stem.replace("_", " ").strip()
