"""`new`: a question becomes a card."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
NOW = ("--now", "2026-11-23T09:00+00:00")
RINGS = "# Rings\n\n## 标准答案\n\nA circle.\n"


@pytest.fixture(autouse=True)
def notes(root: Path) -> None:
    (root / "comm").mkdir()
    (root / "comm" / "rings.md").write_text(f"---\ntags: [net]\n---\n{RINGS}", "utf-8")


def questions(studyapp: Run, root: Path) -> set[tuple[str, str]]:
    cards = json.loads(studyapp("cards", root, "--json", *NOW).stdout)
    return {(card["note"], card["question"]) for card in cards}


def test_a_question_without_a_place_goes_to_the_inbox(studyapp: Run, root: Path) -> None:
    """The first makes the note, with front matter; the second joins it, its id is told."""
    there = ("--library", root, *NOW)
    studyapp("new", "Why two?", "--answer", "So.", *there)
    told = json.loads(studyapp("new", "Why three?", "--answer", "So!", "--json", *there).stdout)
    text = (root / "inbox.md").read_text("utf-8")
    assert text.startswith("---\ncreated: '2026-11-23'\nlast_reviewed: null\n")
    assert text.endswith(
        "# Inbox\n\n## Interview questions\n\n**Q: Why two?**\nA: So.\n\n"
        "**Q: Why three?**\nA: So!\n"
    )
    assert text.split("\n")[told["line"] - 1] == "A: So!"
    assert {("inbox.md", "Why two?"), ("inbox.md", "Why three?")} < questions(studyapp, root)
    assert studyapp("grade", told["card"], "good", *there).exit_code == 0


def test_a_note_is_named_by_its_title(studyapp: Run, root: Path) -> None:
    """One that is only close is not taken, but named."""
    there = ("--library", root, *NOW)
    assert "comm/rings.md" in studyapp("new", "Why?", "--note", "Ringz", *there, code=1).stderr
    studyapp("new", "How long?", "--note", "rings", "--answer", "As n.", *there)
    assert ("comm/rings.md", "How long?") in questions(studyapp, root)
    assert not (root / "inbox.md").exists()


def test_a_deck_gets_a_note_of_its_own_in_its_own_style(studyapp: Run, root: Path) -> None:
    """Tags and the heading of answers are the deck's; a name that is taken gets a number."""
    there = ("--deck", "comm", "--library", root, *NOW)
    first = studyapp("new", "Why a/b?", *there)
    assert "once its answer is written" in first.stderr
    text = (root / "comm" / "Why_a_b？.md").read_text("utf-8")
    assert text.endswith("tags:\n- net\nrelated_outlines: []\n---\n# Why a/b?\n\n## 标准答案\n\n\n")
    studyapp("new", "Why a/b?", "--answer", "So, and not otherwise.", *there)
    assert (root / "comm" / "Why_a_b？_2.md").exists()


@pytest.mark.parametrize("deck", ["..", "../other", ".git"])
def test_no_note_is_made_outside(studyapp: Run, root: Path, deck: str) -> None:
    """A folder above the library, or a hidden one, is none of its decks."""
    studyapp("new", "Why?", "--deck", deck, "--library", root, *NOW, code=1)
    assert [path.name for path in root.parent.rglob("*.md")] == ["rings.md"]


def test_the_editor_opens_where_the_answer_is_to_stand(
    studyapp: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written there is read at once."""
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\nprintf "A: So.\\n" > "$2.new"\n'
        'sed "${1#+}s/.*/A: So./" "$2" > "$2.new"; mv "$2.new" "$2"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", os.fspath(script))
    told = studyapp("new", "Why?", "--edit", "--json", "--library", root, *NOW).stdout
    assert json.loads(told)["card"]
