"""Which snippets demonstrate a card's answer, best first, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.demos.rarities import EVEN, Rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.notes import Card, Note, Snippet


@dataclass(frozen=True, slots=True)
class Demo:
    """A snippet shown beside a card's answer.

    `note` is its note's path, `line` its opening fence. `source` says where it stands relative to
    the card: "answer", "section", "note", "linked" or "library". `score` is relevance times
    visibility, from 0 to 1; `opens` whether it is shown by itself. A snippet that is not runnable
    is shown as code.
    """

    note: str
    line: int
    source: str
    score: float
    opens: bool
    snippet: Snippet


def choose(
    card: Card, note: Note, *, others: Sequence[Note] = (), rarity: Rarity | None = None
) -> tuple[Demo, ...]:
    """The demos of `card`, which stands in `note`, best first; empty where none is telling.

    `others` are further notes whose snippets may win; `rarity` weighs words over the library.
    """
    _ = card, note, others, rarity or EVEN
    return ()
