"""Edits that people make to notes, each with the truth about which card is which after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from originals import ORIGINALS, UNRELATED, written
from wordings import edited, mistyped, reworded

from studyapp.notes import Card, Note, parse

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
Key = tuple[str, str]
"""A card by its note's path and its question."""
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Mutation:
    """Some notes edited: their new texts (None: gone), and where their cards went.

    What `moved` does not name stays as it is; None is a card that was deleted.
    """

    kind: str
    changed: Mapping[str, str | None]
    moved: Mapping[Key, Key | None] = field(default_factory=dict)


def base() -> dict[str, str]:
    """The hand-written notes."""
    return {path: written(title, cards) for path, (title, cards) in ORIGINALS.items()}


def corpus() -> dict[str, str]:
    """The shared notes that hold cards, where they are present."""
    files = sorted((CORPUS / "notes").rglob("*.md"))
    texts = {file.relative_to(CORPUS).as_posix(): file.read_text("utf-8") for file in files}
    return {path: text for path, text in texts.items() if read(path, text).cards}


def read(path: str, text: str) -> Note:
    """The note in a text."""
    return parse(text.encode(), path)


def mutations(texts: Texts, seed: int = 0) -> Iterator[Mutation]:
    """Every kind of edit at every place where it can be made."""
    notes = {path: read(path, text) for path, text in texts.items()}
    for path, note in notes.items():
        rng, text = Random(f"{seed} {path}"), texts[path]  # noqa: S311  an edit is no secret
        yield from _of_note(text, note, rng)
        yield from _of_order(text, note)
        for card in note.cards:
            yield from _of_words(text, note, card, rng)
            if card.form != "title":
                yield from _replaced(text, card, rng, notes.values())
    rng = Random(seed)  # noqa: S311  an edit is no secret
    yield from _exchanged(texts, [*notes.values()], rng)
    yield from _branches(texts, notes, rng)


def _of_words(text: str, note: Note, card: Card, rng: Random) -> Iterator[Mutation]:
    answered = text.replace(card.answer, edited(card.answer, rng), 1)
    yield from _same_cards("answer edited", note, answered)
    for kind, wording in (
        ("typo", mistyped(card.question, rng)),
        ("reworded", reworded(card.question, rng)),
    ):
        yield from _same_cards(kind, note, _asked(text, card, wording))
        both = _asked(answered, card, wording)
        yield from _same_cards(f"{kind}, answer edited", note, both)


def _asked(text: str, card: Card, wording: str) -> str:
    """The question of one card worded otherwise; a title is the question of its whole note."""
    lines = text.split("\n")
    place = card.line - 1
    if card.form == "title":
        place = next((i for i, one in enumerate(lines) if one.startswith("# ")), place)
    lines[place] = lines[place].replace(card.question, wording)
    return "\n".join(lines)


def _same_cards(kind: str, note: Note, text: str, path: str = "") -> Iterator[Mutation]:
    """An edit that keeps the cards in their order, unless it broke one."""
    path = path or note.path
    after = read(path, text).cards
    gone = {note.path: None} if path != note.path else {}
    if len(after) == len(note.cards):
        pairs = zip(note.cards, after, strict=True)
        moved: dict[Key, Key | None] = {
            (old.note, old.question): (path, new.question) for old, new in pairs
        }
        yield Mutation(kind, {**gone, path: text}, moved)


def _of_note(text: str, note: Note, rng: Random) -> Iterator[Mutation]:
    title = reworded(note.title, rng)
    retitled = _retitled(text, title)
    away = f"moved/{rng.randrange(1000)} {title.replace('/', ' ')}.md"
    numbers = re.sub(r"(?m)^(\*\*Q|#+ Q?)(\d*)(?=[:.：、])", r"\g<1>7\2", text)
    yield from _same_cards("numbering changed", note, numbers)
    yield from _same_cards("file renamed and moved", note, text, away)
    yield from _same_cards("title changed", note, retitled)
    yield from _same_cards("title changed, file renamed", note, retitled, away)
    stay: dict[Key, Key | None] = {
        (note.path, c.question): (note.path, c.question) for c in note.cards
    }
    yield Mutation("note copied", {away: text}, stay)
    yield Mutation("note copied, copy retitled", {away: retitled}, stay)
    movable = [card for card in note.cards if card.form != "title"]
    if len(movable) > 1:
        leaving = movable[len(movable) // 2 :]
        blocks = "\n\n".join(_block(text, card) for card in leaving)
        moved = {(card.note, card.question): (away, card.question) for card in leaving}
        new = f"# {title}\n\n## 面试常见问题\n\n{blocks}\n"
        yield Mutation("note split", {note.path: _without(text, leaving), away: new}, moved)


def _of_order(text: str, note: Note) -> Iterator[Mutation]:
    movable = [card for card in note.cards if card.form != "title"]
    for first, second in pairwise(movable):
        lines = text.split("\n")
        here, there = slice(first.line - 1, first.end_line), slice(second.line - 1, second.end_line)
        lines[there], lines[here] = lines[here], lines[there]
        yield Mutation("cards reordered", {note.path: "\n".join(lines)})


def _replaced(text: str, card: Card, rng: Random, notes: object) -> Iterator[Mutation]:
    """A card deleted and another one written in its place."""
    originals = [one for _, cards in ORIGINALS.values() for one in cards]
    foreign = rng.choice([one for note in notes for one in note.cards if one.note != card.note])  # type: ignore[attr-defined]
    added = {"unrelated": rng.choice(UNRELATED), "borrowed": (foreign.question, foreign.answer)}
    for original in originals:
        if original.question == card.question:
            added["sibling"] = (original.sibling, rng.choice(UNRELATED)[1])
    for kind, (question, answer) in added.items():
        new = f"{_without(text, [card])}\n\n**Q: {question}**\nA: {answer}\n"
        gone = {(card.note, card.question): None}
        yield Mutation(f"deleted, {kind} added", {card.note: new}, gone)


def _exchanged(texts: Texts, notes: list[Note], rng: Random) -> Iterator[Mutation]:
    """Two cards of different notes in each other's place."""
    cards = [card for note in notes for card in note.cards if card.form != "title"]
    for one in cards:
        other = rng.choice([card for card in cards if card.note != one.note])
        changed, moved = {}, {}
        for leaving, coming in ((one, other), (other, one)):
            text = texts[leaving.note].replace(_block(texts[leaving.note], leaving), "\0")
            changed[leaving.note] = text.replace("\0", _block(texts[coming.note], coming))
            moved[leaving.note, leaving.question] = (coming.note, leaving.question)
        yield Mutation("two cards swapped across notes", changed, moved)


def _branches(texts: Texts, notes: Mapping[str, Note], rng: Random) -> Iterator[Mutation]:
    """Another branch is checked out: many notes are missing, others have an older name."""
    for share in (0.3, 0.5, 0.8):
        missing = rng.sample(sorted(notes), round(len(notes) * share))
        gone = {(c.note, c.question): None for path in missing for c in notes[path].cards}
        yield Mutation("branch switched", dict.fromkeys(missing), gone)
        older = [path for path in sorted(notes) if path not in missing][::2]
        renamed = {
            f"older/{path}": _retitled(texts[path], f"{notes[path].title} v0") for path in older
        }
        moved = {
            (path, old.question): (new, now.question)
            for path, (new, text) in zip(older, renamed.items(), strict=True)
            for old, now in zip(notes[path].cards, read(new, text).cards, strict=False)
        }
        changed = dict.fromkeys([*missing, *older]) | renamed
        yield Mutation("branch switched, others older", changed, {**gone, **moved})


def _retitled(text: str, title: str) -> str:
    return re.sub(r"(?m)^# .*$", lambda _: f"# {title}", text, count=1)


def _block(text: str, card: Card) -> str:
    return "\n".join(text.split("\n")[card.line - 1 : card.end_line])


def _without(text: str, cards: list[Card]) -> str:
    lines = text.split("\n")
    for card in cards:
        lines[card.line - 1 : card.end_line] = [None] * (card.end_line - card.line + 1)  # type: ignore[list-item]
    return "\n".join(line for line in lines if line is not None)
