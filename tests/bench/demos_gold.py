"""How often the demo that opens is one that a good teacher would show.

Run as `python tests/bench/demos_gold.py`. The weights in `studyapp.demos` were fitted on the cards
checked by hand; what counts is the last line, for which each note's cards were judged with the
thresholds that fit all other notes best.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyapp.demos import Demo, choice, choose, rarity, visibility
from studyapp.notes import Card, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
Names = frozenset[str]

# What is fitted: the score that opens, and how much a run of each kind shows.
OPENS = (0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3)
SHOWS = (0.7, 0.75, 0.8, 0.85, 0.9)
BINDS = (0.6, 0.65, 0.7, 0.75, 0.8)
MOST_WRONG = 0.1


@dataclass(frozen=True)
class Verdict:
    """One card: what a teacher would show, what may stand folded, and what opens."""

    path: str
    question: str
    best: Names
    acceptable: Names
    none: bool
    opened: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the first demo that opens is a best one, or rightly none does."""
        return self.opened[0] in self.best if self.opened else self.none

    @property
    def strange(self) -> bool:
        """Whether something opens that a teacher would at most fold."""
        return bool(self.opened) and not self.best & {*self.opened}


class Gold:
    """The cards checked by hand, and the library they stand in."""

    def __init__(self) -> None:
        paths = sorted((CORPUS / "notes").rglob("*.md"))
        named = {path.relative_to(CORPUS).as_posix(): path for path in paths}
        self.notes = {name: parse(path.read_bytes(), name) for name, path in named.items()}
        self.weights = rarity(self.notes.values())
        cards: list[dict[str, Any]] = json.loads((CORPUS / "gold_demos.json").read_text("utf-8"))[
            "cards"
        ]
        self.cards = [(one, *self._card(one, named[one["path"]])) for one in cards]

    def _card(self, one: dict[str, Any], file: Path) -> tuple[Card, bool]:
        """The card, and whether `parse` finds it; else its heading is taken for the question."""
        note = self.notes[one["path"]]
        found = next((card for card in note.cards if card.line == one["line"]), None)
        return (found, True) if found else (_from_heading(one, file), False)

    def judge(self, paths: Iterable[str] | None = None) -> Iterator[Verdict]:
        """A verdict for each card of the notes at `paths`."""
        for one, card, _ in self.cards:
            if paths is None or one["path"] in paths:
                note, others = self.notes[one["path"]], tuple(self.notes.values())
                yield _verdict(one, choose(card, note, others=others, rarity=self.weights))


def _from_heading(one: dict[str, Any], file: Path) -> Card:
    lines = file.read_text("utf-8").split("\n")
    begin = one["line"]
    level = len(lines[begin - 1]) - len(lines[begin - 1].lstrip("#"))
    heading = re.compile(rf"#{{1,{level}}} ")
    rest = enumerate(lines[begin:], begin)
    end = next((at for at, line in rest if heading.match(line)), len(lines))
    answer = "\n".join(lines[begin:end]).strip()
    place = (one["path"], begin, end, "", (), "heading", one["question"], "", answer, "medium")
    return Card("", *place)


def _verdict(one: dict[str, Any], demos: tuple[Demo, ...]) -> Verdict:
    return Verdict(
        path=one["path"],
        question=one["question"],
        best=frozenset(one["best"]),
        acceptable=frozenset(one["acceptable"]),
        none=one["none"],
        opened=tuple(f"{demo.note}:{demo.line}" for demo in demos if demo.opens),
    )


def report(name: str, verdicts: list[Verdict]) -> None:
    """Print the two rates."""
    having = [one for one in verdicts if one.best]
    right = [one for one in having if one.right]
    hits = [one for one in having if one.opened[:1] and one.opened[0] in one.best]
    strange = [one for one in verdicts if one.strange]
    wrong = [one for one in strange if not one.acceptable & {*one.opened}]
    print(f"{name}: {len(verdicts)} cards")
    print(f"  a best one opens:    {len(hits)} of {len(having)} that have one")
    print(f"    or rightly none:   {len(right)} of {len(having)}")
    print(
        f"  opens and is no best: {len(strange)} of {len(verdicts)}, not acceptable: {len(wrong)}"
    )


def tell(verdicts: list[Verdict]) -> None:
    """Print the cards that went wrong."""
    for one in verdicts:
        if (one.best and not one.right) or one.strange:
            print(f"    {one.question}: opened {one.opened}, best {sorted(one.best)}")


def goodness(verdicts: list[Verdict]) -> tuple[bool, int, int]:
    """How well a setting does: within the bar on wrong ones, then by cards that are right."""
    strange = sum(one.strange for one in verdicts)
    right = sum(one.right for one in verdicts if one.best)
    hits = sum(bool(one.best & {*one.opened[:1]}) for one in verdicts)
    return strange <= MOST_WRONG * len(verdicts), right + hits - strange, -strange


def left_out(gold: Gold) -> list[Verdict]:
    """Each note's cards, judged with the setting that fits all other notes best."""
    kept = choice.OPEN, visibility.SHOWS, visibility.BINDS
    settings = list(product(OPENS, SHOWS, BINDS))
    tables = []
    for setting in settings:
        _use(*setting)
        tables.append(list(gold.judge()))
    _use(*kept)
    found: list[Verdict] = []
    for path in dict.fromkeys(one["path"] for one, *_ in gold.cards):
        fits = [goodness([one for one in table if one.path != path]) for table in tables]
        best = max(fits)
        # Of settings that fit equally the middle one: no edge is trusted.
        equal = [table for table, fit in zip(tables, fits, strict=True) if fit == best]
        found += [one for one in equal[len(equal) // 2] if one.path == path]
    return found


def _use(opens: float, shows: float, binds: float) -> None:
    choice.OPEN, visibility.SHOWS = opens, shows
    visibility.BINDS = choice.BINDS = binds  # type: ignore[attr-defined]


def main() -> None:
    """Report the fit, and what holds for notes that were left out of it."""
    gold = Gold()
    missing = [f"{one['path']}:{one['line']}" for one, _, found in gold.cards if not found]
    print(f"{len(missing)} cards that `parse` does not find, their headings asked instead:")
    for place in missing:
        print(f"    {place}")
    fitted = list(gold.judge())
    report("fitted", fitted)
    tell(fitted)
    others = left_out(gold)
    report("each note left out of the fit", others)
    tell(others)


if __name__ == "__main__":
    main()
