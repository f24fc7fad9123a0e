"""A note that asks one question, as the person's own fresh notes look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.adding import Added, append_card
from studyapp.notes.asking import is_model_answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.notes.edits import Waits
    from studyapp.notes.syntax import Syntax

_PLAIN = re.compile(r"[^\W\d][\w+-]*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Looks:
    """What a fresh note takes over from others of its kind.

    With `heading`, that of a model answer, the title is the question and the answer stands below
    that heading; else a card stands in a section of questions. `title`
    is for a note that will ask more.
    """

    difficulty: str = "medium"
    tags: tuple[str, ...] = ()
    outlines: tuple[str, ...] = ()
    heading: str = ""
    title: str = ""


def front_matter(day: date, looks: Looks) -> str:
    """The eight keys of a fresh note, none of which says more than is known."""
    lines = [
        "---",
        f"created: '{day}'",
        "last_reviewed: null",
        f"next_review: '{day}'",
        "review_count: 0",
        f"difficulty: {looks.difficulty or 'medium'}",
        "mastery_level: 0.0",
        *_listed("tags", looks.tags),
        *_listed("related_outlines", looks.outlines),
        "---",
    ]
    return "\n".join([*lines, ""])


def fresh_note(
    path: str, question: str, answer: str, day: date, *, looks: Looks, syntax: Syntax
) -> Added | Waits:
    """The bytes of a note at `path` that asks `question`, and the line of its answer.

    An empty `answer` leaves the place for it, and no card until it is filled in.
    """
    title = looks.title or " ".join(question.split())
    head = f"{front_matter(day, looks)}# {title}\n"
    if not is_model_answer(looks.heading):
        return append_card(head.encode(), path, question, answer, syntax)
    above = f"{head}\n## {looks.heading}\n\n"
    body = answer.strip("\n").rstrip()
    return Added(f"{above}{body}\n".encode(), above.count("\n") + 1 + body.count("\n"))


def _listed(key: str, values: Sequence[str]) -> list[str]:
    if not values:
        return [f"{key}: []"]
    return [f"{key}:", *(f"- {_scalar(one)}" for one in values)]


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return "'" + text.replace("'", "''") + "'"
