"""A small library on disk and the real app on it, without a terminal."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

import pytest
from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerCancelled

from studyapp.library.library import Library
from studyapp.library.results import Results
from studyapp.library.settings import Settings
from studyapp.library.watching import Watch
from studyapp.runner import Runner
from studyapp.tui.app import StudyApp
from studyapp.tui.mocking import Wish
from studyapp.tui.recorder import Recorder
from studyapp.tui.services import Services

PATIENCE = 60.0
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")

FRONT = """\
---
created: '2026-11-01'
last_reviewed: null
next_review: '2026-11-01'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- tensors
related_outlines: []
---
"""

TENSORS = (
    FRONT
    + """\
# Tensors

## 1. Adding

```python
a = torch.tensor([1., 2.])
b = a + 1  # tensor([2., 3.])
```

## 2. Questions

**Q: What does adding a number to a tensor do?**
A: It adds the number to **every element** and gives a new tensor.

**Q: What is a scalar tensor?**
A: A tensor without dimensions; its shape is `torch.Size([])`.

**Q: Which attribute tells the element type?**
A: `dtype`.
"""
)

CHINESE = (
    FRONT
    + """\
# 广播

**Q: 什么是广播？**
A: 形状不同的张量在运算时**自动对齐（broadcast）**，不复制数据。
"""
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the person's own folders out of the tests."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A library of two decks."""
    folder = tmp_path / "notes"
    for path, text in {"basics/tensors.md": TENSORS, "形状/广播.md": CHINESE}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


Build = Callable[..., StudyApp]


@pytest.fixture
def build(runner: Runner) -> Build:
    """The app on a folder."""

    def app(
        folder: Path,
        *,
        now: datetime = NOW,
        trusted: bool = False,
        trust: Callable[[], None] = lambda: None,
        on: Runner | None = None,
        watch: Callable[..., Watch] | None = None,
        results: Results | None = None,
        mock: Wish | None = None,
        languages: dict[str, str] | None = None,
        served: bool = False,
        **settings: object,
    ) -> StudyApp:
        services = Services(
            library=lambda: Library(folder, "", "test-device"),
            runner=on or runner,
            settings=Settings(**{"language": "en", **settings}),  # type: ignore[arg-type]
            clock=lambda: now,
            locale="en_US",
            trusted=trusted,
            trust=trust,
            watch=watch,
            results=results,
            mock=mock,
            languages=languages or {},
            served=served,
        )
        app = StudyApp(services)
        app.animation_level = "none"
        return app

    return app


async def rests(app: App[object]) -> None:
    """Wait until each widget waits for a message and nothing moves, whatever the time it takes."""
    async with asyncio.timeout(PATIENCE):
        while app.is_running:
            app.screen._on_timer_update()
            await asyncio.sleep(0.001)
            if is_idle(app):
                return


def is_idle(app: App[object]) -> bool:
    """Whether only a key, a clock or another thread can change what is shown."""
    screens = app.screen_stack
    pumps = app, *chain(*(one.walk_children(with_self=True) for one in screens))
    letters = [pump._message_queue.ready_event for pump in pumps]
    moves = app.animator._animations or app.animator._scheduled or app._resize_event
    calls = any(screen._callbacks for screen in screens)
    return not (moves or calls or is_undrawn(app.screen)) and all(
        letter._waiters and not letter.is_set() for letter in letters
    )


def is_undrawn(screen: Screen[object]) -> bool:
    """Whether a screen waits for its next frame."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._dirty_widgets
    )


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pause of the pilot last until the app rests.

    By itself it takes 20 ms without work for rest, which on a busy machine is none.
    """
    pause = Pilot.pause

    async def paused(pilot: Pilot[object], delay: float | None = None) -> None:
        await (rests(pilot.app) if delay is None else pause(pilot, delay))

    monkeypatch.setattr(Pilot, "pause", paused)


class Person:
    """Someone at the keyboard, who presses keys and waits until something shows."""

    def __init__(self, pilot: Pilot[None], app: StudyApp) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def sight(self) -> str:
        """The screen as a person reads it."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip) for strip in strips)

    async def waits(self) -> None:
        """Wait until the app has nothing left to do, and draw what it shows then."""
        await rests(self.app)
        for screen in self.app.screen_stack if self.app.is_running else ():
            if isinstance(recorder := getattr(screen, "_recorder", None), Recorder):
                await asyncio.wrap_future(recorder._thread.submit(int))
        await rests(self.app)
        while self.app.workers:
            with suppress(WorkerCancelled):  # its screen was closed by what it did
                await self.app.workers.wait_for_complete()
            await rests(self.app)
        if self.app.is_running:
            render(self.app.screen._compositor, screen_stack=self.app._background_screens)

    async def clicks(self, what: type[Widget] | str, offset: tuple[int, int] = (0, 0)) -> None:
        """Click on a widget."""
        await self.pilot.click(what, offset)
        await self.waits()

    async def presses(self, *keys: str) -> None:
        """Press keys as a calm person does; the pilot's own press waits thrice more for each."""
        for key in keys:
            single = len(key) == 1
            name, char = (_character_to_key(key), key) if single else (key, key_to_character(key))
            self.app.post_message(events.Key(name, char))
            await self.waits()

    async def hammers(self, *keys: str) -> None:
        """Press keys faster than the app can draw."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.waits()

    async def sees(self, text: str) -> None:
        """Wait until `text` is on the screen; the disk and other threads take their time."""
        for _ in range(250):
            await self.waits()
            if text in self.sight:
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"never saw {text!r} on:\n{self.sight}")

    async def loses(self, text: str) -> None:
        """Wait until `text` is no longer on the screen."""
        for _ in range(250):
            await self.waits()
            if text not in self.sight:
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{text!r} stayed on:\n{self.sight}")

    async def glimpses(self, text: str) -> None:
        """Wait until `text` is on the screen, though something still runs."""
        for _ in range(500):
            await self.pilot.pause(0.02)
            if text in self.sight:
                return
        raise AssertionError(f"never saw {text!r} on:\n{self.sight}")


parse, parsed = Stylesheet._parse_rules, dict[object, list[RuleSet]]()
render = Compositor.render_update


def remembered(sheet: Stylesheet, *source: object, **traits: object) -> list[RuleSet]:
    """What an app parsed before with the same colours, else what this one parses."""
    key = source, *traits.values(), *sheet._variables.items()
    if key not in parsed:
        parsed[key] = parse(sheet, *source, **traits)
    return parsed[key]


@contextmanager
def sparing() -> Iterator[None]:
    """Parse each style sheet once for all apps, and leave it to `Person` to draw what has settled.

    No terminal shows the frames before; they were a third of all work.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        patch.setattr(Compositor, "render_update", lambda *_, **__: None)
        yield


Sit = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def sit(build: Build) -> Sit:
    """The app opened on a folder, and a person before it, who waits for it unless `hasty`."""

    @asynccontextmanager
    async def sit(
        folder: Path, size: tuple[int, int] = (120, 36), *, hasty: bool = False, **how: object
    ) -> AsyncIterator[Person]:
        app = build(folder, **how)
        with sparing():
            async with app.run_test(size=size, notifications=True) as pilot:
                person = Person(pilot, app)
                if not hasty:
                    await person.waits()
                yield person

    return sit
