"""What a run tells, drawn by hand-made events: showcases, loops, warnings, figures, modules."""

from __future__ import annotations

import struct
import zlib

import pytest

from studyapp.runner.events import (
    SCRATCH,
    Event,
    Failure,
    Figure,
    Finished,
    Output,
    Showcase,
    Step,
    Value,
    Warned,
)
from studyapp.tui.widgets.demo_lines import draw
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH
from studyapp.tui.widgets.folded import draw_folded
from studyapp.tui.widgets.ink import PLAIN
from studyapp.tui.widgets.look import Look
from studyapp.tui.widgets.snippet import Snippet
from studyapp.tui.widgets.trace import Trace

LOOK = Look(70, PLAIN, ENGLISH)
NET = Snippet(
    "class Net(nn.Module):\n    def forward(self, x):\n        return x\n",
    10,
    "python",
    runnable=True,
)
CALL = Showcase(
    10,
    "Net(8)(x)",
    "x: float32 (2, 8)",
    "float32 (2, 8)",
    "called, but nothing happened: self.layers is empty",
    (Step("fc", "Linear  (2, 8) → (2, 4)"), Step("act", "ReLU  (2, 4)")),
)


def png(width: int, height: int) -> bytes:
    """A picture whose upper half is red and whose lower half is blue."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = [bytes([0, *(colour * width)]) for colour in ([255, 0, 0], [0, 0, 255])]
    pixels = zlib.compress(b"".join(rows[2 * y >= height] for y in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def drawn(snippet: Snippet, *events: Event, scratch: tuple[str, ...] = ()) -> list[str]:
    rows = draw(snippet, Trace((*events, Finished("ok", "", 0.1)), scratch), LOOK)
    return ["".join(part.text for part in line).rstrip() for line, _ in rows]


def folded(snippet: Snippet, *events: Event, scratch: tuple[str, ...] = ()) -> list[str]:
    rows = draw_folded(snippet, Trace((*events, Finished("ok", "", 0.1)), scratch), LOOK)
    return ["".join(part.text for part in line).rstrip() for line in rows]


def test_a_showcase_stands_beneath_its_definition() -> None:
    """The call, whose inputs are ours, the shapes on the way, what came back, the remark."""
    assert drawn(NET, CALL)[3:] == [
        "      ▷ Net(8)(x)",
        "        · example input, not the note's: x: float32 (2, 8)",
        "          fc   Linear  (2, 8) → (2, 4)",
        "          act  ReLU  (2, 4)",
        "        → float32 (2, 8)",
        "        · called, but nothing happened: self.layers is empty",
    ]


def test_what_can_not_be_called_is_explained_in_a_sentence() -> None:
    """A showcase without a result shows its remark alone."""
    lines = drawn(NET, Showcase(10, "", "", "", "forward needs its class"))
    assert lines[3:] == ["        · forward needs its class"]


def test_folded_a_showcase_says_its_remark_or_else_its_result() -> None:
    """Of the three lines one is the definition, and what its call came to."""
    assert "nothing happened" in folded(NET, CALL)[-1]
    assert folded(NET, Showcase(10, "Net()", "x", "float32 (2,)"))[-1].endswith("▷ float32 (2,)")


def test_a_loop_shows_the_first_and_the_last_pass_of_each_name() -> None:
    """The passes of one name stand together, the second without the name."""
    loop = Snippet("for i in range(9):\n    y = i\n", 5, "python", runnable=True)
    passes = [
        Value(6, "y", "0", {"pass": 1}),
        Value(6, "z", "1", {"pass": 1}),
        Value(6, "y", "8", {"pass": 9, "passes": 9}),
        Value(6, "z", "2", {"pass": 9, "passes": 9}),
    ]
    assert drawn(loop, *passes)[2:] == [
        "     y  pass 1  0",
        "        pass 9 of 9  8",
        "     z  pass 1  1",
        "        pass 9 of 9  2",
    ]
    assert folded(loop, *passes)[-1].endswith("2")


def test_one_pass_is_no_loop() -> None:
    """A function called once tells its values without counting."""
    once = Snippet("y = 1\n", 5, "python", runnable=True)
    assert drawn(once, Value(5, "y", "1", {"pass": 1, "passes": 1}))[1:] == ["     y  1"]


def test_a_warning_is_said_quietly_at_its_line() -> None:
    """A deprecation stands beneath the statement that met it."""
    line = Snippet("y = old()\n", 5, "python", runnable=True)
    assert drawn(line, Warned(5, "old is deprecated since torch 2.1"))[1:] == [
        "     ! old is deprecated since torch 2.1"
    ]


def test_a_module_shows_its_children_as_a_table() -> None:
    """Name, kind and parameters of each child; what is no such list is left out."""
    line = Snippet("net = Net()\n", 5, "python", runnable=True)
    children = [["fc", "Linear(8, 4)", 36], ["act", "ReLU()", 0], "nonsense", ["x"]]
    assert drawn(line, Value(5, "net", "Net()", {"children": children}))[1:] == [
        "     net  Net()",
        "       fc   Linear(8, 4)  36",
        "       act  ReLU()         0",
    ]
    assert len(drawn(line, Value(5, "net", "Net()", {"children": 7}))) == 2
    many = [[f"layer{n}", "Linear(8, 4)", 36] for n in range(20)]
    assert drawn(line, Value(5, "net", "N", {"children": many}))[-1] == "       … 8 more lines"


def test_a_figure_is_a_picture_in_half_cells_and_a_line() -> None:
    """Red above, blue below; the line beneath says the size and the key."""
    line = Snippet("plt.plot(x)\n", 5, "python", runnable=True)
    figure = Figure(5, png(40, 20), 40, 20)
    trace = Trace((figure, Finished("ok", "", 0.1)))
    rows = [row for row, _ in draw(line, trace, LOOK)]
    assert "".join(part.text for part in rows[-1]) == "     figure 40×20 · o opens it"
    assert [row[1].style and row[1].style.color for row in (rows[1], rows[-2])] != [None, None]
    assert len(rows) == 12
    assert all(part.text.strip("▀") == "" for part in rows[1][1:])
    assert folded(line, figure)[-1].endswith("figure 40×20 · o opens it")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, png(40, 20)[:60]])
def test_a_picture_that_can_not_be_read_leaves_its_line(data: bytes) -> None:
    """Whatever a snippet sent as a picture, the line that names it stands."""
    line = Snippet("plt.plot(x)\n", 5, "python", runnable=True)
    assert drawn(line, Figure(5, data, 4, 4))[1:] == ["     figure 4×4 · o opens it"]


def test_scratch_lines_stand_at_the_end_with_what_they_gave() -> None:
    """Each line behind a prompt, then values, output and errors of them all."""
    line = Snippet("y = x * 2\n", 5, "python", runnable=True)
    told = (
        Output(SCRATCH, "hello\n"),
        Value(SCRATCH, "x", "float32 ()  grad 2."),
        Failure(SCRATCH, "NameError", "q"),
    )
    tried = ("y.backward()", "q")
    assert drawn(line, *told, scratch=tried)[1:] == [
        "› y.backward()",
        "› q",
        "  ▏hello",
        "  x  float32 ()  grad 2.",
        "  ✗ NameError: q",
    ]
    assert folded(line, *told, scratch=tried)[-1] == "› q  ✗ NameError: q"


def test_the_words_are_of_the_language() -> None:
    """In Chinese the guess, the passes and the figure are told in Chinese."""
    look = Look(70, PLAIN, CHINESE)
    events = (CALL, Value(11, "y", "1", {"pass": 1}), Figure(11, b"", 4, 3))
    text = "".join(part.text for line, _ in draw(NET, Trace(events), look) for part in line)
    assert "示例输入，不是笔记里的" in text
    assert "第 1 次" in text
    assert "图 4×3" in text
