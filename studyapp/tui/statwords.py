"""Statistics in words: mastery is never a bare number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study.forgetting import FEW, NEARLY
from studyapp.study.retention import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.study.habits import Streak, StudyDay
    from studyapp.study.retention import Kept
    from studyapp.study.statistics import Statistics
    from studyapp.study.strength import Strength
    from studyapp.tui.words import Words

_WORDS = ("new", "known", "shaky", "holding", "solid")
_BETWEEN = " · "


def met(known: Strength, say: Words) -> str:
    """Met 1 of 6 · 35% in 30 days."""
    if not known.met:
        return say("met", met=0, all=known.cards)
    return say("met_recall", met=known.met, all=known.cards, recall=f"{known.of_met:.0%}")


def counted(known: Strength, say: Words) -> str:
    """How many are new, called known, shaky, holding, solid."""
    counts = {word: getattr(known, word) for word in _WORDS}
    return _BETWEEN.join(say(f"word_{word}", n=n) for word, n in counts.items() if n)


def headline(found: Statistics, say: Words) -> str:
    """Days in a row, the last thirty of them, and how well all is known."""
    lines = (
        (*_row(found.streak, say), *_studied(found.month, say)),
        (met(found.all, say), counted(found.all, say)),
    )
    return "\n".join(_BETWEEN.join(part for part in line if part) for line in lines)


def _row(row: Streak, say: Words) -> Iterator[str]:
    if row.days:
        yield say("stats_streak" if row.today else "stats_streak_until", n=row.days)
    if row.longest > row.days:
        yield say("stats_longest", n=row.longest)


def _studied(days: Sequence[StudyDay], say: Words) -> Iterator[str]:
    studied = sum(day.answers > 0 for day in days)
    yield say("stats_studied", n=sum(day.answers for day in days))
    yield say("stats_spent", minutes=minutes(days), days=studied, all=len(days))


def minutes(days: Sequence[StudyDay]) -> int:
    """The minutes of some days together."""
    return round(sum(day.seconds for day in days) / 60)


def recalled(found: Statistics, say: Words) -> list[tuple[str, ...]]:
    """A table: intervals, how often cards were asked after them, how often recalled, foretold."""
    ever = found.retention
    kept = [
        (say("stats_days", n=ends_of(*ends)), one)
        for ends, one in zip(CLASSES, ever.intervals, strict=True)
    ]
    kept += [
        (say("stats_young"), ever.young),
        (say("stats_mature"), ever.mature),
        (say("stats_all"), ever.all),
        (say("stats_lately"), found.lately.all),
    ]
    head = tuple(say(f"stats_{key}") for key in ("interval", "asked", "share", "foretold"))
    return [head, *((name, *_kept(one)) for name, one in kept)]


def trust(found: Statistics, say: Words) -> Iterator[str]:
    """How the predictions have held, what was made of that, and what they do not know."""
    kept, rate = found.retention.all, found.forgets
    if kept.share is None:
        yield say("stats_trust_none")
    else:
        share, foretold = f"{kept.share:.0%}", f"{kept.foretold:.0%}"
        yield say("stats_trust_kept", asked=kept.asked, share=share, foretold=foretold)
        faster, slower = rate > NEARLY, rate < 1 / NEARLY
        key = "faster" if faster else "slower" if slower else "so"
        key = "few" if kept.asked < FEW else key
        yield say(f"stats_forgets_{key}", rate=f"{max(rate, 1 / rate):.1f}")
    yield say("stats_unknown")


def ends_of(first: int, last: int | None) -> str:
    """An interval class: 1, 2-6, 60+."""
    if last is None:
        return f"{first}+"
    return f"{first}" if first == last else f"{first}-{last}"


def _kept(kept: Kept) -> tuple[str, str, str]:
    if kept.share is None:
        return "0", "–", "–"
    return f"{kept.asked}", f"{kept.share:.0%}", f"{kept.foretold:.0%}"
