"""Home in sentences: what now, what was found, what needs the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study.agenda import Terms
from studyapp.tui.dates import moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.library.order import Settled
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Problem
    from studyapp.study.aim import Aim
    from studyapp.study.plan import Plan
    from studyapp.tui.overview import Overview
    from studyapp.tui.words import Words

_MOST = 3
"""Decks that a line names."""


def what_now(view: Overview, day: date, say: Words) -> str:
    """Today in one line, or why there is nothing to do."""
    said = view.today.agenda
    parts = [
        say(f"part_{kind}", n=count)
        for kind in ("repeat", "review", "new")
        if (count := said.count(kind))
    ]
    if parts:
        return say("now", parts=" · ".join(parts), minutes=said.minutes)
    return _otherwise(view, say) or _idle(view, day, say)


def _otherwise(view: Overview, say: Words) -> str:
    """What else there is to do when nothing is asked; empty for nothing."""
    if not view.all.cards:
        return say("empty")
    if last := view.today.last_pass():
        return say("last_pass", n=len(last))
    if view.today.more():
        return say("time_over", minutes=round(view.today.spent / 60))
    return ""


def _idle(view: Overview, day: date, say: Words) -> str:
    """When it goes on."""
    if view.next_due is None:
        return say("nothing_ever")
    if view.next_due <= day:
        return say("nothing_more")
    return say("nothing_now", when=moment(view.next_due, day, say))


def planned(plan: Plan, day: date, say: Words) -> str:
    """What the coming days bring at this pace, and what they are worth on the interview's day."""
    parts = []
    if plan.overdue and plan.cleared != day:
        parts.append(_by("plan_overdue", plan.overdue, plan.cleared, day, say))
    if plan.unseen:
        unseen = _by("plan_unseen", plan.unseen, plan.met, day, say, a_day=_rate(plan.new_a_day))
        parts.append(unseen)
    lines = [" · ".join(parts)] if parts else []
    if aim := plan.aim:
        lines.append(_interview(aim, plan, day, say))
    return "\n".join(lines)


def _by(key: str, n: int, on: date | None, day: date, say: Words, **facts: object) -> str:
    if on is None:
        return say(f"{key}_never", n=n, **facts)
    if on == day:
        return say(f"{key}_today", n=n)
    return say(key, n=n, when=moment(on, day, say), **facts)


def _rate(new_a_day: float) -> str:
    return f"{new_a_day:.0f}" if new_a_day >= 1 else f"{new_a_day:.1f}"


def _interview(aim: Aim, plan: Plan, day: date, say: Words) -> str:
    from studyapp.study.aim import WORTH  # noqa: PLC0415  with a plan only

    days = (aim.interview - day).days
    parts = [say("interview", n=days, now=f"{aim.now:.0%}", then=f"{aim.then:.0%}")]
    if aim.likely is not None and plan.regularity is not None and aim.likely < aim.then - WORTH:
        likely, share = f"{aim.likely:.0%}", f"{plan.regularity:.0%}"
        parts.append(say("interview_likely", likely=likely, share=share))
    if aim.met < plan.unseen:
        parts.append(say("interview_met", met=aim.met, all=plan.unseen))
    if aim.drop:
        shown = ", ".join(deck or say("root") for deck in aim.drop[:_MOST])
        parts.append(say("interview_drop", decks=shown + " …" * (len(aim.drop) > _MOST)))
    return " · ".join(parts)


def explained(view: Overview, snapshot: Snapshot, say: Words, chosen: str | None = None) -> str:
    """What the first open found, or how to write a first question; later, nothing.

    `chosen` is the deck that asks in the person's language what others ask in theirs. As long as
    the day is as it comes, how long it is and who spaces it are asked in one line.
    """
    if not view.all.cards:
        return say("empty_hint", root=snapshot.root / snapshot.under)
    if snapshot.events:
        return ""
    parts = [_found(view, say), say("welcome")]
    if chosen:
        parts.insert(1, say("own_language", deck=chosen))
    if view.today.terms == Terms():
        parts.append(say("first_day", minutes=view.today.terms.minutes))
    return "\n\n".join(parts)


def _found(view: Overview, say: Words) -> str:
    """Notes and questions, how many of them were studied before, and how many never."""
    asked = view.all
    studied = asked.cards - asked.unseen
    notes = say("notes", n=view.notes)
    if view.outlines:
        notes = say("notes_outlines", notes=notes, n=view.outlines)
    return say(
        "found",
        notes=notes,
        cards=say("questions", n=asked.cards),
        history=say("found_history" if studied else "found_none", n=studied, due=asked.due),
        new=say("found_new", n=asked.unseen),
    )


def notices(
    snapshot: Snapshot,
    foreign: Sequence[str],
    settled: Settled | None,
    say: Words,
    faults: Sequence[Problem] = (),
) -> list[str]:
    """What the person should know or decide, the most pressing first.

    `faults` are what can't be used of their own settings.
    """
    facts = [
        ("foreign", len(foreign)),
        ("waiting", len(snapshot.waiting)),
        ("doubts", len(snapshot.doubts)),
        ("problems", len(snapshot.problems)),
        ("faults", len(faults)),
        ("rebinds", len(snapshot.rebinds)),
        ("hand", len(settled.moved) if settled else 0),
        ("healed", len(settled.healed) if settled else 0),
    ]
    return [say(key, n=count) for key, count in facts if count]
