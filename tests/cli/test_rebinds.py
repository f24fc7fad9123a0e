"""Reworded questions on the command line: told before a grade, parted after it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

NOTE = """# Caches

**Q: What does a cache trade?**
A: Space for time: memory is spent so that work that was done once is saved later.
"""


def test_a_reworded_card_is_told_and_can_be_parted(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """Reading verbs name the pair and write nothing; the grade says how to take it back."""
    file = root / "caches.md"
    file.write_text(NOTE, "utf-8")
    (card,) = json.loads(studyapp("cards", root, "--json").stdout)
    studyapp("grade", card["id"], "good", "--library", root, "--now", "2026-11-23")
    file.write_text(file.read_text("utf-8").replace("What does a cache trade?", "What is traded?"))
    journal = next((root / ".studyapp/journal").iterdir())
    before = file.read_bytes(), journal.read_bytes()
    result = studyapp("cards", root, "--json")
    (reworded,) = json.loads(result.stdout)
    assert reworded["repetitions"] == 1
    assert "goes on with the history of `What does a cache trade?`" in result.stderr
    assert (file.read_bytes(), journal.read_bytes()) == before
    graded = studyapp("grade", reworded["id"], "good", "--library", root, "--now", "2026-11-24")
    found = re.search(r"`studyapp undo (\S+)` parts them", graded.stderr)
    assert found
    studyapp("undo", found[1], "--library", root, "--now", "2026-11-24")
    result = studyapp("cards", root, "--json")
    assert json.loads(result.stdout)[0]["repetitions"] == 1
    assert result.stderr == ""


def test_a_doubtful_card_is_told(root: Path, studyapp: Callable[..., Result]) -> None:
    """Where question and answer have both changed much, `due` says that it may be the same."""
    file = root / "caches.md"
    file.write_text(NOTE, "utf-8")
    (card,) = json.loads(studyapp("cards", root, "--json").stdout)
    studyapp("grade", card["id"], "good", "--library", root, "--now", "2026-11-23")
    text = file.read_text("utf-8").replace("What does a cache trade?", "What does a cache barter?")
    file.write_text(re.sub("A: .*", "A: RAM against CPU.", text), "utf-8")
    result = studyapp("due", root, "--json")
    assert "may be `What does a cache trade?`, reworded" in result.stderr
    assert json.loads(result.stdout)[0]["status"] == "new"
