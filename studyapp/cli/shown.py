"""Cards and acts as JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.demos import Demo
    from studyapp.library.desk import Committed
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Card, Waits
    from studyapp.schedule.schedules import Outcome, Schedule


def card(card: Card, snapshot: Snapshot, demos: Iterable[Demo]) -> dict[str, Any]:
    """A card as the command line tells it; `ease` is a factor such as 2.5."""
    schedule = snapshot.schedule(card)
    return {
        "id": card.id,
        "note": card.note,
        "line": card.line,
        "end_line": card.end_line,
        "deck": card.deck,
        "tags": list(card.tags),
        "form": card.form,
        "question": card.question,
        "context": card.context,
        "answer": card.answer,
        "status": status(card, snapshot),
        **facts(schedule),
        "mastery": round(mastery(schedule), 4),
        "demos": [
            {
                "note": demo.note,
                "line": demo.line,
                "source": demo.source,
                "score": round(demo.score, 3),
                "opens": demo.opens,
            }
            for demo in demos
        ],
    }


def status(card: Card, snapshot: Snapshot) -> str:
    """`suspended`, `review` or `new`."""
    if snapshot.card_state(card).suspended:
        return "suspended"
    return "review" if isinstance(snapshot.schedule(card), Reviewed) else "new"


def facts(schedule: Schedule) -> dict[str, Any]:
    """When a card is due and what the scheduler remembers of it."""
    ease = schedule.ease / 100
    if not isinstance(schedule, Reviewed):
        return {"due": None, "interval": None, "ease": ease, "repetitions": 0, "lapses": 0}
    memory = schedule.memory
    own = memory and {"stability": memory.stability, "difficulty": memory.difficulty}
    return {
        "due": schedule.due.isoformat(),
        "interval": schedule.interval,
        "ease": None if own else ease,
        "repetitions": schedule.repetitions,
        "lapses": schedule.lapses,
        **(own or {}),
    }


def outcome(outcome: Outcome) -> dict[str, Any]:
    """What one grade does."""
    return {
        "grade": int(outcome.grade),
        **facts(outcome.schedule),
        "mastery": round(outcome.mastery, 4),
        "again_today": outcome.again_today,
    }


def values(texts: Mapping[str, str | None]) -> dict[str, Any]:
    """A note's four values, numbers as numbers; what can't be read stays as the note spells it."""
    return {key: _number(text) if key in _NUMBERS else text for key, text in texts.items()}


def waiting(committed: Committed) -> str | None:
    """Why the note was not written, or None."""
    return waits(committed.waiting) if committed.waiting else None


def waits(waits: Waits) -> str:
    """Why a note was not written, and what to do."""
    place = f"line {waits.line}: " if waits.line else ""
    return f"{place}{waits.reason} ({waits.hint})"


_NUMBERS = {"review_count": int, "mastery_level": float}


def _number(text: str | None) -> float | str | None:
    for kind in (int, float):
        try:
            return kind(text or "")
        except ValueError:
            continue
    return text
