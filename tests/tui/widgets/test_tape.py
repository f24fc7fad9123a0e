from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.events import Failure, Finished, Output, Value
from studyapp.tui.widgets.beneath import MOST_LINES
from studyapp.tui.widgets.tape import MOST, Tape


def test_output_is_gathered_by_line() -> None:
    """What two statements printed in turns stands with each of them."""
    tape = Tape([Output(1, "a"), Output(2, "x\n"), Output(1, "b\n")])
    assert tape.trace().events == (Output(1, "ab\n"), Output(2, "x\n"))


def test_a_flood_is_counted_and_not_kept() -> None:
    """Of a hundred thousand lines the first hundred are kept, and the rest is a number."""
    tape = Tape(Output(1, f"{n}\n") for n in range(100_000))
    trace = tape.trace()
    [output] = trace.events
    assert isinstance(output, Output)
    assert output.text.count("\n") == MOST_LINES
    assert trace.unprinted == {1: 100_000 - MOST_LINES}


def test_an_endless_line_is_cut() -> None:
    """Megabytes without a line's end do not fill the memory."""
    [output] = Tape([Output(1, "x" * 1_000_000)] * 3).trace().events
    assert isinstance(output, Output)
    assert len(output.text) < 20_000


def test_the_end_of_a_flood_of_values_is_kept() -> None:
    """However many values came, how the run failed and ended is never lost."""
    flood = (Value(1, "x", str(n)) for n in range(MOST * 2))
    end = (Failure(1, "E", "m"), Finished("error", "", 0.1))
    trace = Tape([*flood, *end]).trace()
    assert trace.events[-2:] == end
    assert trace.finished == end[1]
    assert len(trace.events) == MOST + 2


@given(st.lists(st.text(st.sampled_from("ab\n"), max_size=60), max_size=20))
def test_no_line_is_lost_or_counted_twice(texts: list[str]) -> None:
    """The lines that are kept and those that are counted make up all that was printed."""
    trace = Tape(Output(1, text) for text in texts).trace()
    kept = "".join(event.text for event in trace.events if isinstance(event, Output))
    assert "".join(texts).startswith(kept)
    assert kept.count("\n") + trace.unprinted.get(1, 0) == "".join(texts).count("\n")
