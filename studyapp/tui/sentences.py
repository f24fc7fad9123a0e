"""Home in sentences: what now, what was found, what needs the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.tui.dates import distance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.library.library import Settled
    from studyapp.library.snapshot import Snapshot
    from studyapp.tui.overview import Overview
    from studyapp.tui.words import Words


def what_now(view: Overview, day: date, say: Words) -> str:
    """Today in one line, or why there is nothing to do."""
    parts = [
        say(f"part_{kind}", n=count)
        for kind in ("repeat", "review", "new")
        if (count := view.count(kind))
    ]
    if parts:
        return say("now", parts=" · ".join(parts), minutes=view.minutes)
    if not view.all.cards:
        return say("empty")
    if view.next_due:
        return say("nothing_now", when=distance(view.next_due, day, say))
    return say("nothing_ever")


def explained(view: Overview, snapshot: Snapshot, say: Words) -> str:
    """What the first open found, or how to write a first question; later, nothing."""
    if not view.all.cards:
        return say("empty_hint", root=snapshot.root / snapshot.under)
    if snapshot.events:
        return ""
    found = say(
        "found",
        notes=view.notes,
        cards=view.all.cards,
        history=view.all.cards - view.all.unseen,
        due=view.all.due,
        new=view.all.unseen,
    )
    return f"{found}\n\n{say('welcome')}"


def notices(
    snapshot: Snapshot, foreign: Sequence[str], settled: Settled | None, say: Words
) -> list[str]:
    """What the person should know or decide, the most pressing first."""
    facts = [
        ("foreign", len(foreign)),
        ("waiting", len(snapshot.waiting)),
        ("problems", len(snapshot.problems)),
        ("hand", len(settled.moved) if settled else 0),
        ("healed", len(settled.healed) if settled else 0),
    ]
    return [say(key, n=count) for key, count in facts if count]
