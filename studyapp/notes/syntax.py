"""Which forms of question a person wants read, and the marks of those that have any."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Syntax:
    """How notes are read; the defaults are the tools' own.

    `leads`: a note without a card asks its title, the text below it the answer. `exposition`:
    headings that ask are questions outside of sections of questions, too. The separators are
    those of Obsidian's spaced repetition: `inline` between question and answer on one line,
    `below` alone on the line between them; one more of the same character asks both ways.
    """

    leads: bool = True
    exposition: bool = False
    inline: str = "::"
    below: str = "?"
    outlines: str = "outlines"
    """Where in the library files lie that list questions: a folder, or one file."""

    def lists(self, path: str) -> bool:
        """Whether the file at `path` is an outline, and no note."""
        return path == self.outlines or path.startswith(f"{self.outlines}/")


SYNTAX = Syntax()
"""The forms of a person who chose nothing."""
