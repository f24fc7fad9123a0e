"""A library's day: its cards under what the person set, as values for screens and verbs.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library.answers import answers, histories, latest, studied
from studyapp.library.candidates import Candidate, candidates
from studyapp.study.agenda import Agenda, Terms, agenda, planned
from studyapp.study.pace import LONGEST, Answer
from studyapp.study.queue import today
from studyapp.study.triage import untold

if TYPE_CHECKING:
    from datetime import date

    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot
    from studyapp.study.plan import Plan
    from studyapp.study.queue import Item


@dataclass(frozen=True, slots=True)
class Day:
    """What a day asks of a library as it stood; `spent` are the seconds that it has had."""

    cards: list[Candidate]
    terms: Terms
    agenda: Agenda
    spent: float
    snapshot: Snapshot

    def of_deck(self, deck: str | None) -> tuple[Item, ...]:
        """What today asks of one deck, or of all."""
        decks = {card.id: card.deck for card in self.cards}
        return tuple(item for item in self.agenda.items if deck in (None, decks[item.card]))

    def last_pass(self, deck: str | None = None) -> tuple[Item, ...]:
        """What to look through once more in the last days before the interview."""
        decks = {card.id: card.deck for card in self.cards}
        return tuple(item for item in self.agenda.last if deck in (None, decks[item.card]))

    def more(self, deck: str | None = None) -> tuple[Item, ...]:
        """What another day's worth of time would ask now, when today's is over."""
        cards = [card for card in self.cards if deck in (None, card.deck)]
        limits = self.terms.limits(self.agenda.limits.pace)
        return today(cards, self.agenda.day, replace(limits, new=None))

    def untold(self, deck: str | None = None) -> list[str]:
        """The unseen cards that a first pass would ask about."""
        cards = [card for card in self.cards if deck in (None, card.deck)]
        return untold(cards, self.agenda.day)

    def plan(self) -> Plan:
        """What studying so every day comes to; takes a moment, so not for the screen's thread."""
        from studyapp.study.habits import regularity  # noqa: PLC0415  a card comes first

        return planned(
            self.cards,
            self.terms,
            self.agenda,
            spent=self.spent,
            forgets=self.forgets(),
            regularity=regularity(self.snapshot.state.answers.keys(), self.agenda.day),
        )

    def forgets(self) -> float:
        """How many days of forgetting pass in one, by the person's latest answers."""
        from studyapp.study.forgetting import forgetting  # noqa: PLC0415  a card comes first
        from studyapp.study.replay import History, tried  # noqa: PLC0415  likewise

        scheduler = self.terms.scheduler
        lived = histories(self.snapshot, latest(self.snapshot))
        return forgetting(tried((History(one.answers, one.start) for one in lived), scheduler))


def day_of(snapshot: Snapshot, day: date, settings: LibrarySettings) -> Day:
    """The day of what is open of a library."""
    cards = candidates(snapshot, day, settings.weight)
    terms = Terms(
        minutes=settings.minutes_per_day,
        new=settings.new_per_day,
        reviews=settings.reviews_per_day,
        interview=settings.interview,
        scheduler=settings.scheduling,
    )
    spent = studied(snapshot, day, LONGEST)
    given = (Answer(*one) for one in answers(snapshot))
    said = agenda(cards, terms, day, given, spent=spent)
    return Day(cards, terms, said, spent, snapshot)
