from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult

from studyapp.runner.events import Claim, Event, Failure, Finished, Output, Value
from studyapp.tui.widgets.demo import DemoPane
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH
from studyapp.tui.widgets.snippet import Snippet

if TYPE_CHECKING:
    from textual.pilot import Pilot

CODE = "import torch\nx = torch.ones(2)  # tensor([1., 1.])\nprint(\n    x,\n)\nx.nope()\n"
RUN: tuple[Event, ...] = (
    Value(11, "x", "float32 (2,)  [1., 1.]"),
    Claim(11, "tensor([1., 1.])", "tensor([1., 1.])", holds=True),
    Output(12, "tensor([1., "),
    Output(12, "1.])\n"),
)
ERROR = Failure(15, "AttributeError", "no attribute 'nope'")


class Bench(App[None]):
    def __init__(self, words: str = "en") -> None:
        super().__init__()
        self._words = CHINESE if words == "zh" else ENGLISH

    def compose(self) -> ComposeResult:
        yield DemoPane(self._words)


def pane(pilot: Pilot[None]) -> DemoPane:
    demo = pilot.app.query_one(DemoPane)
    demo.show(Snippet(CODE, 10, "python", runnable=True))
    return demo


def seen(demo: DemoPane) -> list[str]:
    rows = (demo.render_line(row).text.rstrip() for row in range(demo.size.height))
    return [row for row in rows if row]


def run(demo: DemoPane, *events: Event) -> None:
    demo.begin()
    for event in events:
        demo.add(event)


async def test_a_snippet_waits_with_the_notes_line_numbers() -> None:
    """Before a run the code stands alone; how to run it, the line of keys says."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        assert seen(demo)[:2] == ["10  import torch", "11  x = torch.ones(2)  # tensor([1., 1.])"]
        assert demo.border_subtitle == ""


async def test_results_stand_beneath_their_statements() -> None:
    """Values, output, marks and the error each follow the line that they belong to."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        demo.set_place("bubblewrap")
        run(demo, *RUN, ERROR, Finished("error", "", 0.0092))
        lines = seen(demo)
        assert lines[1].startswith("11  x =")
        assert lines[1].endswith(" ✓")
        assert lines[2:] == [
            "      x  float32 (2,)  [1., 1.]",
            "12  print(",
            "13      x,",
            "14  )",
            "      ▏tensor([1., 1.])",
            "15  x.nope()",
            "      ✗ AttributeError: no attribute 'nope'",
        ]
        assert demo.border_subtitle == "error · 1 claim holds · 9 ms · bubblewrap"


async def test_a_claim_that_differs_is_told_neutrally() -> None:
    """Both numbers are shown, in the words of the language."""
    async with Bench("zh").run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, Claim(11, "0.36", "0.40", holds=False), Finished("ok", "", 2.0))
        assert seen(demo)[1].endswith("≠")
        assert "      ≠ 笔记 0.36 · 实际 0.40" in seen(demo)
        assert demo.border_subtitle == "1 处与笔记不同 · 2.0 秒"


async def test_a_claim_that_was_not_judged_is_not_marked() -> None:
    """No verdict, no mark."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, Claim(11, "0.36", "0.40", holds=None), Finished("ok", "", 0.1))
        assert len(seen(demo)) == 6
        assert demo.border_subtitle == "100 ms"


async def test_the_old_result_stays_until_the_new_one_comes() -> None:
    """Starting again clears nothing by itself: a run of ten milliseconds must not flash."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, Value(11, "x", "old"), Finished("ok", "", 0.1))
        demo.begin()
        assert any("old" in line for line in seen(demo))
        demo.add(Value(11, "x", "new"))
        demo.add(Finished("ok", "", 0.1))
        assert any("new" in line for line in seen(demo))
        assert not any("old" in line for line in seen(demo))


async def test_a_long_run_shows_what_came_and_how_long_it_takes() -> None:
    """While a run goes on its events are drawn and the seconds are counted."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, *RUN)
        async with asyncio.timeout(60):
            while not re.fullmatch(r"running \d+\.\d.*", str(demo.border_subtitle)):
                await pilot.pause(0.02)
        assert any("float32" in line for line in seen(demo))
        demo.add(Finished("killed", "cancelled", 0.5))
        assert "· cancelled" in seen(demo)
        assert demo.border_subtitle == "stopped · 1 claim holds · 500 ms"


async def test_what_is_needed_is_said_in_the_pane() -> None:
    """A missing package is told beneath the code."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, Finished("needs", "needs tensorflow", 0.0))
        assert seen(demo)[-1] == "· needs tensorflow"
        assert demo.border_subtitle == "not run"


async def test_code_of_other_languages_has_no_run_key() -> None:
    """C++ is shown as code, and the foot names the language."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        demo.show(Snippet("int x = 1;\n", 3, "cpp", runnable=False))
        assert seen(demo) == ["3  int x = 1;"]
        assert demo.border_subtitle == "cpp"


async def test_an_error_in_an_earlier_fence_names_its_line() -> None:
    """A failure outside the snippet is told at the end, with the note's line."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        run(demo, Failure(4, "NameError", "y"), Finished("error", "", 0.1))
        assert seen(demo)[-1] == "✗ line 4: NameError: y"


@pytest.mark.parametrize("width", [30, 60, 120])
async def test_folded_it_shows_the_three_most_telling_lines(width: int) -> None:
    """On a narrow terminal three rows remain: the error, the mark, the output."""
    async with Bench().run_test(size=(width, 20)) as pilot:
        demo = pane(pilot)
        demo.set_folded(folded=True)
        assert len(seen(demo)) == 3
        run(demo, *RUN, ERROR, Finished("error", "", 0.01))
        lines = seen(demo)
        assert [line[:2] for line in lines] == ["11", "14", "15"]
        assert lines[0].endswith("✓")
        assert "✗ Attr" in lines[2]
        demo.set_folded(folded=False)
        assert len(seen(demo)) > 6


async def test_hostile_output_is_made_visible() -> None:
    """Escapes and overrides in names, values, output and messages are shown, not obeyed."""
    evil = "\x1b[2J\u202e[red]"
    async with Bench().run_test(size=(60, 30)) as pilot:
        demo = pane(pilot)
        for folded in (False, True):
            demo.set_folded(folded=folded)
            run(
                demo,
                Value(11, evil, evil),
                Output(12, evil),
                Claim(12, evil, evil, holds=False),
                Failure(15, evil, evil),
                Finished("error", evil, 0.1),
            )
            drawn = "".join(seen(demo)) + str(demo.border_subtitle)
            assert "␛" in drawn
            assert not {"\x1b", "\u202e"} & set(drawn)


async def test_a_flood_of_output_is_capped() -> None:
    """Of ten thousand printed lines a hundred are drawn, and the rest is counted."""
    async with Bench().run_test(size=(60, 200)) as pilot:
        demo = pane(pilot)
        run(demo, *[Output(12, f"{n}\n") for n in range(10_000)], Finished("ok", "", 0.1))
        assert "      ▏… 9,900 more lines" in seen(demo)


async def test_a_folded_demo_says_why_it_ended() -> None:
    """Of three rows the last tells why a run ended, so that nobody must unfold it to know."""
    async with Bench().run_test(size=(60, 20)) as pilot:
        demo = pane(pilot)
        demo.set_folded(folded=True)
        run(demo, Value(11, "x", "float32 (2,)"), Finished("killed", "it ended itself", 0.1))
        await pilot.pause()
        assert "· it ended itself" in seen(demo)
        assert len(seen(demo)) == 3
