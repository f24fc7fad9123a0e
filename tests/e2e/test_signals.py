"""However the app ends, nothing that it started lives on."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from conftest import Person

LOOP = """\
# Endless looping

## Endless looping at work

```python
counter = 0
while True:
    counter += 1
```

**Q: What does endless looping do?**
A: It never comes back.
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGHUP", "SIGTERM"])
def test_no_process_outlives_the_app(person: Person, name: str) -> None:
    """A signal ends the app while code loops: runner, sandbox and child end with it."""
    person.note("loop.md", LOOP)
    app = person.open()
    app.see("1 new")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("r run")
    app.press("r")
    app.see("running")
    family = app.family()
    assert len(family) > 1
    os.kill(app.pid, getattr(signal, name))
    app.wait()
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive


def test_ctrl_c_does_not_kill(person: Person) -> None:
    """Ctrl+C belongs to copying; the app stays, and q still leaves."""
    person.note("loop.md", LOOP)
    app = person.open()
    app.see("1 new")
    app.press("\x03")
    app.press("enter")
    app.see("say it aloud")
    app.press("q")
    app.see("all decks")
    app.press("q")
    assert app.wait() == 0
