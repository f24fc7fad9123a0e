"""What the days until an interview come to."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.study.candidate import is_unseen
from studyapp.study.forecast import Forecast
from studyapp.study.interview import readiness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from studyapp.study.candidate import Candidate
    from studyapp.study.queue import Limits

WORTH = 0.02
"""A difference in recall that is worth a word."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What the days until the interview come to.

    `met` of the unseen cards will have been met by then; leaving out the decks `drop` would let
    all others be. `now` and `then` are the chances of recall on that day, on average: without
    another minute of study, and with all of them; `likely` that with as many days of study as
    there were lately, where that is known.
    """

    interview: date
    met: int
    drop: tuple[str, ...]
    now: float
    then: float
    decks: tuple[tuple[str, float, float], ...] = ()
    """By deck: its folder, and the same two chances."""
    likely: float | None = None


def aim(
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    interview: date,
    *,
    spent: float,
    regularity: float | None,
) -> Aim:
    """What studying `cards` from `day` on comes to, every day and, if known, as regularly as so."""
    after, met = _after(cards, day, limits, interview, spent=spent)
    forgets = limits.pace.forgets
    before, later = _by_deck(cards), _by_deck(after)
    decks = [
        (
            deck,
            readiness(before[deck], interview, forgets),
            readiness(later[deck], interview, forgets),
        )
        for deck in before
    ]
    likely = None
    if regularity is not None:
        rarer, _ = _after(cards, day, limits, interview, spent=spent, regularity=regularity)
        likely = readiness(rarer, interview, forgets)
    return Aim(
        interview,
        met,
        _to_drop(cards, met) if met else (),  # else no deck is in another's way
        readiness(cards, interview, forgets),
        readiness(after, interview, forgets),
        tuple(decks),
        likely,
    )


def _after(
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    interview: date,
    *,
    spent: float,
    regularity: float = 1.0,
) -> tuple[Sequence[Candidate], int]:
    """The cards on the morning of the interview, and how many unseen ones were met by then."""
    forecast = Forecast(cards, day, limits, interview=interview, spent=spent, regularity=regularity)
    days = [*forecast.days((interview - day).days)]
    return [*forecast.cards.values()], sum(one.new for one in days)


def _by_deck(cards: Iterable[Candidate]) -> defaultdict[str, list[Candidate]]:
    decks: defaultdict[str, list[Candidate]] = defaultdict(list)
    for card in cards:
        decks[card.deck].append(card)
    return decks


def _to_drop(cards: Sequence[Candidate], met: int) -> tuple[str, ...]:
    """The decks to leave out so that the unseen cards of all others can be met: lightest first.

    Of equal weight, the smallest that is enough by itself; where none is, the largest.
    """
    unseen = Counter(card.deck for card in cards if is_unseen(card))
    weights = {card.deck: card.weight for card in cards}
    missing, dropped = unseen.total() - met, []
    while missing > 0 and len(unseen) > 1:
        least = min(weights[deck] for deck in unseen)
        lightest = [deck for deck in unseen if weights[deck] == least]
        lightest.sort(key=unseen.__getitem__)
        best = next((deck for deck in lightest if unseen[deck] >= missing), lightest[-1])
        dropped.append(best)
        missing -= unseen.pop(best)
    return tuple(dropped)
