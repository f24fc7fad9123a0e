"""The app in a real browser, driven as a person drives it, up to a reload in the middle."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pyte
import pytest
from playwright.sync_api import Error, sync_playwright
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Person
    from playwright.sync_api import Page, WebSocket

NOON = "2026-11-23T12:00:00+00:00"
PATIENCE = 60.0
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
"""
BODY = """\
# Ranges

```python
doubled = [2 * n for n in range(3)]  # [0, 2, 4]
```

**Q: What does a `range` times two, `doubled`, give?**
A: Every number doubled: `[2 * n for n in range(3)]`.

**Q: Does a range hold its end?**
A: No.
"""


class Browser:
    """A page, and the screen of the app that its newest websocket draws."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._text: str | None = None  # dear to put together, and asked for again and again
        self._screen = pyte.Screen(80, 24)
        page.on("websocket", self._connect)

    def _connect(self, socket: WebSocket) -> None:
        size = URL(socket.url).query
        self._screen = pyte.Screen(int(size["width"]), int(size["height"]))
        self._text = None
        stream = pyte.ByteStream(self._screen)
        socket.on("framereceived", lambda data: self._take(stream, data))

    def _take(self, stream: pyte.ByteStream, data: bytes | str) -> None:
        if isinstance(data, bytes):
            stream.feed(data)
            self._text = None

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def see(self, *texts: str) -> None:
        """Wait until all `texts` are on the screen at once."""
        end = time.monotonic() + PATIENCE
        while not all(text in self.screen() for text in texts):
            if time.monotonic() > end:
                pytest.fail(f"no {texts} on:\n{self.screen()}")
            self.page.wait_for_timeout(30)

    def screen(self) -> str:
        """The screen as a person reads it."""
        if self._text is None:
            self._text = "\n".join(self._screen.display)
        return self._text


@contextmanager
def served(person: Person) -> Iterator[tuple[URL, psutil.Process]]:
    """The person's library, served and trusted: its address, and the server."""
    person.set_python(str(person.bare))  # the app starts twice, and the note asks for no torch
    command = [sys.executable, "-m", "studyapp"]
    subprocess.run([*command, "trust", str(person.notes)], env=person.environment(), check=True)
    with subprocess.Popen(
        [*command, "serve", str(person.notes), "--json", "--now", NOON],
        env=person.environment(),
        stdout=subprocess.PIPE,
    ) as process:
        try:
            said = b"".join(iter(process.stdout.readline, b"}\n")) + b"}"
            yield URL(json.loads(said)["address"]), psutil.Process(process.pid)
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield Browser(chromium.new_page(viewport={"width": 1100, "height": 700}))
        chromium.close()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium")
def test_a_sitting_in_a_browser(person: Person) -> None:
    """A card with its demo is studied; a reload loses no grade and brings the next card back."""
    note = person.note("ranges.md", BODY)
    with served(person) as (address, server), browser() as here:
        here.page.goto(str(address))
        here.see("2 unseen")
        here.press("Enter")
        here.see("times two", "say it aloud")
        here.press("Space")
        here.see("Every number doubled", "[0, 2, 4]", "✓")  # trusted, so it ran by itself
        here.press("3")
        here.see("hold its end", "saved")
        assert person.grades() == [4]
        assert "review_count: 1" in note.read_text("utf-8")

        here.press("Space")
        here.see("4 Easy")
        (left,) = server.children()
        here.page.reload()
        here.see("1 unseen")
        here.press("Enter")
        here.see("hold its end", "say it aloud")
        here.press("Space")
        here.see("4 Easy")
        here.press("3")
        here.see("saved")
        assert person.grades() == [4, 4]
        left.wait(PATIENCE)
        with pytest.raises(Error, match="HTTP_RESPONSE_CODE_FAILURE"):
            here.page.goto(str(address.join(URL("/wrong/"))))
        apps = server.children(recursive=True)
    assert not psutil.wait_procs(apps, PATIENCE)[1]
