"""What a note and its cards are found by when a person searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.folding import folded

if TYPE_CHECKING:
    from studyapp.notes import Card, Note


class Sought(NamedTuple):
    """A note's words, folded: its path and title, its tags, and a text for each of its cards.

    Each of `tags` stands behind a line feed. `created` is the day as an ordinal, 0 for none.
    `outlines` are those that the note names, as it does.
    """

    name: str
    tags: str
    created: int
    texts: tuple[str, ...]
    outlines: tuple[str, ...] = ()


def sought(note: Note) -> Sought:
    """What `note` is found by."""
    meta = note.metadata
    return Sought(
        folded(f"{note.path}\n{note.title}"),
        folded("".join(f"\n{tag}" for tag in meta.tags)),
        meta.created.toordinal() if meta.created else 0,
        tuple(map(_text, note.cards)),
        tuple(link.target for link in note.links if link.kind == "outline"),
    )


def _text(card: Card) -> str:
    return folded(f"{card.question}\n{card.context}\n{card.answer}")
