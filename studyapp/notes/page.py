"""A note's body as a row of top-level blocks, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes import markdown
from studyapp.notes.asking import asks, is_numbered, tongue_of_question, unnumbered
from studyapp.notes.lines import BOM
from studyapp.notes.syntax import SYNTAX, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes.history import History
    from studyapp.notes.markdown import Fence
    from studyapp.notes.source import Source


class Piece(NamedTuple):
    """One top-level block; `line`, `end_line` are 1-based in the file.

    `end_line` is the last line before the next block that is not blank. A heading has its
    `level` and `heading` text, other blocks 0 and "". `trail` is the enclosing headings,
    outermost first, without the note's title. `fences` is the code inside. It is a tuple, since a
    note has a hundred.
    """

    kind: str
    line: int
    end_line: int
    level: int
    heading: str
    trail: tuple[str, ...]
    fences: tuple[Fence, ...]


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

    `starts` is the first lines of the blocks, `breaks` the indices of the headings and rules
    among them, `heads` the words of the headings, a line each, `code` the lines of the fences.
    """

    title: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]
    heads: str
    source: Source
    cues: Cues
    code: frozenset[int] = frozenset()

    def of_kind(self, *kinds: str) -> Iterator[Piece]:
        """The blocks of these kinds."""
        return (piece for piece in self.pieces if piece.kind in kinds)

    def headings(self) -> Iterator[tuple[int, Piece]]:
        """The headings, each behind its index among the blocks."""
        pieces = self.pieces
        return ((index, pieces[index]) for index in self.breaks if pieces[index].level)

    def index_at(self, line: int) -> int:
        """The index of the block that `line` belongs to, -1 if it stands before all."""
        return bisect_right(self.starts, line) - 1

    def last_line(self, stop: int) -> int:
        """The last line before the piece at index `stop`, which may be behind the last piece."""
        if stop < len(self.pieces):
            return self.pieces[stop].line - 1
        return len(self.source.lines)

    def next_break(self, index: int) -> int:
        """The index of the first heading or rule behind the piece at `index`."""
        return next(self.behind(index), len(self.pieces))

    def section_end(self, index: int) -> int:
        """The index behind the section of the heading at `index`: a rule or a heading ends it."""
        level = self.pieces[index].level
        ends = (stop for stop in self.behind(index) if self.pieces[stop].level <= level)
        return next(ends, len(self.pieces))

    def behind(self, index: int) -> Iterator[int]:
        """The indices of the headings and rules behind the piece at `index`."""
        places = range(bisect_right(self.breaks, index), len(self.breaks))
        return map(self.breaks.__getitem__, places)  # a slice would copy 10⁵ for each question


def read_page(source: Source, name: str, cues: Cues) -> Page:
    """The blocks of the body of `source`; `name` is the title where no heading is one."""
    shift, lines = source.body_line - 1, source.lines
    blocks = [(kind, line + shift, code) for kind, line, code in markdown.blocks(source.body)]
    heads = {line: _heading(lines[line - 1]) for kind, line, _ in blocks if kind == "Heading"}
    title = name if _asks_at_top([text for level, text in heads.values() if level == 1]) else None
    open_headings: list[tuple[int, str]] = []
    trail: tuple[str, ...] = ()
    pieces: list[Piece] = []
    breaks: list[int] = []
    ends = [line - 1 for _, line, _ in blocks[1:]]
    for (kind, line, code), last in zip(blocks, [*ends, len(lines)], strict=False):
        end_line = last
        while end_line > line and (not (text := lines[end_line - 1]) or text.isspace()):
            end_line -= 1
        if kind == "Heading":
            level, heading = heads[line]
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            trail = tuple([text for _, text in open_headings])
            breaks.append(len(pieces))
            pieces.append(Piece(kind, line, end_line, level, heading, trail, code))
            if level == 1 and title is None and heading:
                title = heading
            else:
                open_headings.append((level, heading))
                trail = (*trail, heading)
        else:
            if kind == "ThematicBreak":
                breaks.append(len(pieces))
            pieces.append(Piece(kind, line, end_line, 0, "", trail, code))
    starts = tuple([line for _, line, _ in blocks])
    words = "\n".join([text for _, text in heads.values()])
    return Page(title or name, tuple(pieces), starts, tuple(breaks), words, source, cues)


def _asks_at_top(heads: Sequence[str]) -> bool:
    """Whether the headings of level one are questions, several in the file, and no title."""
    if heads and tongue_of_question(heads[0]) is not None:
        return True
    return len(heads) > 1 and all(is_numbered(head) or asks(unnumbered(head)) for head in heads[:3])


def _heading(line: str) -> tuple[int, str]:
    """The level of the heading that stands on `line`, and its words, as markdown."""
    text = line.removeprefix(BOM).strip()  # one behind front matter is a file pasted into another
    bare = text.lstrip("#")
    opened = bare.rstrip("#")
    closed = opened != bare and opened[-1:] in ("", " ", "\t")
    return len(text) - len(bare), (opened if closed else bare).strip()


def stem(path: str) -> str:
    """What a note at `path` is called if it has no title heading."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return (name[:dot] if 0 < dot < len(name) - 1 else name).replace("_", " ").strip()
