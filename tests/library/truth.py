"""What matching makes of an edit, judged by what the edit really did."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from mutations import Mutation, Texts, mutations, read

from studyapp.library.acts import Stamp, seen
from studyapp.library.identify import identified, named
from studyapp.library.index.brief import brief
from studyapp.library.rebinding import Fresh, Match, matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.notes import Note
    from studyapp.schedule import CardSeen

STAMP = Stamp("seen", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC).date())
SAME, KEPT, ASKED, LOST, WRONG = "same", "kept", "asked", "lost", "wrong"
"""`same`: the id outlived the edit."""
SPARED, BOTHERED = "spared", "bothered"
"""A deleted card: nothing was done about it, or the person was asked about a wrong one."""


def judge(texts: Texts, seed: int = 0, step: int = 1) -> dict[str, Counter[str]]:
    """For each kind of edit, what became of the cards it touched; only every `step`-th edit.

    Of the notes that an edit leaves alone, half of the cards were never seen: they are there to
    be mistaken for another.
    """
    notes = {path: read(path, text) for path, text in texts.items()}
    records = [
        seen(card, note.title, STAMP) for note in _named(notes.values(), {}) for card in note.cards
    ]
    found: dict[str, Counter[str]] = {}
    for number, edit in enumerate(mutations(texts, seed)):
        if number % step:
            continue
        touched = {*edit.changed, *(path for path, _ in edit.moved)}
        rng = Random(number)  # noqa: S311  a choice of cards is no secret
        known = {one.card: one for one in records if one.note in touched or rng.random() < 0.5}
        counts = found.setdefault(edit.kind, Counter())
        counts.update(_judged(edit, known, _edited(notes, edit), touched))
    return found


def _named(notes: Iterable[Note], known: Mapping[str, CardSeen]) -> list[Note]:
    notes = list(notes)
    briefs = identified(map(brief, notes), known)
    return [named(note, short) for note, short in zip(notes, briefs, strict=True)]


def _edited(notes: Mapping[str, Note], edit: Mutation) -> list[Note]:
    changed = {path: text and read(path, text) for path, text in edit.changed.items()}
    return [note for note in {**notes, **changed}.values() if note]


def _judged(
    edit: Mutation, known: Mapping[str, CardSeen], after: Iterable[Note], touched: set[str]
) -> Iterable[str]:
    after = _named(after, known)
    here = {card.id for note in after for card in note.cards}
    places = {(card.note, card.question): card.id for note in after for card in note.cards}
    lost = [one for id_, one in known.items() if id_ not in here]
    fresh = [Fresh(c, note.title) for note in after for c in note.cards if c.id not in known]
    pairs = {pair.old.card: pair for pair in matches(lost, fresh, len(known))}
    for old in known.values():
        key = (old.note, old.question)
        goal = edit.moved.get(key, key)
        became = places.get(goal) if goal else None
        if old.note in touched and (became or not goal):
            yield _verdict(old.card, became, pairs.get(old.card))


def _verdict(old: str, became: str | None, pair: Match | None) -> str:
    if became == old:
        return SAME
    if became is None:
        return SPARED if pair is None else WRONG if pair.sure else BOTHERED
    if pair is None:
        return LOST
    if pair.sure:
        return KEPT if pair.new.id == became else WRONG
    return ASKED if pair.new.id == became else LOST


def rates(verdicts: Mapping[str, Counter[str]]) -> tuple[float, float, float]:
    """The shares of wrong rebinds, of progress lost and of needless questions.

    Of the cards whose id the edit took away: the others can't go wrong.
    """
    total = sum(verdicts.values(), Counter())
    edited = total[KEPT] + total[ASKED] + total[LOST] + total[WRONG]
    every = edited + total[SPARED] + total[BOTHERED]
    return total[WRONG] / every, total[LOST] / edited, total[BOTHERED] / every
