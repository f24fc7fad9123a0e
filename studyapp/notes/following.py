"""What a note goes on with after a card: the rest of its problem, then section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes import markdown
from studyapp.notes.limits import refuse
from studyapp.notes.note import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes.note import Card, Note

_RULES = {"", "---", "***", "___"}


def following(card: Card, note: Note, body: str) -> tuple[str, ...]:
    """The parts of `body`, the note's text without its front matter, that go on after `card`.

    First what the front left out of a problem's statement. Then, after a card that asks for its
    note's title, the other sections, each by itself, but for those with further questions; after
    others what stands before the next question, or heading of the level that they stand under.
    """
    parts = [_rest(card)] if _rest(card) else []
    if not refuse(body.encode(errors="replace")):
        parts += _sections(card, note, body)
    return tuple(parts)


def _rest(card: Card) -> str:
    return card.context.strip().partition("\n\n")[2].strip()


def _sections(card: Card, note: Note, body: str) -> Iterator[str]:
    lines = body.split("\n")
    shift = note.body_line - 1
    heads = [
        (line + shift, _level(lines[line - 1]))
        for kind, line, _ in markdown.blocks(body)
        if kind == "Heading"
    ]
    asked = sorted(one.line for one in note.cards if one.line > card.end_line)
    end = shift + len(lines) + 1
    if [one.form for one in note.cards if one.form in TOPICS] != [card.form]:
        end = min([end, *asked[:1], *_closing(heads, card)])
    cuts = [line for line, _ in heads if card.end_line < line < end]
    held = ""
    for first, stop in zip([card.end_line + 1, *cuts], [*cuts, end], strict=True):
        if any(first <= line < stop for line in asked):
            continue
        text = _trimmed(lines[first - shift - 1 : stop - shift - 1])
        if "\n" not in text and first in cuts:
            held += f"{text}\n\n"  # a heading goes with what is under the next
        elif text:
            yield held + text
            held = ""


def _closing(heads: Sequence[tuple[int, int]], card: Card) -> list[int]:
    """Where the section ends that the card stands in, if another follows."""
    above = next((level for line, level in reversed(heads) if line <= card.line), 0)
    return [line for line, level in heads if line > card.end_line and level <= above][:1]


def _level(line: str) -> int:
    text = line.strip()
    return len(text) - len(text.lstrip("#"))


def _trimmed(lines: Sequence[str]) -> str:
    """Lines without the blank ones and the rules around them."""
    kept = [*lines]
    while kept and kept[-1].strip() in _RULES:
        kept.pop()
    while kept and kept[0].strip() in _RULES:
        kept.pop(0)
    return "\n".join(kept)
