"""A note as values: what it says of itself, its cards, its snippets, its links."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.identity import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.history import History
    from studyapp.notes.metadata import Metadata
    from studyapp.notes.problems import Problem
    from studyapp.notes.snippets import Snippet

TOPICS = frozenset({"lead", "title"})
"""Forms of cards whose question is a note's or a part's title."""


@dataclass(frozen=True, slots=True)
class Link:
    """One mention of another file; `line` is 1-based in the file.

    `target` is a path with slashes, decoded, or a name. `kind` is "inline" (`[text](target)`, as
    the related-notes section has it), "wiki" (`[[target]]`) or "outline" (`related_outlines`).
    """

    text: str
    target: str
    line: int
    kind: str = "inline"


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer.

    `id` is the base id, before twins are told apart. `note` is the path relative to the library
    and `deck` its folder, "" for the root. `line` (of a title card: its answer section's heading)
    and `end_line` (the answer's last) are 1-based in the file. `form` is "anki", "bold", "cloze",
    "details", "heading", "lead", "list", "obsidian", "plain", "table", "tagged" or "title".
    `question`, `context` (what else stands on the front: the statement of a coding problem) and
    `answer` are markdown without their labels. `trail` is the enclosing headings, outermost first.
    `history` is what another tool wrote of the card.
    """

    id: str
    note: str
    line: int
    end_line: int
    deck: str
    tags: tuple[str, ...]
    form: str
    question: str
    context: str
    answer: str
    difficulty: str
    trail: tuple[str, ...] = ()
    history: History | None = None

    @property
    def front(self) -> str:
        """The question as it is asked: "Explain: …" and how much, where it is a topic."""
        if self.form not in TOPICS:
            return self.question
        from studyapp.notes.fronts import front  # noqa: PLC0415  its patterns take 8 ms, and few cards need them

        return front(self)

    @property
    def points(self) -> int:
        """About how many things the answer says."""
        from studyapp.notes.fronts import count_points  # noqa: PLC0415  as above

        return count_points(self.answer)

    @property
    def seconds(self) -> int:
        """About how long the answer takes to say aloud."""
        from studyapp.notes.fronts import count_seconds  # noqa: PLC0415  as above

        return count_seconds(self.answer)

    @property
    def digest(self) -> str:
        """12 hexadecimal characters that stay while the answer's words do."""
        return hashlib.sha256(normalize(self.answer).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Note:
    """One markdown file, understood.

    `raw_values` holds the four written keys as the file spells them, quotes included: None where
    the key is missing, "" where its value is empty. `values` holds them in canonical text: an ISO
    date, an integer, a shortest float, None; what can't be read stays as spelled; they are empty
    where the whole block can't be read. `body_line` is
    the 1-based line where the body begins. `skipped` is what looked like a question and is none.
    """

    path: str
    title: str
    metadata: Metadata
    cards: tuple[Card, ...]
    snippets: tuple[Snippet, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]
    raw_values: Mapping[str, str | None]
    values: Mapping[str, str | None]
    has_block: bool
    body_line: int
    skipped: tuple[Skipped, ...] = ()
