"""What an outline says: its chapters, and the questions below each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes.listed import Question


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, a bold paragraph or an item that groups others, and the questions right below.

    `line` is 1-based in the file; `trail` names the chapters around it, outermost first.
    """

    title: str
    line: int
    trail: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline's chapters in order, those left out that hold no question at any depth.

    `path` is as it was given. `asides` counts the items that are no questions: what a section on
    grading, further reading or the like lists, and the details below a question.
    """

    path: str
    title: str
    chapters: tuple[Chapter, ...]
    asides: int = 0

    def questions(self) -> Iterator[Question]:
        """All questions, in their order."""
        return (one for chapter in self.chapters for one in chapter.questions)


def end_of(chapters: Sequence[Chapter], at: int) -> int:
    """The index behind the last chapter inside the one at an index."""
    depth, end = len(chapters[at].trail), at + 1
    while end < len(chapters) and len(chapters[end].trail) > depth:
        end += 1
    return end
