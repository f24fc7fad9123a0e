"""A note's body as a row of top-level blocks, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes import markdown
from studyapp.notes.asking import asks, is_numbered, unnumbered
from studyapp.notes.syntax import SYNTAX, Syntax

if TYPE_CHECKING:
    from studyapp.notes.history import History


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file as text; they are 1-based."""

    lines: tuple[str, ...]

    def text(self, line: int, end_line: int) -> str:
        """The lines from `line` to `end_line`, both inclusive, with line feeds between them."""
        return "\n".join(self.lines[line - 1 : end_line])


class Piece(NamedTuple):
    """One top-level block; `line`, `end_line` are 1-based in the file.

    `end_line` is the last line before the next block that is not blank. A heading has its
    `level` and `heading` text, other blocks 0 and "". `trail` is the enclosing headings,
    outermost first, without the note's title. It is a tuple, since a note has hundreds.
    """

    kind: str
    line: int
    end_line: int
    level: int
    heading: str
    trail: tuple[str, ...]
    block: markdown.Block


@dataclass(frozen=True, slots=True)
class Cues:
    """What helps to read a body besides its text.

    The forms wanted, the tags of the front matter, the state another tool keeps there, whether
    it is that of a deck of hashcards.
    """

    syntax: Syntax = SYNTAX
    tags: tuple[str, ...] = ()
    history: History | None = None
    deck: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a note: its title, its blocks in order, its source, the cues beside it.

    `code` is the lines of its fences.
    """

    title: str
    pieces: tuple[Piece, ...]
    source: Source
    cues: Cues = Cues()
    code: frozenset[int] = frozenset()

    def last_line(self, stop: int) -> int:
        """The last line before the piece at index `stop`, which may be behind the last piece."""
        if stop < len(self.pieces):
            return self.pieces[stop].line - 1
        return len(self.source.lines)

    def section_end(self, index: int) -> int:
        """The index behind the section of the heading at `index`: a rule or a heading ends it."""
        level = self.pieces[index].level
        for stop in range(index + 1, len(self.pieces)):
            piece = self.pieces[stop]
            if 0 < piece.level <= level or piece.kind == "ThematicBreak":
                return stop
        return len(self.pieces)


def read_source(text: str) -> Source:
    """The lines of `text`; the newline that ends the last opens no further one."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return Source(tuple(lines if lines[-1] or len(lines) == 1 else lines[:-1]))


def read_page(source: Source, body_line: int, name: str, cues: Cues) -> Page:
    """The blocks of `source` from `body_line` on; `name` is the title where no heading is one."""
    shift = body_line - 1
    lines = source.lines
    blocks = list(markdown.blocks("\n".join((*lines[shift:], ""))))
    ends = [block.line + shift - 1 for block in blocks[1:]]
    ends.append(len(lines))
    title = name if _asks_at_top(blocks, lines, shift) else None
    open_headings: list[tuple[int, str]] = []
    trail: tuple[str, ...] = ()
    pieces: list[Piece] = []
    for block, last in zip(blocks, ends, strict=False):
        line, end_line, level, heading = block.line + shift, last, block.level, ""
        while end_line > line and not lines[end_line - 1].strip():
            end_line -= 1
        if level:
            heading = heading_text(lines[line - 1])
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            trail = tuple([text for _, text in open_headings])
        pieces.append(Piece(block.kind, line, end_line, level, heading, trail, block))
        if level == 1 and title is None and heading:
            title = heading
        elif level:
            open_headings.append((level, heading))
            trail = (*trail, heading)
    return Page(title or name, tuple(pieces), source, cues)


def _asks_at_top(blocks: list[markdown.Block], lines: tuple[str, ...], shift: int) -> bool:
    """Whether headings of level one are questions, several in the file, and no title."""
    heads = [heading_text(lines[block.line + shift - 1]) for block in blocks if block.level == 1]
    return len(heads) > 1 and all(is_numbered(head) or asks(unnumbered(head)) for head in heads[:3])


def heading_text(line: str) -> str:
    """The words of the heading that stands on `line`, as markdown, without its `#`."""
    text = line.strip()
    bare = text.lstrip("#")
    opened = bare.rstrip("#")
    closed = opened != bare and opened[-1:] in ("", " ", "\t")
    return (opened if closed else bare).strip()


def stem(path: str) -> str:
    """What a note at `path` is called if it has no title heading."""
    return PurePosixPath(path).stem.replace("_", " ").strip()
