"""Libraries to measure on: notes of ordinary length, written here, and Anki's cards to match."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.journal import Journal
from studyapp.library.library import Library
from studyapp.schedule import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule import Event

MOST = 9999
"""Cards a day that Anki takes for a limit."""
FOLDER = 250
"""Notes of one deck."""
BEGAN = datetime(2024, 1, 1, 9, tzinfo=UTC)
DAYS, TIMES = 1000, 20
"""The reviews of a studied library are spread over so many days, so often for each card."""
HEAD = """---
created: '2026-01-02'
last_reviewed: {last}
next_review: '2026-0{month}-1{day}'
review_count: {count}
difficulty: {difficulty}
mastery_level: 0.0
tags:
- bench
- {tag}
related_outlines: []
---
"""
LATIN = "gradient tensor shape layer batch kernel thread cache loss weight bias stride view copy"
CHINESE = "梯度 张量 形状 显存 线程 缓存 损失 权重 步长 视图 的 和 在 是 与"
WORDS = f"{LATIN} {CHINESE}".split()
CODE = "```python\nx = torch.arange({n}.0)\ny = x.view(-1, 1) * {n}\nprint(y.shape)  # {n}\n```\n"


def prose(random: Random, sentences: int) -> str:
    """So many sentences in two languages."""
    lines = (" ".join(random.choices(WORDS, k=14)) for _ in range(sentences))
    return "\n".join(f"{line.capitalize()}。" for line in lines)


def note(number: int) -> str:
    """A note of about 11 KB with one or two questions and six fences; every third was studied."""
    random = Random(number)  # noqa: S311  the same library each time
    studied = number % 3 == 0
    head = HEAD.format(
        last="'2026-02-01'" if studied else "null",
        month=random.randint(1, 9),
        day=random.randint(0, 9),
        count=random.randint(1, 5) if studied else 0,
        difficulty=random.choice(("easy", "medium", "hard")),
        tag=random.choice(WORDS),
    )
    parts = (
        f"## {part}. {random.choice(WORDS)} {number}\n\n{prose(random, 12)}\n\n"
        f"- {random.choice(WORDS)}\n- **{random.choice(WORDS)}**\n\n{CODE.format(n=part)}\n"
        for part in range(1, 7)
    )
    asked = (
        f"**Q: What does {number} do, case {case}?**\nA: {prose(random, 2)}\n\n"
        for case in range(1 + number % 2)
    )
    return f"{head}# Note {number} on {random.choice(WORDS)}\n\n{''.join(parts)}{''.join(asked)}"


def fill(root: Path, notes: int) -> None:
    """Write so many notes below `root`."""
    for number in range(notes):
        folder = root / f"deck {number // FOLDER}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.md").write_text(note(number), encoding="utf-8")


def study(root: Path, reviews: int) -> None:
    """Journal so many reviews of the notes' first cards, twenty of each, and write the notes."""
    library = Library(root, "", "bench")
    snapshot = library.open(BEGAN)
    Journal(root, "bench").append([*_reviews(snapshot, reviews)])
    library.open(BEGAN)
    library.settle(BEGAN + timedelta(days=DAYS))


def _reviews(snapshot: Snapshot, reviews: int) -> Iterator[Event]:
    random = Random(0)  # noqa: S311  as above
    paths = [*snapshot.notes][: reviews // TIMES]
    for number in range(reviews):
        note = snapshot.notes[paths[number % len(paths)]]
        at = BEGAN + timedelta(days=DAYS * number // reviews)
        stamp = acts.Stamp(f"{number:08}", at, at.date())
        if number < len(paths):
            yield acts.seen(note.cards[0], note.title, stamp)
            yield acts.adopt(note, stamp)
        grade = Grade(random.choice((1, 3, 4, 4, 4, 5)))
        yield acts.review(note.cards[0], grade, 5.0, stamp)


def fill_anki(file: Path, cards: int) -> None:
    """Make a collection with so many cards, all of them for today."""
    from anki.collection import Collection  # noqa: PLC0415  only a bench needs it

    collection = Collection(str(file))
    deck, kind = collection.decks.id("Default"), collection.models.by_name("Basic")
    config = collection.decks.config_dict_for_deck_id(deck)
    config["new"]["perDay"] = config["rev"]["perDay"] = min(cards, MOST)
    collection.decks.update_config(config)
    random = Random(0)  # noqa: S311  as above
    for number in range(cards):
        one = collection.new_note(kind)
        one["Front"], one["Back"] = f"What does {number} do?", prose(random, 2)
        collection.add_note(one, deck)
    collection.close()
