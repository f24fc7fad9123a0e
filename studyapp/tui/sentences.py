"""Home in sentences: what now, what was found, what needs the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.tui.dates import moment

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
    if view.next_due is None:
        return say("nothing_ever")
    if view.next_due <= day:
        return say("nothing_more")
    return say("nothing_now", when=moment(view.next_due, day, say))


def explained(view: Overview, snapshot: Snapshot, say: Words) -> str:
    """What the first open found, or how to write a first question; later, nothing."""
    if not view.all.cards:
        return say("empty_hint", root=snapshot.root / snapshot.under)
    if snapshot.events:
        return ""
    return f"{_found(view, say)}\n\n{say('welcome')}"


def _found(view: Overview, say: Words) -> str:
    """Notes and questions, how many of them were studied before, and how many never."""
    asked = view.all
    studied = asked.cards - asked.unseen
    return say(
        "found",
        notes=say("notes", n=view.notes),
        cards=say("questions", n=asked.cards),
        history=say("found_history" if studied else "found_none", n=studied, due=asked.due),
        new=say("found_new", n=asked.unseen),
    )


def notices(
    snapshot: Snapshot, foreign: Sequence[str], settled: Settled | None, say: Words
) -> list[str]:
    """What the person should know or decide, the most pressing first."""
    facts = [
        ("foreign", len(foreign)),
        ("waiting", len(snapshot.waiting)),
        ("doubts", len(snapshot.doubts)),
        ("problems", len(snapshot.problems)),
        ("rebinds", len(snapshot.rebinds)),
        ("hand", len(settled.moved) if settled else 0),
        ("healed", len(settled.healed) if settled else 0),
    ]
    return [say(key, n=count) for key, count in facts if count]
