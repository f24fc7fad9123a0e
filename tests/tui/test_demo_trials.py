"""Trying a demo out: lines, gradients, predictions, changed code, results of another day."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from studyapp.library.results import Results
from studyapp.runner import Event, Output, Request, Runner
from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.widgets.draft import Draft
from studyapp.tui.widgets.grades import Grades
from studyapp.tui.widgets.keyline import KeyLine
from studyapp.tui.widgets.prompt import PromptLine

Sit = Callable[..., Any]

CHAIN = """\
# Chains

## Setup

```python
scale = 3.0
```

## Chain

```python
weight = torch.tensor([1., 2.], requires_grad=True)
scaled = weight * scale
loss = scaled.sum()
```

## Questions

**Q: How does the loss depend on the weight through scaled?**
A: `scaled` is `weight` times `scale`, and `loss` is the sum of `scaled`.

**Q: Who wrote the history of cartography?**
A: Many people.
"""
LATER = datetime.fromisoformat("2026-11-26T09:30:00+08:00")


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A library of one note, whose first card's demo ends in a loss."""
    folder = tmp_path / "chain"
    folder.mkdir()
    (folder / "chain.md").write_text(CHAIN, encoding="utf-8")
    return folder


def keys(person: Any) -> str:
    """The line of keys beneath the demo."""
    return str(person.app.screen.query_one("#demokeys", KeyLine).content)


def side(person: Any) -> DemoSide:
    found: DemoSide = person.app.screen.query_one(DemoSide)
    return found


def line(person: Any) -> PromptLine:
    """Where a line is typed beneath the demo."""
    return side(person).prompt.query_one(PromptLine)


async def types(person: Any, text: str) -> None:
    """Put a whole line where the cursor is, and press enter."""
    line(person).value = text
    await person.presses("enter")


async def test_p_after_a_run_flows_back_from_the_loss(sit: Sit, chain: Path) -> None:
    """The key is named by the loss; the leaf's gradient shows, and the key is gone."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees("p loss.backward()")
        await person.presses("p")
        await person.sees("grad [3.,")
        assert "› loss.backward()" in person.sight
        assert "p loss.backward()" not in person.sight


async def test_g_shows_the_graph_and_the_code_again(sit: Sit, chain: Path) -> None:
    """The tree leads from the loss to the leaf; the same key goes back."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees("g graph")
        await person.presses("g")
        await person.sees("loss, and what it was computed from")
        assert "weight" in person.sight.partition("computed from")[2]
        assert "scaled.sum()" not in person.sight
        await person.presses("g")
        assert "scaled.sum()" in person.sight


async def test_a_mark_is_set_aside_for_good(sit: Sit, chain: Path) -> None:
    """X takes the ≠ away and u brings it back; where it was set aside the next run shows none."""
    (chain / "chain.md").write_text(CHAIN.replace(".sum()\n", ".sum()  # tensor(5.)\n"), "utf-8")
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees("1 claim differs")
        assert "X set ≠ aside" in keys(person)
        await person.presses("x")
        await person.sees("1 set aside")
        assert "≠ note tensor(5.) · here tensor(9.)" not in person.sight
        assert "X put ≠ back" in keys(person)
        await person.presses("u")
        await person.sees("≠ note tensor(5.) · here tensor(9.)")
        await person.presses("X")
        await person.sees("mark set aside")
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees("1 set aside")
        assert "≠ note" not in person.sight


async def test_of_several_marks_some_are_set_aside(sit: Sit, chain: Path) -> None:
    """The list holds all that differ; what is ticked there is drawn no longer."""
    wrong = CHAIN.replace(".sum()\n", ".sum()  # tensor(5.)\n")
    wrong = wrong.replace("weight * scale\n", "weight * scale  # [1., 1.]\n")
    (chain / "chain.md").write_text(wrong, "utf-8")
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees("0 of 2 claims hold")
        await person.presses("X", "down", "x", "escape")
        await person.sees("1 set aside")
        assert "≠ note tensor(5.)" not in person.sight
        assert "1 claim differs" in person.sight


async def test_lines_go_on_where_the_code_ended(sit: Sit, chain: Path) -> None:
    """Each line builds upon those before, one that failed is dropped, up brings it back."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "i")
        await types(person, "more = scaled + 1")
        await person.sees("float32 (2,)  [4., 7.]")
        await types(person, "nope")
        await person.sees("NameError")
        await types(person, "more.sum()")
        await person.sees("11.")
        assert "› nope" not in person.sight
        assert "› more = scaled + 1" in person.sight
        await person.presses("up", "up")
        assert line(person).value == "nope"
        await person.presses("escape")
        assert "r run" in person.sight
        await person.presses("r")
        await person.sees("with line 5")
        assert "› more" not in person.sight


async def test_what_a_line_gave_is_brought_into_sight(sit: Sit, chain: Path) -> None:
    """On a small terminal the pane scrolls to what was just tried."""
    async with sit(chain, size=(80, 24)) as person:
        await person.presses("enter", "space", "d", "i")
        await types(person, "scaled.sum() + 0.5")
        await person.sees("› scaled.sum() + 0.5")
        await person.sees("9.5")
        assert "▸ with line 5" not in person.sight


async def test_letters_belong_to_the_line_while_it_is_typed(sit: Sit, chain: Path) -> None:
    """No letter or digit grades or leaves; an empty line ends it."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "：", "q", "3", "space")
        assert line(person).value == "q3 "
        line(person).value = ""
        await person.presses("enter", "3")
        await person.sees("2 of 2")


@pytest.mark.parametrize(
    ("said", "told", "proposed"),
    [("9", "as you said: 9", "3"), ("(2,)", "you said: (2,)", "2")],
)
async def test_a_prediction_proposes_the_grade(
    sit: Sit, chain: Path, said: str, told: str, proposed: str
) -> None:
    """Before a run p asks what the last line gives; the run judges, and only space grades."""
    async with sit(chain) as person:
        await person.presses("enter", "space")
        await person.sees("p predict")
        await person.presses("p")
        await person.sees("loss = scaled.sum()  →")
        await types(person, said)
        await person.sees(told)
        grades = person.app.screen.query_one(Grades)
        assert grades.proposed == proposed
        assert "1 of 2" in person.sight
        await person.presses("space")
        await person.sees("saved: Good" if proposed == "3" else "saved: Hard")
        assert not grades.proposed


async def test_c_changes_and_runs_without_touching_the_note(sit: Sit, chain: Path) -> None:
    """Changed code runs in the note's context; the difference and a reset are a key away."""
    before = (chain / "chain.md").read_bytes()
    async with sit(chain) as person:
        await person.presses("enter", "space", "c")
        draft = person.app.screen.query_one(Draft)
        assert person.app.focused is draft
        draft.text = draft.text.replace("sum()", "mean() * 10")
        await person.presses("f5")
        await person.sees("45.")
        await person.presses("f6")
        await person.sees("+loss = scaled.mean() * 10")
        assert "-loss = scaled.sum()" in person.sight
        await person.presses("f8", "ctrl+r")
        await person.sees("float32 ()  9.")
    assert (chain / "chain.md").read_bytes() == before


async def test_changed_code_is_there_again_in_the_sitting(sit: Sit, chain: Path) -> None:
    """Escape loses nothing: the key says that there is a change, and opens it."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "c")
        draft = person.app.screen.query_one(Draft)
        draft.text += "\nextra = 1"
        await person.presses("escape")
        assert not side(person).editing
        assert "extra" not in person.sight
        await person.sees("c your change")
        await person.presses("c")
        assert draft.text.endswith("extra = 1")


async def test_code_that_does_not_parse_says_where(sit: Sit, chain: Path) -> None:
    """A slip of the fingers is told with its line, and nothing runs."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "c")
        person.app.screen.query_one(Draft).text = "loss = (1"
        await person.presses("f5")
        await person.sees("SyntaxError")


async def test_saving_writes_the_fence_and_f8_brings_it_back(sit: Sit, chain: Path) -> None:
    """f2 puts the changed code into the note; once more with the old code, it is the same file."""
    before = (chain / "chain.md").read_bytes()
    async with sit(chain) as person:
        await person.presses("enter", "space", "c")
        draft = person.app.screen.query_one(Draft)
        draft.text = draft.text.replace("sum()", "mean()")
        await person.presses("f2")
        await person.sees("saved into the note")
        await person.sees("loss = scaled.mean()")
        assert (chain / "chain.md").read_bytes() == before.replace(b"d.sum()", b"d.mean()")
        assert not side(person).editing
        await person.presses("c", "f8")
        assert draft.text.endswith("sum()")
        await person.presses("ctrl+s")
        await person.sees("loss = scaled.sum()")
    assert (chain / "chain.md").read_bytes() == before


async def test_a_fence_that_somebody_changed_meanwhile_is_not_overwritten(
    sit: Sit, chain: Path
) -> None:
    """The person is told why, the editor stays open, and the other's edit stands."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "c")
        edited = CHAIN.replace("scaled.sum()", "scaled.max()")
        (chain / "chain.md").write_text(edited, encoding="utf-8")
        person.app.screen.query_one(Draft).text = "loss = 1"
        await person.presses("f2")
        await person.sees("Not saved")
        assert side(person).editing
    assert (chain / "chain.md").read_text("utf-8") == edited


async def test_the_last_result_is_there_another_day(sit: Sit, chain: Path, tmp_path: Path) -> None:
    """What ran once shows at once when the card comes again, with its age and its torch."""
    results = Results(tmp_path / "results.sqlite")
    async with sit(chain, results=results) as person:
        await person.presses("enter", "space", "r")
        await person.sees("9.  Sum")
    async with sit(chain, results=results, now=LATER) as person:
        await person.presses("enter", "space")
        await person.sees("9.  Sum")
        assert "run 3 days ago · torch 2" in person.sight
        await person.presses("r")
        await person.sees(" ms · torch")


async def test_earlier_fences_open_on_a_key(sit: Sit, chain: Path) -> None:
    """The pane says which lines run before, and l shows them."""
    async with sit(chain) as person:
        await person.presses("enter", "space")
        await person.sees("▸ with line 5")
        assert "scale = 3.0" not in person.sight
        await person.presses("l")
        assert "scale = 3.0" in person.sight
        await person.presses("l")
        assert "scale = 3.0" not in person.sight


async def test_t_says_what_runs_the_code(sit: Sit, chain: Path) -> None:
    """Python, torch, device and sandbox are named."""
    async with sit(chain) as person:
        await person.presses("enter", "space", "r")
        await person.sees(" ms · torch")
        await person.presses("t")
        for fact in ("Python: ", "torch: 2", "device: c", "sandbox: "):
            assert fact in person.sight


async def test_r_stops_what_runs(sit: Sit, chain: Path) -> None:
    """The key that starts a run ends it, too."""
    endless = CHAIN.replace("loss = scaled", "while True: pass\nloss = scaled")
    (chain / "chain.md").write_text(endless, encoding="utf-8")
    async with sit(chain) as person:
        await person.presses("enter", "space")
        await person.pilot.press("r")
        await person.glimpses("esc stops")
        await person.presses("r")
        await person.sees("stopped")


class Torrent(Runner):
    """A runner that lets a hundred thousand lines through, more than the real one would."""

    def run(self, request: Request, wanted: Callable[[], bool] = lambda: True) -> Iterator[Event]:
        """Tell them as fast as they are taken, and then go on until nobody listens."""
        yield from (Output(request.target.line, f"{n}\n") for n in range(100_000))
        while wanted():
            sleep(0.01)
            yield Output(None, "")


async def test_keys_act_while_a_flood_streams_in(sit: Sit, chain: Path, plain: Path) -> None:
    """While a hundred thousand lines arrive each key acts at once; the rest is counted."""
    with Torrent(plain) as torrent:
        torrent.wait()
        async with sit(chain, on=torrent) as person:
            await person.presses("enter", "space")
            await person.pilot.press("r")
            for _ in range(3):
                await person.pilot.press("w")
                await person.pilot.pause()
                assert "Why this date" in person.sight
                await person.pilot.press("escape")
                await person.pilot.pause()
                assert "Why this date" not in person.sight
            for _ in range(200):
                await person.pilot.pause(0.05)
                if side(person).pane.trace.unprinted:
                    break
            side(person).pane.scroll_end(animate=False, force=True)
            await person.pilot.press("escape")
            await person.sees("99,900 more lines")
