"""`grade` and `undo`: what changes a card, from the command line."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from studyapp.library.changes import suspend
from studyapp.library.library import Library

Run = Callable[..., Result]
SEED = Path(__file__).parents[2] / "../shared/seed"
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags: [numbers]
---
# Primes

**Q: Is one a prime?**
A: No, it is a unit.

**Q: Is two a prime?**
A: Yes, the only even one.
"""


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "primes (draft) + `1`？.md"
    file.write_text(NOTE, "utf-8")
    return file


@pytest.fixture
def cards(root: Path, file: Path, studyapp: Run) -> list[str]:
    assert file.exists()
    return [card["id"] for card in json.loads(studyapp("cards", root, "--json").stdout)]


def values(file: Path) -> list[str]:
    keys = ("last_reviewed", "next_review", "review_count", "mastery_level")
    text = file.read_text("utf-8")
    return [re.findall(rf"(?m)^{key}: (.*)$", text)[0] for key in keys]


def journal(root: Path) -> list[dict[str, Any]]:
    (path,) = (root / ".studyapp" / "journal").glob("*.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("grades", "intervals"),
    [
        ("4444", [1, 6, 15, 38]),
        ("5555", [1, 6, 17, 50]),
        ("3333", [1, 6, 13, 26]),
        ("5550555", [1, 6, 17, 1, 1, 6, 19]),
    ],
)
def test_the_vectors(
    root: Path, cards: list[str], studyapp: Run, grades: str, intervals: list[int]
) -> None:
    """SM-2's published intervals come out of the command line, each review on its due day."""
    now, found = date(2026, 11, 23), []
    for grade in grades:
        result = studyapp("grade", cards[0], grade, "--library", root, "--now", now, "--json")
        card = json.loads(result.stdout)["card"]
        found.append(card["interval"])
        assert card["due"] == (now + timedelta(days=card["interval"])).isoformat()
        now += timedelta(days=card["interval"])
    assert found == intervals


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "Blackout (quality 0) → 2026-11-24"),
        ("again", "Again (quality 1) → 2026-11-24"),
        ("2", "Familiar (quality 2) → 2026-11-24"),
        ("HARD", "Hard (quality 3) → 2026-11-24"),
        ("good", "Good (quality 4) → 2026-11-24"),
        ("5", "Easy (quality 5) → 2026-11-24"),
    ],
)
def test_the_answer_says_which_grade(
    root: Path, cards: list[str], studyapp: Run, typed: str, said: str
) -> None:
    """Words and numbers are taken, and the answer tells the quality and the date."""
    result = studyapp("grade", cards[0], typed, "--library", root, "--now", "2026-11-23")
    assert result.stdout == f"{said}\n"


@pytest.mark.parametrize("typed", ["6", "-1", "fine", "", "4.0", "４５"])
def test_what_is_no_grade_is_wrong_use(
    root: Path, cards: list[str], studyapp: Run, typed: str
) -> None:
    """Anything else is exit 2, names what is allowed, and writes nothing."""
    result = studyapp("grade", "--library", root, "--", cards[0], typed, code=2)
    assert "0-5 or again, hard, good, easy" in result.stderr
    assert not (root / ".studyapp").exists()


def test_a_card_by_its_prefix(root: Path, cards: list[str], studyapp: Run) -> None:
    """The shortest unique beginning of an id is enough; less is refused with the choices."""
    assert cards[0][0] != cards[1][0], "choose other questions"
    studyapp("grade", cards[0][:1], "good", "--library", root)
    assert journal(root)[-1]["card"] == cards[0]
    for number in range(40):
        text = f"# More {number}\n\n**Q: Is {number} a prime?**\nA: Divide.\n"
        (root / f"more {number}.md").write_text(text, "utf-8")
    before = journal(root)
    result = studyapp("grade", cards[0][:1], "good", "--library", root, code=1)
    assert re.search(r"\d cards begin with", result.stderr)
    for unknown in ("zzzzzzzzzzzzzz", ""):
        result = studyapp("grade", unknown, "good", "--library", root, code=1)
        assert f"no card has an id that begins with '{unknown}'" in result.stderr
    assert journal(root) == before


def test_grade_answers_in_json(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """The document has the card, the event, all six outcomes, the note's values, what waits."""
    result = studyapp(
        "grade", cards[0], "good", "--library", root, "--json",
        "--now", "2026-11-23T20:00:00+08:00", "--seconds", "7.25",
    )  # fmt: skip
    answer = json.loads(result.stdout)
    assert list(answer) == ["card", "event", "outcomes", "note_values", "waiting"]
    assert answer["card"]["note"] == file.name
    assert answer["card"]["status"] == "review"
    assert answer["event"]["at"] == "2026-11-23T20:00:00+08:00"
    assert answer["event"]["seconds"] == 7.2
    assert [one["grade"] for one in answer["outcomes"]] == [0, 1, 2, 3, 4, 5]
    assert answer["outcomes"][4]["due"] == "2026-11-24"
    assert answer["note_values"] == {
        "last_reviewed": "2026-11-23",
        "next_review": "2026-11-24",
        "review_count": 1,
        "mastery_level": 0.18,
    }
    assert answer["waiting"] is None


def test_the_first_grade_tells_of_the_journal(root: Path, cards: list[str], studyapp: Run) -> None:
    """Once, on stderr: that a journal is kept, and how git may leave it out."""
    first = studyapp("grade", cards[0], "good", "--library", root)
    assert "add `.studyapp/` to .gitignore" in first.stderr
    second = studyapp("grade", cards[1], "good", "--library", root)
    assert second.stderr.count("\n") == 1, "the question that was graded, and no more"


def test_the_reference_note(root: Path, studyapp: Run) -> None:
    """Twelve grades and twelve undos on the shared note, its values and its bytes."""
    if not SEED.is_dir():
        pytest.skip("no shared notes here")
    source = next(SEED.glob("*.md"))
    file = root / source.name
    file.write_bytes(source.read_bytes())
    ids = [card["id"] for card in json.loads(studyapp("cards", root, "--json").stdout)]
    where, done = ("--library", root, "--json", "--now"), []
    for day, expected in (("2026-11-23", "0.35"), ("2026-11-24", "0.68")):
        for card in ids:
            result = studyapp("grade", card, "4", *where, day)
            done.append(json.loads(result.stdout)["event"]["id"])
        assert values(file)[3] == expected
    assert values(file) == ["'2026-11-24'", "'2026-11-30'", "2", "0.68"]
    for event in sorted(done):
        studyapp("undo", event, *where, "2026-11-24")
    assert file.read_bytes() == source.read_bytes()


def test_undo_takes_back_the_last(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """Without an argument the last act goes, then the one before, then there is none."""
    here = ("--library", root, "--now", "2026-11-23")
    for card in cards:
        studyapp("grade", card, "good", *here)
    assert studyapp("undo", *here).stdout == "Undone; Is two a prime? → new\n"
    assert values(file)[3] == "0.18"
    assert studyapp("undo", *here).stdout == "Undone; Is one a prime? → new\n"
    assert file.read_text("utf-8") == NOTE
    assert "there is nothing to undo" in studyapp("undo", *here, code=1).stderr


def test_undo_by_card_by_event_and_redo(
    root: Path, file: Path, cards: list[str], studyapp: Run
) -> None:
    """A card's id undoes its last act, an event's id that event, an undo's id is redo."""
    here = ("--library", root, "--now", "2026-11-23")
    for card in cards:
        studyapp("grade", card, "good", *here)
    graded = file.read_bytes()
    studyapp("undo", cards[0], *here)
    undo = journal(root)[-1]
    assert undo["undone"] == next(one["id"] for one in journal(root) if one["event"] == "review")
    assert studyapp("undo", undo["id"], *here).stdout == "Redone; Is one a prime? → 2026-11-24\n"
    assert file.read_bytes() == graded
    result = studyapp("undo", "nothing", *here, code=1)
    assert "no act has an id that begins with 'nothing'" in result.stderr


def test_two_reviews_a_day(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """The second of a day schedules nothing; undoing the first lets it count."""
    here = ("--library", root, "--json", "--now")
    first = json.loads(studyapp("grade", cards[0], "5", *here, "2026-11-23T09:00").stdout)
    second = json.loads(studyapp("grade", cards[0], "1", *here, "2026-11-23T10:00").stdout)
    assert (second["card"]["ease"], second["card"]["repetitions"]) == (2.6, 1)
    assert values(file)[2] == "1"
    answer = json.loads(studyapp("undo", first["event"]["id"], *here, "2026-11-23T11:00").stdout)
    assert (answer["card"]["ease"], answer["card"]["repetitions"]) == (2.5, 0)
    assert values(file)[2] == "1"


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2])
def test_undone_in_any_order(
    root: Path, file: Path, cards: list[str], studyapp: Run, order: tuple[int, ...]
) -> None:
    """Whatever is undone first, the last undo leaves the note's first bytes."""
    here = ("--library", root, "--json", "--now")
    acts = [(card, "2026-11-23") for card in cards] + [(cards[0], "2026-11-24")]
    answers = [json.loads(studyapp("grade", card, "4", *here, day).stdout) for card, day in acts]
    done = [answer["event"]["id"] for answer in answers]
    for place in order:
        studyapp("undo", done[place], *here, "2026-11-25")
    assert file.read_text("utf-8") == NOTE


def test_a_note_that_waits(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """A note that can't be written is named with the reason; the grade is safe, the code 0."""
    (root / "second name").hardlink_to(file)
    result = studyapp("grade", cards[0], "good", "--library", root, "--json")
    assert "hard links share it" in json.loads(result.stdout)["waiting"]
    assert f"{file.name} waits: 2 hard links" in result.stderr
    assert file.read_text("utf-8") == NOTE
    (root / "second name").unlink()
    result = studyapp("grade", cards[1], "good", "--library", root)
    assert "were behind the journal and are mended" in result.stderr
    assert values(file)[3] == "0.35"


@pytest.mark.parametrize("place", [".studyapp", ".studyapp/journal"])
def test_nothing_saved_is_said(
    root: Path, file: Path, cards: list[str], studyapp: Run, place: str
) -> None:
    """Where no journal can be kept the code is 1, stdout empty, and the note as it was."""
    blocked = root / place
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("in the way", "utf-8")
    result = studyapp("grade", cards[0], "good", "--library", root, "--json", code=1)
    assert "nothing was saved: " in result.stderr
    assert result.stdout == ""
    assert file.read_text("utf-8") == NOTE


def test_a_hand_and_a_tool(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """A date moved by hand is followed, values of another tool are named and left."""
    here = ("--library", root, "--now", "2026-11-23")
    for card in cards:
        studyapp("grade", card, "good", *here)
    file.write_text(file.read_text("utf-8").replace("2026-11-24", "2026-12-24"), "utf-8")
    result = studyapp("grade", cards[0], "good", "--library", root, "--now", "2026-12-24")
    assert "next_review was moved by hand" in result.stderr
    assert result.stdout.endswith("2026-12-30\n")
    theirs = file.read_text("utf-8").replace("mastery_level: 0", "mastery_level: 1")
    file.write_text(theirs, "utf-8")
    result = studyapp("grade", cards[1], "good", "--library", root, "--now", "2026-12-24")
    assert "another tool changed its review values" in result.stderr
    assert file.read_text("utf-8") == theirs


def test_an_undone_move(root: Path, file: Path, cards: list[str], studyapp: Run) -> None:
    """What the journal took from a person's hand can be taken back by its id."""
    here = ("--library", root, "--now", "2026-11-23")
    for card in cards:
        studyapp("grade", card, "good", *here)
    graded = file.read_text("utf-8")
    file.write_text(graded.replace("2026-11-24", "2026-12-24"), "utf-8")
    studyapp("undo", cards[0], *here)
    move = next(one["id"] for one in journal(root) if one["event"] == "reschedule")
    studyapp("undo", move, *here)
    undo = next(one["id"] for one in journal(root) if one["event"] == "undo")
    studyapp("undo", undo, *here)
    assert file.read_text("utf-8") == graded
    adopt = next(one["id"] for one in journal(root) if one["event"] == "adopt")
    assert "no act" in studyapp("undo", adopt, *here, code=1).stderr


def test_undo_takes_an_act_on_many_cards_back_at_once(
    root: Path, cards: list[str], studyapp: Run
) -> None:
    """What was done to several cards in the app is one act for the command line too."""
    library = Library(root, "", "test-device")
    library.open(datetime.fromisoformat("2026-11-23T10:00+00:00"))
    library.change(cards, suspend(on=True), datetime.fromisoformat("2026-11-23T10:00+00:00"))
    here = ("--library", root, "--now", "2026-11-23T12:00")
    assert studyapp("undo", *here).stdout == f"Undone; suspended: {len(cards)} cards\n"
    assert "there is nothing to undo" in studyapp("undo", *here, code=1).stderr
