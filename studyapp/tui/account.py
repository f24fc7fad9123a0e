"""Why a card is due when it is, as a page to read: the formula, the outcomes, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.schedule.grades import BUTTONS
from studyapp.schedule.schedules import New, Reviewed
from studyapp.study.formulas import formulas
from studyapp.tui import labels
from studyapp.tui.dates import distance, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from studyapp.schedule.cards import CardState
    from studyapp.schedule.course import Turn
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Outcome, Schedule, Scheduler
    from studyapp.tui.words import Words


def reasons(own: CardState, turns: Sequence[Turn], scheduler: Scheduler, say: Words) -> str:
    """Markdown: the schedule in a sentence, then the formula of the review that made it."""
    schedule, parts = own.schedule, [labels.why(own, say)]
    computed = next((turn for turn in reversed(turns) if formulas(turn, scheduler)), None)
    if computed:
        lines = "\n".join(formulas(computed, scheduler))
        parts.append(f"### {say('why_formula', day=computed.day)}\n\n```\n{lines}\n```")
    if turns and turns[-1].grade is None and isinstance(schedule, Reviewed):
        parts.append(say("why_moved", due=schedule.due))
    if isinstance(schedule, Reviewed):
        parts.append(f"### {say('why_curve')}")
    return "\n\n".join(parts)


def prospects(outcomes: Mapping[Grade, Outcome], day: date, say: Words) -> str:
    """Markdown: what each grade would do today."""
    first = next(iter(outcomes.values())).schedule
    ease = say("col_difficulty" if first.memory else "col_ease")
    heads = [say("grade"), say("why_interval"), say("due"), ease, say("col_mastery")]
    rows = []
    for grade in BUTTONS:
        one = outcomes[grade]
        again = " ↻" if one.again_today else ""
        due = say("put_aside", what=one.schedule.due, aside=distance(one.schedule.due, day, say))
        interval = span(one.schedule.interval, say) + again
        rows.append(
            [say(grade.name.lower()), interval, due, _ease(one.schedule), f"{one.mastery:.0%}"]
        )
    return f"### {say('why_outcomes')}\n\n{_table(heads, rows)}"


def history(turns: Sequence[Turn], say: Words) -> str:
    """Markdown: what happened to the card, the latest first; empty if nothing did."""
    if not turns:
        return ""
    heads = [say("why_day"), say("why_event"), say("why_interval"), say("due"), say("col_ease")]
    rows = [[str(turn.day), _event(turn, say), *_cells(turn.after, say)] for turn in turns[::-1]]
    return f"### {say('why_history')}\n\n{_table(heads, rows)}"


def _event(turn: Turn, say: Words) -> str:
    if turn.grade is not None:
        graded = say(turn.grade.name.lower())
        return say("put_aside", what=graded, aside=say("why_again")) if turn.again else graded
    if isinstance(turn.after, New):
        return say("act_reset")
    return say("why_brought" if isinstance(turn.before, New) else "why_set")


def _cells(schedule: Schedule, say: Words) -> Iterator[str]:
    if isinstance(schedule, Reviewed):
        yield span(schedule.interval, say)
        yield str(schedule.due)
        yield _ease(schedule)
    else:
        yield from ("", "", f"{schedule.ease / 100:.2f}")


def _ease(schedule: Reviewed) -> str:
    memory = schedule.memory
    if memory:
        return f"{memory.difficulty:.1f} (S {memory.stability:.1f})"
    return f"{schedule.ease / 100:.2f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
