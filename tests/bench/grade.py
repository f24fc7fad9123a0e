"""One grade made durable, beside Anki answering one card, in one interleaved run.

Run as `python tests/bench/grade.py`; it needs `pip install anki`. Ours is the journal and the
note, both fsynced; Anki's is a transaction of its SQLite collection. The goal is a ratio of 1.5.

Each side has shown its card before the clock starts: Anki has fetched it with all its next states
and built the answer, and we have prepared its grades, as Study does while the card is looked at:
the note as Good would have it lies on the disk by then, without a name. Rows without a goal are a
grade that puts something else into the note, and one that nothing was prepared for, as the command
line gives it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from row import tell

from studyapp.library.library import Library
from studyapp.library.settings import write_library
from studyapp.schedule import Grade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOTES, CARDS = 450, 2
ROUNDS = 400
GOAL = 1.5
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HEAD = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- bench
related_outlines: []
---
"""


def note(number: int) -> str:
    """A note of about 5 KB with its cards."""
    filler = "A sentence that a note of ordinary length would hold in its place.\n\n" * 70
    cards = (f"**Q: What is {number} plus {n}?**\nA: It is {number + n}.\n" for n in range(CARDS))
    return HEAD + f"# Number {number}\n\n{filler}" + "\n".join(cards)


def ours(
    folder: Path, *, prepared: bool, grade: Grade = Grade.GOOD, scheduler: str = "sm2"
) -> Iterator[Callable[[], object]]:
    """Grades of one card after the other, a new day each time round.

    Under SM-2 a first grade comes to the same whichever it is.
    """
    for number in range(NOTES):
        (folder / f"note {number}.md").write_text(note(number), "utf-8")
    write_library(folder, "scheduler", scheduler)
    library = Library(folder, "", "bench")
    cards = list(library.open(START).cards)
    now = START
    while True:
        for card in cards:
            ready = library.prepare(card, now) if prepared else None
            yield partial(library.grade, card, grade, 5.0, now, ready)
        now += timedelta(days=1)


def theirs(folder: Path) -> Iterator[Callable[[], object]]:
    """Answers to the cards that Anki's own queue brings."""
    from anki.collection import Collection  # noqa: PLC0415  only a bench needs it
    from anki.scheduler.v3 import CardAnswer  # noqa: PLC0415

    collection = Collection(str(folder / "collection.anki2"))
    deck = collection.decks.id("Default")
    config = collection.decks.config_dict_for_deck_id(deck)
    config["new"]["perDay"] = NOTES * CARDS
    collection.decks.update_config(config)
    kind = collection.models.by_name("Basic")
    for number in range(NOTES * CARDS):
        one = collection.new_note(kind)
        one["Front"], one["Back"] = f"What is {number}?", "It is a number."
        collection.add_note(one, deck)
    while queued := collection.sched.get_queued_cards(fetch_limit=1).cards:
        card = collection.get_card(queued[0].card.id)
        card.start_timer()
        states, good = queued[0].states, CardAnswer.GOOD
        answer = collection.sched.build_answer(card=card, states=states, rating=good)
        yield lambda answer=answer: collection.sched.answer_card(answer)


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that `act` took, on the clock and of the processor."""
    began, before = perf_counter(), process_time()
    act()
    return (perf_counter() - began) * 1000, (process_time() - before) * 1000


def in_turn(acts: list[Callable[[], object]], first: int) -> list[tuple[float, float]]:
    """Times of `acts`, another one first in each round: it finds the processor's caches cold."""
    places = [(first + number) % len(acts) for number in range(len(acts))]
    times = {place: timed(acts[place]) for place in places}
    return [times[place] for place in range(len(acts))]


def main() -> None:
    """Print both sides and their ratio."""
    try:
        import anki.collection  # noqa: F401, PLC0415
    except ImportError:
        sys.exit("skipped: `pip install anki` first")
    with TemporaryDirectory() as place:
        good, other, again, plain = folders = [Path(place, str(number)) for number in range(4)]
        for folder in folders:
            folder.mkdir()
        sides = (
            ours(good, prepared=True),
            theirs(other),
            ours(again, prepared=True, grade=Grade.AGAIN, scheduler="fsrs"),
            ours(plain, prepared=False),
        )
        rounds = zip(range(ROUNDS), *sides, strict=False)
        times = [in_turn(acts, number) for number, *acts in rounds]
    for which, what in enumerate(("a grade made durable", "the same, processor time")):
        ahead, their, less, bare = (
            [one[which] for one in side] for side in zip(*times, strict=True)
        )
        tell(what, median(ahead), median(their), GOAL, beside="anki")
        low, high = (quantiles(side, n=10)[0] for side in (ahead, their))
        tell(f"{what}, quickest tenth", low, high, GOAL, beside="anki")
        tell(f"{what}, Again in FSRS", median(less), median(their), None, beside="anki")
        tell(f"{what}, unprepared", median(bare), median(their), None, beside="anki")


if __name__ == "__main__":
    main()
