"""How often the demo that opens is one that a good teacher would show.

Run as `python tests/bench/demos_gold.py`. The thresholds in `studyapp.demos.choice` were fitted
on the fitting half of the cards checked by hand; what counts is the held-out half.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyapp.demos import Demo, choose, rarity
from studyapp.notes import parse

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
Names = frozenset[str]


@dataclass(frozen=True)
class Verdict:
    """One card: what a teacher would show, what may stand folded, and what we open."""

    path: str
    question: str
    best: Names
    acceptable: Names
    opened: tuple[str, ...]
    offered: Names


def judge() -> list[Verdict]:
    """A verdict for each card of the gold file that `parse` extracts."""
    paths = sorted((CORPUS / "notes").rglob("*.md"))
    notes = {path.relative_to(CORPUS).as_posix(): path for path in paths}
    read = {name: parse(path.read_bytes(), name) for name, path in notes.items()}
    weights = rarity(read.values())
    gold = json.loads((CORPUS / "gold_demos.json").read_text("utf-8"))["cards"]
    verdicts: list[Verdict] = []
    for one in gold:
        note = read[one["path"]]
        card = next((card for card in note.cards if card.line == one["line"]), None)
        if card:
            demos = choose(card, note, others=tuple(read.values()), rarity=weights)
            verdicts.append(_verdict(one, demos))
    return verdicts


def _verdict(one: dict[str, Any], demos: tuple[Demo, ...]) -> Verdict:
    runnable = [demo for demo in demos if demo.snippet.runnable]  # the gold judges runs
    return Verdict(
        path=one["path"],
        question=one["question"],
        best=frozenset(one["best"]),
        acceptable=frozenset(one["acceptable"]),
        opened=tuple(f"{demo.note}:{demo.line}" for demo in runnable if demo.opens),
        offered=frozenset(f"{demo.note}:{demo.line}" for demo in runnable),
    )


def report(name: str, verdicts: list[Verdict]) -> None:
    """Print the two rates, and the cards that went wrong."""
    having = [one for one in verdicts if one.best]
    hits = [one for one in having if one.best & {*one.opened[:1]}]
    shown = [one for one in verdicts if one.opened]
    strict = [one for one in shown if not one.best & {*one.opened}]
    wrong = [one for one in strict if not one.acceptable & {*one.opened}]
    print(f"{name}: {len(verdicts)} cards")
    print(f"  best opens:        {len(hits)} of {len(having)} cards that have one")
    print(f"  opens not a best:  {len(strict)} of {len(verdicts)}, wholly wrong: {len(wrong)}")
    for one in verdicts:
        if (one.best and one not in hits) or one in strict:
            print(f"    {one.question}: opened {one.opened}, best {sorted(one.best)}")


def main() -> None:
    """Report both halves."""
    verdicts = judge()
    fitting = sorted({one.path for one in verdicts})[::2]
    report("fitting", [one for one in verdicts if one.path in fitting])
    report("held out", [one for one in verdicts if one.path not in fitting])


if __name__ == "__main__":
    main()
