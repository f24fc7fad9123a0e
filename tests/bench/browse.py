"""Browse with ten thousand cards beside Textual's `DataTable` with as many rows, interleaved.

`open` is a screen pushed until it is painted, `key` one row further down; processor time of the
whole app, the least of several. The goal is no more than the table's.
Usage: python tests/bench/browse.py [ROUNDS]
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from row import tell
from textual.screen import Screen
from textual.widgets import DataTable

from studyapp.library.library import Library
from studyapp.library.settings import Settings
from studyapp.runner import Runner
from studyapp.tui.app import StudyApp
from studyapp.tui.day import day_of
from studyapp.tui.screens.browse import BrowseScreen
from studyapp.tui.screens.home import HomeScreen
from studyapp.tui.services import Services
from studyapp.tui.widgets.cardlist import CardList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.pilot import Pilot

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTES, EACH, KEYS = 100, 100, 30
GOAL = 1.0
ASKED = "**Q: 第 {n} 题：what does case {n} of note {note} show?**\nA: 张量的形状 {n}。\n\n"


class TableScreen(Screen[None]):
    """The same cells, in the widget that Textual has for them."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One table."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns("question", "due", "recall", "ease", "deck", "lapses")
        table.add_rows(self._rows)
        table.focus()


def fill(root: Path) -> None:
    """Write notes with ten thousand questions."""
    for note in range(NOTES):
        asked = "".join(ASKED.format(n=n, note=note) for n in range(EACH))
        (root / f"{note}.md").write_text(f"# Note {note}\n\n{asked}", "utf-8")


async def spent(pilot: Pilot[None], act: Callable[[], object]) -> float:
    """Milliseconds of the processor until the app has nothing left to do."""
    await pilot.pause()
    start = process_time()
    act()
    await pilot.pause()
    return (process_time() - start) * 1000


async def measured(
    app: StudyApp, pilot: Pilot[None], screen: Screen[None], step: Callable[[], object]
) -> tuple[float, float]:
    """What opening a screen takes, and each of some keys."""
    opening = await spent(pilot, lambda: app.push_screen(screen))
    await app.workers.wait_for_complete()
    keys = min([await spent(pilot, step) for _ in range(KEYS)])
    app.pop_screen()
    return opening, keys


async def main(rounds: int) -> None:
    """Print a row for opening, and one for a key."""
    with TemporaryDirectory() as folder:
        fill(Path(folder))
        library = Library(Path(folder), "", "bench")
        library.open(NOW)
        day = day_of(library.snapshot, library.day(NOW), library.settings)
        briefs = library.snapshot.cards.briefs.values()
        rows = [(one.question, "unseen", "", "", "(top folder)", "") for one in briefs]
        services = Services(
            library=lambda: library,
            runner=Runner(),
            settings=Settings(language="en"),
            clock=lambda: NOW,
            locale="en",
            trusted=False,
            trust=lambda: None,
        )
        app = StudyApp(services)
        ours, theirs = [], []
        async with app.run_test(size=(160, 40)) as pilot:
            while not isinstance(app.screen, HomeScreen):
                await pilot.pause(0.1)
            await app.workers.wait_for_complete()
            for _ in range(rounds):
                screen = BrowseScreen(day)
                down = lambda one=screen: one.query_one(CardList).action_move(1)  # noqa: E731  in turn
                ours.append(await measured(app, pilot, screen, down))
                table = TableScreen(rows)
                down = lambda one=table: one.query_one(DataTable).action_cursor_down()  # noqa: E731
                theirs.append(await measured(app, pilot, table, down))
    for place, name in enumerate(("open", "key")):
        mine, other = (min(pair[place] for pair in side) for side in (ours, theirs))
        what = f"list of {NOTES * EACH} cards, {name}, processor time"
        tell(what, mine, other, GOAL, beside="DataTable")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
