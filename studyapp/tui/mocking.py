"""A mock interview before it begins: what a library gives to ask.

Imports no part of Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from studyapp.library.links import Links
from studyapp.study.interview import readiness
from studyapp.study.mock import budget, draw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from studyapp.study.mock import Question
    from studyapp.tui.day import Day

MINUTES = (30, 45, 60)
"""What to choose from; `studyapp mock --minutes` takes any number."""
A_QUESTION = 75
"""Seconds that a question usually takes, to say beforehand about how many there will be."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An interview as it was asked for; without a seed the moment gives one."""

    minutes: int = 45
    seed: int | None = None
    deck: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """What an interview of so many `seconds` on `day` asks, drawn with `seed`.

    `foretold` is by topic the mean recall that is predicted for its cards.
    """

    questions: tuple[Question, ...]
    seconds: float
    seed: int
    day: date
    foretold: Mapping[str, float]


def script(today: Day, wish: Wish, seed: int) -> Script:
    """Draw an interview; follows links and learns from all answers, so not for a key's thread."""
    snapshot, day, forgets = today.snapshot, today.agenda.day, today.forgets()
    links, seconds = Links(snapshot.root, snapshot.notes), wish.minutes * 60.0

    @cache
    def linked(path: str) -> tuple[str, ...]:
        note = snapshot.notes[path]
        places = (links.place(link, path) for link in note.links if link.kind != "outline")
        return tuple(dict.fromkeys(place for place in places if place))

    cards = [card for card in today.cards if wish.deck in (None, card.deck)]
    questions = draw(
        cards,
        day,
        seconds,
        seed=seed,
        linked=linked,
        budget=lambda card: budget(snapshot.cards[card]),
        forgets=forgets,
    )
    foretold = {
        topic: readiness((card for card in cards if card.deck == topic), day, forgets)
        for topic in {one.topic for one in questions}
    }
    return Script(questions, seconds, seed, day, foretold)
