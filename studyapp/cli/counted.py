"""Statistics as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.study.retention import CLASSES, MATURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.habits import StudyDay
    from studyapp.study.hardest import Hard
    from studyapp.study.outlook import Coming
    from studyapp.study.retention import Kept, Retention
    from studyapp.study.statistics import Statistics
    from studyapp.study.strength import Strength, Week


def counted(found: Statistics, snapshot: Snapshot) -> dict[str, Any]:
    """All of them; shares are of 1, intervals in days."""
    streak, cards = found.streak, found.all.cards
    return {
        "day": found.day.isoformat(),
        "streak": {"days": streak.days, "longest": streak.longest, "today": streak.today},
        "last_30_days": _sum(found.month),
        "last_365_days": _sum(found.days),
        "days": [_day(one) for one in found.days],
        "forecast": [_coming(one) for one in found.coming],
        "retention": {
            "last_30_days": _retention(found.lately),
            "ever": _retention(found.retention),
        },
        "forgets": round(found.forgets, 3),
        "mastery": {
            "all": _known(found.all),
            "decks": [{"deck": deck, **_known(known)} for deck, known in found.decks],
            "weeks": [_week(one, cards) for one in found.weeks],
        },
        "hardest": [_hard(one, snapshot) for one in found.hardest],
    }


def _sum(days: Sequence[StudyDay]) -> dict[str, Any]:
    return {
        "days": sum(day.answers > 0 for day in days),
        "answers": sum(day.answers for day in days),
        "crams": sum(day.crams for day in days),
        "minutes": _minutes(sum(day.seconds for day in days)),
    }


def _day(one: StudyDay) -> dict[str, Any]:
    facts = {"answers": one.answers, "crams": one.crams, "minutes": _minutes(one.seconds)}
    return {"day": one.day.isoformat(), **facts}


def _coming(one: Coming) -> dict[str, Any]:
    facts = {"due": one.due, "reviews": one.reviews, "new": one.new}
    return {"day": one.day.isoformat(), **facts, "minutes": _minutes(one.seconds)}


def _retention(found: Retention) -> dict[str, Any]:
    return {
        "all": _kept(found.all),
        "young": {"to": MATURE - 1, **_kept(found.young)},
        "mature": {"from": MATURE, **_kept(found.mature)},
        "intervals": [
            {"from": first, "to": last, **_kept(kept)}
            for (first, last), kept in zip(CLASSES, found.intervals, strict=True)
        ],
    }


def _kept(kept: Kept) -> dict[str, Any]:
    asked = {"asked": kept.asked, "recalled": kept.recalled}
    if kept.share is None:
        return {**asked, "share": None, "foretold": None}
    return {**asked, "share": round(kept.share, 4), "foretold": round(kept.foretold, 4)}


def _known(known: Strength) -> dict[str, Any]:
    return {
        "cards": known.cards,
        "met": known.met,
        "recall_of_met": round(known.of_met, 4) if known.met else None,
        "mastery": round(known.mastery, 4),
        "new": known.new,
        "known": known.known,
        "shaky": known.shaky,
        "holding": known.holding,
        "solid": known.solid,
    }


def _week(one: Week, cards: int) -> dict[str, Any]:
    of_met = round(one.recall / one.met, 4) if one.met else None
    mastery = round(one.recall / cards, 4) if cards else 0.0
    return {
        "day": one.day.isoformat(),
        "met": one.met,
        "recall_of_met": of_met,
        "mastery": mastery,
    }


def _hard(one: Hard, snapshot: Snapshot) -> dict[str, Any]:
    card, memory = snapshot.cards[one.card], one.schedule.memory
    return {
        "id": one.card,
        "note": card.note,
        "line": card.line,
        "question": card.question,
        "lapses": one.lapses,
        "misses": one.misses,
        "ease": None if memory else one.schedule.ease / 100,
        "difficulty": round(memory.difficulty, 4) if memory else None,
    }


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)
