"""The demo beside an answer: nothing of it before the reveal, run by the real runner after it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from studyapp.runner import OFF, Runner, documented
from studyapp.runner import manual as runner_manual
from studyapp.tui.helptext import help_text
from studyapp.tui.screens import demomanual
from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.texts import TEXTS
from studyapp.tui.widgets.keyline import KeyLine

Sit = Callable[..., Any]

VIEWS = """\
# Views

## Sharing

```python
base = torch.zeros(3)
view = base[1:]
view += 1
print(base)  # tensor([0., 1., 1.])
```

```python
rows = torch.zeros(2, 3)
row = rows[0]  # a view, too
row.add_(1)
print(rows.sum())  # tensor(3.)
```

## Questions

**Q: Why does an in-place change of a view change the base tensor?**
A: A `view` shares the storage of its `base`; an in-place change writes to that storage.

**Q: Who wrote the history of cartography?**
A: Many people.
"""
PLAIN = """\
# Views

```python
base = bytearray(3)
view = memoryview(base)[1:]
view[0] = 1
print(list(base))  # [0, 1, 0]
```

**Q: Why does an in-place change of a view change the base?**
A: A `view` shares the storage of its `base`; an in-place change writes to that storage.
"""
FOREVER = VIEWS.replace("view += 1", "while True: view += 1")


@pytest.fixture
def views(tmp_path: Path) -> Path:
    """A library of one note, whose first card has a demo and whose second has none."""
    folder = tmp_path / "views"
    folder.mkdir()
    (folder / "views.md").write_text(VIEWS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def open_air(plain: Path) -> Iterator[Runner]:
    """A runner without a sandbox, nor torch, which takes seconds."""
    with Runner(plain, level="limits only") as runner:
        runner.wait()
        yield runner


@pytest.fixture
def without_torch(views: Path) -> Path:
    """The library with a note that needs none."""
    (views / "views.md").write_text(PLAIN, encoding="utf-8")
    return views


async def test_nothing_of_a_demo_is_seen_before_the_reveal(sit: Sit, views: Path) -> None:
    """Neither the code nor its keys are on the screen while the question is asked."""
    async with sit(views) as person:
        await person.presses("enter")
        await person.sees("Why does an in-place")
        assert "torch" not in person.sight
        assert "run" not in str(person.app.screen.query_one(KeyLine).content)
        await person.presses("r", "d", "right_square_bracket")
        assert "torch" not in person.sight
        await person.presses("space")
        await person.sees("view += 1")
        await person.sees("r run")
        assert person.sight.count("r run") == 1


async def test_r_runs_the_demo_and_shows_values_and_claims(sit: Sit, views: Path) -> None:
    """Key r runs the snippet for real: its values at their lines, its claims judged."""
    async with sit(views) as person:
        await person.presses("enter", "space", "r")
        await person.sees("1 claim holds")
        assert "[1., 1.]" in person.sight
        assert "✓" in person.sight


async def test_a_card_without_a_demo_has_no_pane_and_no_keys(sit: Sit, views: Path) -> None:
    """Where no snippet shows what the answer says, the answer has the whole width."""
    async with sit(views) as person:
        await person.presses("enter", "space", "3", "space")
        await person.sees("Many people")
        assert not person.app.screen.query_one(DemoSide).display
        assert "run" not in str(person.app.screen.query_one(KeyLine).content)


async def test_d_folds_the_demo_and_opens_it(sit: Sit, views: Path) -> None:
    """Folded, the pane shows three lines below the card; the same key opens it again."""
    async with sit(views) as person:
        await person.presses("enter", "space", "d")
        side = person.app.screen.query_one(DemoSide)
        assert side.folded
        assert side.pane.size.height == 3
        assert side.region.y > person.app.screen.query_one("#answer").region.y
        await person.presses("d")
        assert "base = torch.zeros(3)" in person.sight
        assert side.region.y < person.app.screen.query_one("#answer").region.y


async def test_brackets_go_through_the_demos(sit: Sit, views: Path) -> None:
    """Key ] shows the next demo, which is only related and so folded, and 【 the one before."""
    async with sit(views) as person:
        await person.presses("enter", "space")
        assert "base = torch.zeros(3)" in person.sight
        await person.presses("right_square_bracket")
        assert "related" in person.sight
        assert "row = rows[0]" in person.sight
        assert person.app.screen.query_one(DemoSide).folded
        await person.presses("【")
        assert "base = torch.zeros(3)" in person.sight


async def test_shift_r_runs_with_another_seed(sit: Sit, views: Path) -> None:
    """Key R draws other random numbers than r; r alone draws the same again."""
    path = views / "views.md"
    path.write_text(VIEWS.replace("torch.zeros(3)", "torch.rand(3)"), encoding="utf-8")
    async with sit(views) as person:
        seen = []
        await person.presses("enter", "space")
        for key in ("r", "r", "R"):
            await person.presses(key)
            await person.sees("bubblewrap")
            seen.append([line for line in person.sight.split("\n") if "float32" in line])
        assert seen[0] == seen[1] != seen[2]


async def test_escape_stops_a_run_and_stays(sit: Sit, views: Path) -> None:
    """Escape ends a run that never would; the card is still there, and r runs again."""
    (views / "views.md").write_text(FOREVER, encoding="utf-8")
    async with sit(views) as person:
        await person.presses("enter", "space")
        await person.pilot.press("r")
        await person.glimpses("esc stop")
        await person.presses("escape")
        await person.sees("stopped")
        assert "shares the storage" in person.sight


async def test_leaving_ends_a_run(sit: Sit, views: Path) -> None:
    """A run that goes on when the sitting is left ends with it."""
    (views / "views.md").write_text(FOREVER, encoding="utf-8")
    async with sit(views) as person:
        await person.presses("enter", "space")
        await person.pilot.press("r")
        await person.glimpses("esc stop")
        await person.presses("q")
        await person.sees("2 new")


async def test_a_trusted_library_runs_its_demos_by_itself(sit: Sit, views: Path) -> None:
    """Where the person trusts the library, the demo that opens by itself also runs by itself."""
    async with sit(views, trusted=True) as person:
        await person.presses("enter", "space")
        await person.sees("1 claim holds")


async def test_autorun_can_be_turned_off(sit: Sit, views: Path) -> None:
    """With autorun off, even a trusted library waits for r."""
    async with sit(views, trusted=True, autorun=False) as person:
        await person.presses("enter", "space")
        await person.sees("r run")
        assert "claim" not in person.sight


async def test_the_first_run_says_what_holds_it(sit: Sit, views: Path) -> None:
    """In a sandbox the first r is the consent, one line says so, and later demos run alone."""
    async with sit(views) as person:
        await person.presses("enter", "space", "r")
        await person.sees("runs in a sandbox")
        await person.presses("1", "space", "3", "space")
        await person.sees("1 claim holds")


async def test_torchs_own_example_is_a_last_folded_offer(
    sit: Sit, views: Path, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named by the question, it is found after the reveal, labelled, and runs like any other.

    A look that has not ended yet is not begun once more.
    """
    looks: list[object] = []
    monkeypatch.setattr(demomanual, "documented", lambda *of: looks.append(of) or documented(*of))
    for deadline in (demomanual, runner_manual):  # a busy machine is no fault of the example
        monkeypatch.setattr(deadline, "_SECONDS", 30.0)
    asked = "**Q: Over which values does `nn.BatchNorm1d` take its mean?**\nA: Over the batch.\n"
    tensors = "```python\nbatch = torch.ones(2)\n```\n"
    (views / "views.md").write_text(f"# Layers\n\n{tensors}\n{asked}", encoding="utf-8")
    runner.wait()
    async with sit(views) as person:
        await person.presses("enter")
        assert "torch documentation" not in person.sight
        await person.presses("space")
        await person.sees("[ ] other")
        await person.presses("right_square_bracket")
        await person.sees("torch documentation, not your note · torch.nn.BatchNorm1d")
        assert person.app.screen.query_one(DemoSide).folded
        await person.presses("r")
        await person.sees("float32 (20, 100)")
        assert "batch = torch.ones" not in person.sight
        assert len(looks) == 1
        side = person.app.screen.query_one(DemoSide)
        side._sought = None
        side._seek()
        side._seek()
        await person.waits()
        assert len(looks) == 2
        await person.presses("c")
        assert "save into the note" not in person.sight


async def test_where_code_is_off_no_key_of_it_is_named(sit: Sit, views: Path) -> None:
    """The code is shown and r does nothing; the pane, the help and the palette say no more."""
    with Runner(level=OFF) as off:
        async with sit(views, on=off, trusted=True) as person:
            await person.presses("enter", "space")
            await person.sees("code is off: --no-run")
            assert "view += 1" in person.sight
            assert "run" not in person.sight.replace("--no-run", "")
            await person.presses("r", "c", "i")
            assert "code is off" in person.sight
            assert TEXTS["help_off"][0] in help_text(person.app.say, off=True)
            assert TEXTS["study.run"][0] not in help_text(person.app.say, off=True)
            await person.presses("ctrl+p", *"demo")
            await person.sees(TEXTS["study.swap"][0])
            assert TEXTS["study.run"][0] not in person.sight


async def test_without_a_sandbox_the_app_asks_first(
    sit: Sit, without_torch: Path, open_air: Runner
) -> None:
    """Escape is no, y is for one run, t is for good."""
    trusted: list[bool] = []
    async with sit(without_torch, on=open_air, trust=lambda: trusted.append(True)) as person:
        await person.presses("enter", "space", "r")
        await person.sees("without a sandbox?")
        await person.presses("escape")
        await person.sees("shares the storage")
        assert "claim" not in person.sight
        await person.presses("r")
        await person.sees("without a sandbox?")
        await person.presses("y")
        await person.sees("1 claim holds")
        await person.presses("r")
        await person.sees("without a sandbox?")
        assert not trusted
        await person.presses("t")
        await person.sees("1 claim holds")
        await person.presses("r")
        await person.sees("1 claim holds")
    assert trusted == [True]
