"""`switch`."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

NOTE = "---\nreview_count: 0\n---\n# {0}\n\n**Q: What is {0}?**\nA: A number.\n"


def test_switching_says_first_what_it_changes(studyapp: Callable[..., Result], root: Path) -> None:
    """A dry run tells and keeps nothing; the real one keeps it and the notes say the new dates."""
    for name in "AB":
        (root / f"{name}.md").write_text(NOTE.format(name), "utf-8")
    cards = json.loads(studyapp("cards", root, "--json").stdout)
    at = ("--library", root, "--now", "2026-11-23T09:00+00:00")
    for card in cards:
        studyapp("grade", card["id"], "good", *at)
    before = (root / "A.md").read_text("utf-8")
    told = studyapp("switch", "fsrs", "--dry-run", *at)
    assert "2 of 2 cards that were met move, in 2 notes" in told.stdout
    assert "2026-11-24 → 2026-11-25  A.md:9  What is A?" in told.stdout
    assert "nothing was changed" in told.stderr
    assert (root / "A.md").read_text("utf-8") == before
    assert not (root / ".studyapp" / "settings.toml").exists()
    found = json.loads(studyapp("switch", "fsrs", "--json", *at).stdout)
    assert (found["met"], found["moved"], found["kept"]) == (2, 2, True)
    assert found["before"]["due_in_7_days"] == found["after"]["due_in_7_days"] == 2
    assert "2026-11-25" in (root / "A.md").read_text("utf-8")
    studyapp("switch", "sm2", *at)
    assert (root / "A.md").read_text("utf-8") == before
    again = studyapp("switch", "sm2", *at)
    assert "0 of 2 cards that were met move" in again.stdout
    studyapp("switch", "fsrs", "--retention", "0.3", *at, code=2)
