"""Pictures of every screen: python tests/pictures [STORY …], into pictures/, which git ignores.

Each is taken at 80x24 and 200x50, in a dark and a light theme, in English and Chinese; with
`--small` also at 60x20, with `--en` or `--zh` in that language alone. Only at 120x36 and dark: with
`--one` in the language of the notes, with `--tour` in English.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import ExitStack, nullcontext
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from base import NOW
from canvas import paint
from scenes import STORIES

from studyapp.library.library import Library
from studyapp.library.settings import Settings
from studyapp.runner import Runner
from studyapp.tui.app import StudyApp
from studyapp.tui.services import Services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from story import Story

SIZES = ((80, 24), (200, 50))
SMALL = (60, 20)
THEMES = ("textual-dark", "textual-light")
LANGUAGES = ("en", "zh")
FOLDER = Path(__file__).parent.parent.parent / "pictures"
_PATIENCE = 400  # looks, 0.05 s apart, at a run that goes on


class PicturedApp(StudyApp):
    """An app that lends no terminal, having none: its editors need none either."""

    def suspend(self) -> nullcontext[None]:
        """Go on as before."""
        return nullcontext()


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
        os.environ["VISUAL"] = story.editor
        app = PicturedApp(services)
        async with app.run_test(size=size, notifications=True) as pilot:
            await rest(app, pilot)
            for number, (name, keys) in enumerate(story.shots):
                for key in keys:
                    await (MEANS[key](app, pilot) if key in MEANS else pilot.press(key))
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
    """Wait until the code has run."""
    for _ in range(_PATIENCE):
        await pilot.pause(0.05)
        if not any(one.running for one in app.screen.query("DemoSide, NoteBench")):
            return


async def patient(app: StudyApp, pilot: object) -> None:  # noqa: ARG001  as `settled` is called
    """Wait as long as Textual looks for a command."""
    await pilot.pause(1)


MEANS = {"wait": settled, "pause": patient}
"""What is no key, but a moment to wait for."""


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
    with TemporaryDirectory() as home, ExitStack() as runners:
        for kind in ("STATE", "CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = home
        told = [story for story in STORIES if story.name in wanted]
        levels = {story.level for story in told}
        level = {one: runners.enter_context(Runner(level=one)) for one in levels}
        for (size, theme, say), story in product(ways, told):
            asyncio.run(tell(story, level[story.level], size, theme, say))
            print(story.name, size, theme, say or "-")  # noqa: T201  what it is doing


if __name__ == "__main__":
    main(sys.argv[1:])
