"""Coverage in words.

Imports no part of Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.study.coverage import Tally
    from studyapp.tui.coverage import Coverage, Covered
    from studyapp.tui.words import Words

SHOWN = 3
"""Other places of a question that are named."""
_STATES = ("mastered", "met", "carded", "noted")


def headline(found: Coverage, say: Words) -> str:
    """All outlines together, and what their bars mean."""
    told = [about_chapter(found.tally, say)]
    if twice := found.tally.questions - found.distinct.questions:
        told.append(say("coverage_twice", n=twice, distinct=found.distinct.questions))
    return " · ".join(told) + f"\n{say('coverage_legend')}"


def about_chapter(tally: Tally, say: Words) -> str:
    """So many questions, and how far they are covered."""
    return say(
        "coverage_all",
        n=tally.questions,
        noted=tally.noted,
        carded=tally.carded,
        met=tally.met,
        mastered=tally.mastered,
    )


def about_question(one: Covered, offer: str, say: Words) -> str:
    """The whole question; how far it is known, its note, where else it is listed."""
    state = next((name for name in _STATES if getattr(one.tally, name)), "noteless")
    told = [say(f"coverage_{state}")]
    if one.match.note:
        how = say(f"coverage_by_{one.match.how}")
        told.append(say("put_aside", what=one.match.note, aside=how))
    if offer:
        told.append(offer)
    if one.twins:
        places = ", ".join(f"{path}:{line}" for path, line in one.twins[:SHOWN])
        told.append(say("coverage_also", places=places))
    return f"{one.question.text}\n{' · '.join(told)}"
