"""Two apps in two terminals, a script, an editor and a git pull: all at once on one library."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from others import LAPTOP, Editor, edits, git, pushed, sitting
from reader import asked_and_given, graded, numbered
from shelf import NOW, Shelf
from terminal import App

from studyapp.schedule import Review

if TYPE_CHECKING:
    from collections.abc import Hashable

    from driver import Driver

    from studyapp.library.library import Library

EDITED = "note 0.md"
SCRIPT = 10_000
"""The first of the numbers that a script gives its grades, beyond the seconds of a person."""


def key(review: Review, library: Library) -> Hashable:
    """What tells a grade: its number if it has one, else question and quality."""
    own = review.seconds >= SCRIPT or asked_and_given(review, library) is None
    return review.seconds if own else asked_and_given(review, library)


def study(app: App, times: int) -> Counter[Hashable]:
    """Grade so many cards; what was shown as saved."""
    seen = [(number, quality, saved) for number, quality, saved in graded(app, times)]
    told = Counter((number, quality) for number, quality, saved in seen if saved)
    assert told.total() == times
    return told


def test_two_terminals_at_once(
    driver: Driver,
    tmp_path: Path,
    long: bool,  # noqa: FBT001  a fixture
) -> None:
    """Each grade that an app or the script showed as saved is there, and none more often."""
    times = 150 if long else 4
    shelf = Shelf(tmp_path / "notes", numbered(8 * times + 16))
    own = shelf.root / ".studyapp" / "settings.toml"
    own.parent.mkdir()
    own.write_text("minutes_per_day = 0\nnew_per_day = 9999\n", "utf-8")
    cards = list(shelf.opened().snapshot.cards)[-times:]
    sitting(shelf, cards[:1], driver, 2 * SCRIPT)  # git is to find what every journal begins with
    pushed(shelf, tmp_path / "laptop")
    editor, done = Editor(shelf.root / EDITED), Event()
    apps = [App(driver, shelf.root, tmp_path / f"{n}.txt") for n in range(2)]
    with ThreadPoolExecutor() as hands:
        try:
            saving = hands.submit(editor.save_until, done)
            studying = [hands.submit(study, app, times) for app in apps]
            script = hands.submit(sitting, shelf, cards, driver, SCRIPT)
            git(shelf.root, "pull", "-q", "--no-rebase", str(tmp_path / "laptop"), "main")
            told = sum((one.result() for one in studying), Counter({LAPTOP: 1}))
            script.result()
        finally:
            done.set()
            for app in apps:
                app.close()
    saving.result()
    told.update(shelf.told)
    shelf.before[EDITED] += edits(shelf.root / EDITED)
    assert [*shelf.torn()] == []
    library = shelf.opened()
    library.settle(NOW)
    live = [one for one in library.snapshot.state.live if isinstance(one, Review)]
    assert Counter(key(one, library) for one in live) == told
    assert [*shelf.left(NOW)] == []
    print(f"{told.total()} grades told as saved; {editor.saved} saves of an editor")  # noqa: T201
