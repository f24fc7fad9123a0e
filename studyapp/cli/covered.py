"""Coverage as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.notes.identity import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.study.coverage import Tally
    from studyapp.tui.coverage import Coverage, Covered, CoveredOutline


def document(found: Coverage) -> dict[str, Any]:
    """All of it but the questions, of which those are listed that are to be mended."""
    return {
        "place": str(found.place),
        **_counts(found.tally),
        "distinct": _counts(found.distinct),
        "outlines": [_outline(one) for one in found.outlines],
        "duplicates": _duplicates(found),
        "dead_links": [
            {"outline": path, "line": one.question.line, "target": one.question.target}
            for path, one in dead(found)
        ],
    }


def _outline(one: CoveredOutline) -> dict[str, Any]:
    return {
        "outline": one.outline.path,
        "title": one.outline.title,
        **_counts(one.tally),
        "not_counted": one.outline.asides,
        "chapters": [
            {
                "title": chapter.chapter.title,
                "line": chapter.chapter.line,
                "trail": chapter.chapter.trail,
                **_counts(chapter.tally),
            }
            for chapter in one.chapters
        ],
    }


def _counts(one: Tally) -> dict[str, int]:
    return {
        "questions": one.questions,
        "with_note": one.noted,
        "with_card": one.carded,
        "met": one.met,
        "mastered": one.mastered,
    }


def _duplicates(found: Coverage) -> list[dict[str, Any]]:
    """The questions that are listed more than once, each at its first place."""
    told: list[dict[str, Any]] = []
    seen: set[str] = set()
    for path, one in _questions(found):
        key = normalize(one.question.text)
        if one.twins and key not in seen:
            seen.add(key)
            places = [(path, one.question.line), *one.twins]
            told.append(
                {
                    "question": one.question.text,
                    "places": [{"outline": at, "line": line} for at, line in places],
                }
            )
    return told


def dead(found: Coverage) -> list[tuple[str, Covered]]:
    """The questions whose link leads to no note, with the paths of their outlines."""
    return [
        (path, one)
        for path, one in _questions(found)
        if one.question.target and one.match.how not in {"link", "moved"}
    ]


def _questions(found: Coverage) -> Iterator[tuple[str, Covered]]:
    return ((one.outline.path, each) for one in found.outlines for each in one.below())


def question(path: str, one: Covered, found: Coverage) -> dict[str, Any]:
    """One question in the outline at a path, with notes to offer where it has none."""
    offers = [] if one.match.note else found.matcher.offers(one.question.text)
    return {
        "question": one.question.text,
        "outline": path,
        "line": one.question.line,
        "note": one.match.note or None,
        "found_by": one.match.how or None,
        "cards": [card.id for card in one.cards],
        "met": bool(one.tally.met),
        "mastered": bool(one.tally.mastered),
        "offers": [{"note": note, "likeness": likeness} for note, likeness in offers],
    }
