"""The bundled notes: well-formed, and every result that they state is true here."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.demos import Chooser
from studyapp.notes import Note, parse

DECKS = Path(__file__).parents[2] / "decks"
NOTES = sorted(DECKS.glob("*/*.md"))
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

# Runs each fence in its own namespace, as the app does, and compares the value of every
# expression that carries a comment with that comment. Answers with what differs, as JSON.
CHECK = """
import ast, json, sys

def differences(code):
    names, lines = {}, code.split("\\n")
    for node in ast.parse(code).body:
        if not isinstance(node, ast.Expr):
            exec(compile(ast.Module([node], []), "fence", "exec"), names)
            continue
        found = repr(eval(compile(ast.Expression(node.value), "fence", "eval"), names))
        line = lines[node.end_lineno - 1]
        _, mark, stated = line.partition("  # ")
        if mark and stated != found:
            yield [line, found]

print(json.dumps([row for code in json.load(sys.stdin) for row in differences(code)]))
"""


def read(path: Path) -> Note:
    return parse(path.read_bytes(), path.relative_to(DECKS).as_posix())


@pytest.fixture(params=NOTES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_there_is_one_note_in_each_language() -> None:
    """The app comes with a Chinese and an English note."""
    assert [path.parent.name for path in NOTES] == ["pytorch", "pytorch-en"]


def test_front_matter_has_the_eight_keys_in_order(path: Path) -> None:
    """A bundled note has the form of a fresh one; without a journal, of an unseen one."""
    block = path.read_text(encoding="utf-8").split("---\n")[1]
    assert re.findall(r"^(\w+):", block, re.MULTILINE) == FRONT_MATTER
    studied = (DECKS / ".studyapp").exists()
    fresh = {"next_review": "2026-11-23", "review_count": "0", "mastery_level": "0.0"}
    assert studied or read(path).values == {"last_reviewed": None, **fresh}


def test_every_card_has_its_snippet(path: Path) -> None:
    """There are at least five cards, no problem, and a short runnable fence for each card."""
    note = read(path)
    assert note.problems == ()
    assert len(note.cards) >= 5
    assert len(note.snippets) == len(note.cards)
    assert all(snippet.runnable for snippet in note.snippets)
    assert all(3 <= len(snippet.code.strip().split("\n")) <= 15 for snippet in note.snippets)


def test_each_card_opens_its_own_snippet(path: Path) -> None:
    """Card and fence stand in the same order, and the demo that opens first is the one meant."""
    note = read(path)
    chooser = Chooser({note.path: note})
    opened = [chooser.choose(card)[0] for card in note.cards]
    assert [demo.line for demo in opened] == [snippet.line for snippet in note.snippets]
    assert all(demo.opens for demo in opened)


def test_answers_can_be_said_in_a_minute(path: Path) -> None:
    """No answer is longer than a person can say before an interviewer stops listening."""
    for card in read(path).cards:
        words = len(re.findall(r"[A-Za-z_]+", card.answer))
        characters = len(re.findall(r"[\u4e00-\u9fff]", card.answer))
        assert words / 150 + characters / 250 <= 1, card.question


def test_every_stated_result_is_what_torch_says() -> None:
    """Each fence runs by itself, and each comment beside an expression is its exact value."""
    fences = [snippet.code for path in NOTES for snippet in read(path).snippets]
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        input=json.dumps(fences),
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout) == []
