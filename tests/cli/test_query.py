"""Lines that choose cards, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

NOW = ("--now", "2026-11-23T09:30:00+08:00")
NOTE = """\
---
tags: [{tag}]
last_reviewed: {last}
next_review: {due}
review_count: {count}
---
# {title}

**Q: What is {title}?**
A: It is {title}.
"""


@pytest.fixture
def library(root: Path) -> Path:
    """Forty new cards of one deck, one due and one suspended elsewhere."""
    for deck in ("many", "few"):
        (root / deck).mkdir()
    for number in range(40):
        text = NOTE.format(tag="bulk", last="null", due="null", count=0, title=f"Thing {number}")
        (root / "many" / f"{number}.md").write_text(text, "utf-8")
    facts = {"tag": "Core", "last": "2026-11-01", "due": "2026-11-10", "count": 2}
    text = NOTE.format(**facts, title="注意力 Attention")
    (root / "few" / "attention.md").write_text(text, "utf-8")
    return root


def asked(result: Result) -> list[str]:
    """The questions in a JSON answer."""
    return [card["question"] for card in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("ATTENTION", 1),
        ("注意", 1),
        ("tag:core", 1),
        ("is:due", 1),
        ("deck:many", 40),
        ('"thing 1"', 11),
        ("thing -bulk", 0),
        ("is:leech", 0),
        ("", 41),
    ],
)
def test_a_line_chooses_cards(
    studyapp: Callable[..., Result], library: Path, line: str, count: int
) -> None:
    """Words and terms find cards by question, title, deck, tags and state."""
    assert len(asked(studyapp("cards", library, "--query", line, "--json", *NOW))) == count


def test_due_asks_all_that_the_line_finds(studyapp: Callable[..., Result], library: Path) -> None:
    """Neither the minutes nor a deck's weight limit what is asked for by name."""
    (library / ".studyapp").mkdir()
    (library / ".studyapp" / "settings.toml").write_text("weights = {many = 0}\n", "utf-8")
    assert len(asked(studyapp("due", library, "--json", *NOW))) == 1
    assert len(asked(studyapp("due", library, "--query", "deck:many", "--json", *NOW))) == 40


def test_a_term_that_says_nothing_is_told(studyapp: Callable[..., Result], library: Path) -> None:
    """A misspelt state is named on stderr, with those that there are."""
    told = studyapp("cards", library, "--query", "is:du attention", *NOW)
    assert "`is:du` asks for nothing: is: takes due new known review flagged leech" in told.stderr
    assert len(told.stdout.splitlines()) == 1


def test_a_line_that_says_nothing_finds_nothing(
    studyapp: Callable[..., Result], library: Path
) -> None:
    """A lone misspelt state lists no card, least of all every one, and fails."""
    told = studyapp("cards", library, "--query", "is:du", *NOW, code=1)
    assert (told.stdout, "asks for anything" in told.stderr) == ("", True)
    assert studyapp("cards", library, "--query", "is:leech", *NOW).stderr == "no card\n"
