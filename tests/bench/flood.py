"""How long a key takes while a demo floods its pane, beside the same key while nothing runs.

Run it as `python tests/bench/flood.py [ROUNDS]`: the real app without a terminal, the real runner,
both sides in turn. A key opens a list in front of the card, and its delay ends when that is drawn.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from row import tell

from studyapp.library.library import Library
from studyapp.library.settings import Settings
from studyapp.runner import Runner
from studyapp.tui.app import StudyApp
from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.services import Services

if TYPE_CHECKING:
    from textual.pilot import Pilot

NOTE = """# Floods

```python
import time
level = torch.zeros(2)
while True:
    level += 1
    print("level", level, "rises " * 10)
    time.sleep(0.001)
```

**Q: How far does the level of a flood rise?**
A: The `level` of the flood rises until somebody stops it.
"""
KEYS_A_ROUND = 3
"""A run has ten seconds, also on a busy machine."""
PAUSE = 0.05
GOAL = 1.5


async def main(rounds: int) -> None:
    """Measure and print both sides."""
    with tempfile.TemporaryDirectory() as folder, Runner() as runner:
        runner.wait()
        async with app(written(Path(folder)), runner).run_test(size=(120, 36)) as pilot:
            await rest(pilot)
            for key in ("enter", "space"):
                await pilot.press(key)
                await rest(pilot)
            idle, flooded = [], []
            for _ in range(rounds):
                idle += await delays(pilot)
                await rest(pilot)
                await pilot.press("r")
                await pilot.pause(0.5)
                flooded += await delays(pilot)
                if not pilot.app.screen.query_one(DemoSide).running:
                    raise SystemExit("the flood is over")
                await pilot.press("escape")
                await pilot.pause(0.5)
    told("while nothing runs", idle)
    told("while a demo floods", flooded)
    sides = statistics.median(flooded), statistics.median(idle)
    tell("key while a demo floods", *sides, GOAL, beside="while nothing runs")


def written(folder: Path) -> Path:
    """The folder, with the note in it."""
    (folder / "floods.md").write_text(NOTE, "utf-8")
    return folder


def app(folder: Path, runner: Runner) -> StudyApp:
    """The app on a folder of one note."""
    services = Services(
        library=lambda: Library(folder, "", "bench"),
        runner=runner,
        settings=Settings(language="en"),
        clock=lambda: datetime.now().astimezone(),
        locale="en_US",
        trusted=False,
        trust=lambda: None,
    )
    return StudyApp(services)


async def rest(pilot: Pilot[None]) -> None:
    """Wait until the app has nothing left to do."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def delays(pilot: Pilot[None]) -> list[float]:
    """Milliseconds from each press of a key to the list that it opens."""
    found = []
    for _ in range(KEYS_A_ROUND):
        await asyncio.sleep(PAUSE)
        start = time.perf_counter()
        await pilot.press("w")
        found.append((time.perf_counter() - start) * 1000)
        if isinstance(pilot.app.screen, StudyScreen):
            raise SystemExit("the key opened nothing")
        await pilot.press("escape")
    return found


def told(name: str, delays: list[float]) -> None:
    """Print a row."""
    print(f"{name:20} median {statistics.median(delays):6.1f} ms   worst {max(delays):6.1f} ms")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else 5))
