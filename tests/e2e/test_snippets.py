"""Code that misbehaves ends in a message; the app goes on and the next run works."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from conftest import Person, Terminal

BODY = """\
# {topic}

## {topic} at work

```python
{code}
```

**Q: What does {topic} do?**
A: {answer}
"""
FAULTS = {
    "a-endless": ("endless looping", "counter = 0\nwhile True:\n    counter += 1"),
    "b-leaving": ("leaving abruptly", "import os\nstatus = 3\nos._exit(status)"),
    "c-broken": (
        "broken pointers",
        "import ctypes\naddress = 0\nctypes.string_at(address)",
    ),
    "d-adding": ("adding lists", "total = [1, 2] + [3]\ntotal"),
}


WIDE = (110, 30)


def next_answer(app: Terminal, topic: str) -> None:
    """Reveal the answer to the card on the screen, with its demo."""
    app.see(f"What does {topic} do?", "say it aloud")
    app.press(" ")
    app.see("Demo", "r run")


def kill_runner(app: Terminal) -> None:
    """End the processes of the runner, the outermost first; the others may follow by themselves."""
    for one in app.family():
        with contextlib.suppress(psutil.NoSuchProcess):
            if "inside" in " ".join(one.cmdline()):
                one.kill()


def test_faults_stay_inside(person: Person) -> None:
    """A loop, an exit, a crash and the death of the runner: each is told, the sitting goes on."""
    for name, (topic, code) in FAULTS.items():
        person.note(f"{name}.md", BODY.format(topic=topic, code=code, answer="See below."))
    app = person.open(size=WIDE)
    app.see("4 new")
    app.press("enter")

    next_answer(app, "endless looping")
    app.press("r")
    app.see("running")
    app.press("escape")
    app.see("stopped")
    app.press("3")

    next_answer(app, "leaving abruptly")
    app.press("r")
    app.see("with code 3")
    app.press("3")

    next_answer(app, "broken pointers")
    app.press("r")
    app.see("stopped")
    app.press("3")

    next_answer(app, "adding lists")
    app.press("r")
    app.see("[1, 2, 3]")
    kill_runner(app)
    app.press("r")
    app.see("[1, 2, 3]")
    app.press("3")
    app.see("Done for now", "4 answers")
    app.until(lambda: person.grades() == [4, 4, 4, 4], "have four answers kept")


def test_a_runner_killed_in_the_middle_is_told(person: Person) -> None:
    """SIGKILL to the runner's process during a run: a message, and the next run works."""
    for name in ("a-endless", "d-adding"):
        topic, code = FAULTS[name]
        person.note(f"{name}.md", BODY.format(topic=topic, code=code, answer="See below."))
    app = person.open(size=WIDE)
    app.see("2 new")
    app.press("enter")
    next_answer(app, "endless looping")
    app.press("r")
    app.see("running", "counter  0")
    kill_runner(app)
    app.see("the runner's process died")
    app.press("3")
    next_answer(app, "adding lists")
    app.press("r")
    app.see("[1, 2, 3]")


def test_without_torch_one_studies_on(person: Person) -> None:
    """A Python that lacks torch: what is missing is said, with the way out; grading works."""
    body = BODY.format(topic="adding tensors", code="torch.ones(3) + 1", answer="It adds.")
    person.note("adding.md", body)
    app = person.open(torch=False, size=(200, 50))
    app.see("1 new")
    app.press("enter")
    next_answer(app, "adding tensors")
    app.press("r")
    app.see("needs torch", 'python = "…"')
    app.press("3")
    app.see("Done for now")
    app.until(lambda: person.grades() == [4], "have the answer kept")


def test_a_missing_python_is_named(person: Person) -> None:
    """A setting that names no Python at all is as harmless."""
    topic, code = FAULTS["d-adding"]
    person.note("adding.md", BODY.format(topic=topic, code=code, answer="It adds."))
    app = person.open(python="/nowhere/python", size=(110, 30))
    app.see("1 new")
    app.press("enter")
    next_answer(app, topic)
    app.press("r")
    app.see("/nowhere/python", "python = ")
    app.press("3")
    app.see("Done for now")


def test_quitting_during_a_run_leaves_nothing(person: Person) -> None:
    """Leave while code loops: the app ends at once and takes its processes with it."""
    topic, code = FAULTS["a-endless"]
    person.note("loop.md", BODY.format(topic=topic, code=code, answer="See below."))
    app = person.open(size=WIDE)
    app.see("1 new")
    app.press("enter")
    next_answer(app, topic)
    app.press("r")
    app.see("running")
    family = app.family()
    assert family
    app.press("q")
    app.see("all decks")
    began = time.monotonic()
    app.press("q")
    assert app.wait() == 0
    assert time.monotonic() - began < 5
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive
