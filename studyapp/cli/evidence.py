"""What schedulers are judged by: a person's answers, from the library or from a log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.cli.opened import reviewed
from studyapp.library import revlog
from studyapp.library.answers import histories
from studyapp.library.logged import Unreadable
from studyapp.study.candidate import is_chosen
from studyapp.study.pace import Answer, learned
from studyapp.study.replay import History
from studyapp.study.simulation import Life, habits
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from studyapp.library.answers import Lived
    from studyapp.library.library import Library

NEW_A_DAY = 10.0
"""Unseen cards begun on a day, where no plan says."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`answered` are the cards with answers; `ahead` all that will be asked, the unseen too.

    `parameters` are those that FSRS uses here; `left_out` counts a log's rows that don't count.
    """

    answered: Sequence[History]
    ahead: Sequence[History]
    life: Life
    parameters: tuple[float, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


def log_option(verb: Any) -> Any:
    """Let a verb take the answers from a log."""
    return click.option(
        "--from",
        "log",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Take the answers from Anki (.anki2, .apkg, .colpkg) or a CSV instead.",
    )(verb)


def gathered(library: Path | None, log: Path | None, now: datetime) -> Evidence:
    """What there is to judge by; what of a log does not count is said on stderr.

    Raises:
        click.ClickException: it can't be read.
    """
    if log is None:
        return of_library(reviewed(library, now), now)
    try:
        found = revlog.read(log, now.tzinfo or UTC)
    except (Unreadable, OSError) as error:
        raise click.ClickException(str(error)) from error
    for reason, count in found.left_out.items():
        output.say(f"left out: {count:,} {'row' if count == 1 else 'rows'}, {reason}")
    return _of_log(found, now)


def of_library(shelf: Library, now: datetime) -> Evidence:
    """The library's own answers; its cards go on from where they stand."""
    snapshot, day = shelf.snapshot, shelf.day(now)
    today = day_of(snapshot, day, shelf.settings)
    lived = {own.card: _history(own) for own in histories(snapshot)}
    ahead = [
        lived.get(card.id) or History((), card.schedule) for card in today.cards if is_chosen(card)
    ]
    answered = [*lived.values()]
    known = habits(answered, today.agenda.limits.pace)
    life = Life(day, new=today.plan().new_a_day or NEW_A_DAY, habits=known)
    return Evidence(answered, ahead, life, shelf.settings.parameters)


def _history(lived: Lived) -> History:
    return History(lived.answers, lived.start, lived.moments)


def _of_log(log: revlog.Log, now: datetime) -> Evidence:
    """A log's answers; its cards go on from the day after the last one."""
    answered = [*map(_history, log.cards)]
    last = max((card.answers[-1][0] for card in answered), default=now.date())
    pace = learned(Answer(*one) for one in log.given)
    life = Life(last + timedelta(days=1), new=NEW_A_DAY, habits=habits(answered, pace))
    return Evidence(answered, answered, life, left_out=log.left_out)
