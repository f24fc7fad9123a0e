"""Pictures of every screen: python tests/pictures [STORY …], into pictures/, which git ignores.

Each is taken at 80x24 and 200x50, in a dark and a light theme, in English and Chinese; with
`--small` also at 60x20, with `--en` or `--zh` in that language alone. Only at 120x36 and dark: with
`--one` in the language of the notes, with `--tour` in English.
"""

from __future__ import annotations

import asyncio
import os
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from base import NOW
from canvas import paint
from scenes import STORIES, Story

from studyapp.library.library import Library
from studyapp.library.settings import Settings
from studyapp.runner import Runner
from studyapp.tui.app import Services, StudyApp

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES = ((80, 24), (200, 50))
SMALL = (60, 20)
THEMES = ("textual-dark", "textual-light")
LANGUAGES = ("en", "zh")
FOLDER = Path(__file__).parent.parent.parent / "pictures"
_PATIENCE = 400  # looks, 0.05 s apart, at a run that goes on


async def tell(story: Story, runner: Runner, size: tuple[int, int], theme: str, say: str) -> None:
    """Take the pictures of one story."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "notes"
        for made in story.made:
            made(root)
        services = Services(
            library=lambda: Library(root, "", "pictures"),
            runner=runner,
            settings=Settings(language=say, theme=theme),  # type: ignore[arg-type]
            clock=lambda: NOW,
            locale="",
            trusted=False,
            trust=lambda: None,
            own=Path(folder) / "settings.toml",
        )
        app = StudyApp(services)
        async with app.run_test(size=size, notifications=True) as pilot:
            await rest(app, pilot)
            for number, (name, keys) in enumerate(story.shots):
                for key in keys:
                    await (settled(app, pilot) if key == "wait" else pilot.press(key))
                    await rest(app, pilot)
                width, height = size
                file = f"{story.name}-{number}-{name}-{width}x{height}-{theme}-{say}.png"
                paint(app.screen._compositor.render_strips(), size, FOLDER / file)


async def rest(app: StudyApp, pilot: object) -> None:
    """Wait until nothing is left to do."""
    for _ in range(2):
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()


async def settled(app: StudyApp, pilot: object) -> None:
    """Wait until the demo has run."""
    for _ in range(_PATIENCE):
        await pilot.pause(0.05)
        if not app.screen.query("DemoSide").first().running:
            return


def main(arguments: list[str]) -> None:
    """Take them all, or those of the stories that are named."""
    flags = {one for one in arguments if one.startswith("--")}
    wanted = set(arguments) - flags or {story.name for story in STORIES}
    FOLDER.mkdir(exist_ok=True)
    sizes = (*SIZES, SMALL) if "--small" in flags else SIZES
    languages = [say for say in LANGUAGES if f"--{say}" in flags] or LANGUAGES
    ways: Iterable[tuple[tuple[int, int], str, str]] = product(sizes, THEMES, languages)
    if flags & {"--one", "--tour"}:
        ways = [((120, 36), THEMES[0], "en" if "--tour" in flags else "")]
    with TemporaryDirectory() as home, Runner() as runner:
        for kind in ("STATE", "CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = home
        for (size, theme, say), story in product(ways, STORIES):
            if story.name in wanted:
                asyncio.run(tell(story, runner, size, theme, say))
                print(story.name, size, theme, say or "-")  # noqa: T201  what it is doing


if __name__ == "__main__":
    main(sys.argv[1:])
