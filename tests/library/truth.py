"""What matching makes of an edit, judged by what the edit really did."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from mutations import Mutation, Texts, mutations, read

from studyapp.library.acts import Stamp, seen
from studyapp.library.identify import identified, named
from studyapp.library.index.brief import brief
from studyapp.library.index.briefs import Briefs
from studyapp.library.pairing import Fresh, Match
from studyapp.library.rebinding import matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.library.index.brief import Brief
    from studyapp.notes import Card, Note
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
    notes = {path: Whole.of(path, text) for path, text in texts.items()}
    records = [seen(card, one.note.title, STAMP) for one in notes.values() for card in one.cards()]
    found: dict[str, Counter[str]] = {}
    for number, edit in enumerate(mutations(texts, seed)):
        if number % step:
            continue
        touched = {*edit.changed, *(path for path, _ in edit.moved)}
        rng = Random(number)  # noqa: S311  a choice of cards is no secret
        known = {one.card: one for one in records if one.note in touched or rng.random() < 0.5}
        changed = {path: text and Whole.of(path, text) for path, text in edit.changed.items()}
        after = [one for one in {**notes, **changed}.values() if one]
        counts = found.setdefault(edit.kind, Counter())
        counts.update(_judged(edit, known, after, touched))
    return found


class Whole(NamedTuple):
    """A note beside its brief, which is dear to make."""

    note: Note
    brief: Brief

    @classmethod
    def of(cls, path: str, text: str) -> Whole:
        """The note in a text."""
        note = read(path, text)
        return cls(note, brief(note))

    def cards(self) -> tuple[Card, ...]:
        """Its cards, with the ids that the brief gives them."""
        return named(self.note, self.brief).cards

    def fresh(self) -> Iterator[Fresh]:
        """Its cards as they may be matched."""
        for card, short in zip(self.note.cards, self.brief.cards, strict=True):
            yield Fresh(short, self.note.title, partial(getattr, card, "answer"))


def _judged(
    edit: Mutation, known: Mapping[str, CardSeen], after: Sequence[Whole], touched: set[str]
) -> Iterator[str]:
    briefs = identified(Briefs.of(one.brief for one in after), known)
    now = [Whole(one.note, short) for one, short in zip(after, briefs.values(), strict=True)]
    fresh = [new for one in now for new in one.fresh()]
    places = {(new.card.note, new.card.question): new.card.id for new in fresh}
    here = {new.card.id for new in fresh}
    lost = [one for id_, one in known.items() if id_ not in here]
    unseen = [new for new in fresh if new.card.id not in known]
    pairs = {pair.old.card: pair for pair in matches(lost, unseen, len(known))}
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
