"""The bundled notes: well-formed, told alike in two languages, and true when run."""

import ast
import re
import time
from itertools import combinations
from pathlib import Path

import pytest

from studyapp.demos import Chooser
from studyapp.demos.words import words
from studyapp.notes import Note, Snippet, parse
from studyapp.runner import Block, Request, Runner, collect
from studyapp.runner.plan import plan

DECKS = Path(__file__).parents[2] / "decks"
NOTES = sorted(DECKS.glob("*/*.md"))
NUMBERS = sorted({path.stem.split()[0] for path in NOTES})
"""A note and its sibling in the other language bear the same one."""
LANGUAGES = ("pytorch", "pytorch-en")
FRONT_MATTER = [
    "created",
    "last_reviewed",
    "next_review",
    "review_count",
    "difficulty",
    "mastery_level",
    "tags",
    "related_outlines",
]
FOLLOW_UP = re.compile(r"\n\s*\*\*(?:Follow-up:|Worth adding:|接着问：|补充一点：)\*\*")
STATED = re.compile(r"^\w[^#\n]*  # ", re.MULTILINE)
MOST = 0.6
LOADED = "import sys\n'torch.export._trace' in sys.modules  # True"  # which compiling needs


def read(path: Path) -> Note:
    return parse(path.read_bytes(), path.relative_to(DECKS).as_posix())


@pytest.fixture(params=NOTES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def notes() -> dict[str, Note]:
    return {note.path: note for note in map(read, NOTES)}


@pytest.fixture(scope="module")
def choosers(notes: dict[str, Note]) -> dict[str, Chooser]:
    """One for both decks together, and one for each language alone."""
    return {
        language: Chooser({place: note for place, note in notes.items() if language in place})
        for language in ("", *(f"{one}/" for one in LANGUAGES))
    }


@pytest.fixture(scope="module")
def loaded(runner: Runner) -> Runner:
    for _ in range(60):
        if told(runner, LOADED):
            break
        time.sleep(0.5)  # what takes long to import comes while nothing runs
    return runner


def told(runner: Runner, claim: str) -> bool:
    request = Request((Block(claim, 1, 0),))
    result = collect(request, runner.run(request))
    assert result.status == "ok"
    return all(claim.holds for claim in result.claims)


def shown(note: Note) -> tuple[str, ...]:
    """What the note's fences do, in whichever language their comments are."""
    return tuple(ast.dump(ast.parse(snippet.code)) for snippet in note.snippets)


def test_each_note_has_its_sibling(notes: dict[str, Note]) -> None:
    """What the notes of one language ask and show, those of the other do, too."""
    chinese, english = (
        {shown(note): note.title for note in notes.values() if note.path.startswith(f"{language}/")}
        for language in LANGUAGES
    )
    alone = chinese.keys() ^ english.keys()
    assert [title for does, title in (chinese | english).items() if does in alone] == []


def test_front_matter_has_the_eight_keys_in_order(path: Path) -> None:
    """A bundled note has the form of a fresh one; without a journal, of an unseen one."""
    block = path.read_text(encoding="utf-8").split("---\n")[1]
    assert re.findall(r"^(\w+):", block, re.MULTILINE) == FRONT_MATTER
    studied = (DECKS / ".studyapp").exists()
    fresh = {"next_review": "2026-11-23", "review_count": "0", "mastery_level": "0.0"}
    assert studied or read(path).values == {"last_reviewed": None, **fresh}


def test_every_card_has_its_snippet(path: Path) -> None:
    """There are five to eight cards, no problem, and a short runnable fence for each card."""
    note = read(path)
    assert note.problems == ()
    assert 5 <= len(note.cards) <= 8
    assert len(note.snippets) == len(note.cards)
    assert all(snippet.runnable for snippet in note.snippets)
    assert all(3 <= len(snippet.code.strip().split("\n")) <= 15 for snippet in note.snippets)


def test_each_card_opens_its_own_snippet(path: Path, choosers: dict[str, Chooser]) -> None:
    """Card and fence stand in the same order, and the demo that opens first is the one meant.

    So it is among both decks, in the note's own deck alone, and where the note is all there is.
    """
    note = read(path)
    meant = {
        card.question: [(note.path, snippet.line, True)]
        for card, snippet in zip(note.cards, note.snippets, strict=True)
    }
    mine = f"{path.parent.name}/"
    for chooser in (choosers[""], choosers[mine], Chooser({note.path: note})):
        opened = {card.question: chooser.choose(card)[:1] for card in note.cards}
        assert {
            question: [(demo.note, demo.line, demo.opens) for demo in demos]
            for question, demos in opened.items()
        } == meant


def test_answers_can_be_said_in_a_minute(path: Path) -> None:
    """No answer is longer than a person can say in a minute; one deeper step follows it."""
    for card in read(path).cards:
        said, *deeper = FOLLOW_UP.split(card.answer)
        words = len(re.findall(r"[A-Za-z_]+", said))
        characters = len(re.findall(r"[\u4e00-\u9fff]", said))
        assert words / 150 + characters / 250 <= 1, card.question
        assert len(deeper) == 1, card.question


def test_no_two_questions_say_the_same(notes: dict[str, Note]) -> None:
    """Within a language no question is another one in slightly other words."""
    for language in LANGUAGES:
        mine = [note for note in notes.values() if note.path.startswith(f"{language}/")]
        asked = [card.question for note in mine for card in note.cards]
        assert len(set(asked)) == len(asked)
        assert [pair for pair in combinations(asked, 2) if alike(*pair)] == []


def alike(one: str, other: str) -> bool:
    """Whether two questions have most of their telling words in common."""
    first, second = words(one), words(other)
    return len(first & second) >= MOST * len(first | second)


def test_links_lead_to_notes_beside(path: Path) -> None:
    """Each note names related ones, which are there, in its own language."""
    links = [link.target for link in read(path).links]
    assert len(links) >= 2
    assert [link for link in links if not (path.parent / link).is_file()] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_stated_result_is_what_torch_says(number: str, loaded: Runner) -> None:
    """Each fence runs by itself, and each result that a comment states holds, at least one.

    A fence that stands alike in both languages runs once.
    """
    ran: set[str] = set()
    for note in (read(path) for path in NOTES if path.stem.startswith(f"{number} ")):
        blocks = [Block(one.code, one.code_line, one.line) for one in note.snippets]
        for index, snippet in enumerate(note.snippets):
            planned = plan(blocks, index)
            assert isinstance(planned, Request)
            assert len(planned.blocks) == 1
            if snippet.code not in ran:
                ran.add(snippet.code)
                holds(snippet, planned, loaded)


def holds(snippet: Snippet, planned: Request, runner: Runner) -> None:
    """Run a fence: as many results hold as it states."""
    result = collect(planned, runner.run(planned))
    assert result.status == "ok", (snippet.line, result)
    assert [claim for claim in result.claims if not claim.holds] == []
    assert len(result.claims) >= max(1, stated(snippet)), snippet.line


def stated(snippet: Snippet) -> int:
    """How many statements at top level have a result behind them."""
    return len(STATED.findall(snippet.code))
