from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from studyapp.library.results import Kept, Results
from studyapp.runner import (
    Block,
    Claim,
    Event,
    Failure,
    Figure,
    Finished,
    Graph,
    Node,
    Output,
    Request,
    Showcase,
    Step,
    Value,
    Warned,
)
from studyapp.tui import keeping
from studyapp.tui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (4).to_bytes(4, "big") + (3).to_bytes(4, "big")
EVENTS: list[Event] = [
    Output(None, "中\n"),
    Value(3, "x", "float32 (2,)", {"shape": [2], "children": [["fc", "Linear", 3]]}),
    Claim(3, "1", "2", holds=False),
    Warned(4, "old"),
    Showcase(5, "f(x)", "x", "y", "nothing happened", (Step("fc", "(2,)"),)),
    Figure(6, PNG, 4, 3),
    Graph("loss", (Node(0, "Sum"), Node(1, "x", "leaf")), cut=True),
    Failure(None, "ValueError", "m", ("a", "b")),
    Finished("error", "why", 0.25),
]
RUN = Request((Block("x = 1\n", 4, 3),))


def test_every_event_comes_back_as_it_was(tmp_path: Path) -> None:
    """Through plain data and the file, nothing of a run is lost."""
    store = Results(tmp_path / "results.sqlite")
    store.keep("a", keeping.kept(EVENTS, AT, "2.13.0"))
    found = store.recall("a")
    assert found is not None
    assert keeping.events(found) == EVENTS


@pytest.mark.parametrize("message", [{}, {"event": "value"}, {"event": "end", "seconds": "x"}])
def test_what_can_not_be_read_is_left_out(message: dict[str, object]) -> None:
    """An event of another version is no error."""
    assert keeping.events(Kept(AT, "2", [message, {"event": "warned", "line": 1, "message": "m"}]))


def test_the_name_is_of_all_that_runs() -> None:
    """Another note, code, place or seed is another result."""
    block = Block("x = 2\n", 4, 3)
    names = {
        keeping.name("lib", "a.md", RUN),
        keeping.name("lib", "b.md", RUN),
        keeping.name("other", "a.md", RUN),
        keeping.name("lib", "a.md", Request((block,))),
        keeping.name("lib", "a.md", Request((Block("x = 1\n", 5, 4),))),
        keeping.name("lib", "a.md", Request(RUN.blocks, seed=1)),
    }
    assert len(names) == 6
    assert keeping.name("lib", "a.md", Request(RUN.blocks, deadline=3.0)) in names


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "run earlier today · torch 2.13.0"),
        (1, "run 1 day ago · torch 2.13.0"),
        (3, "run 3 days ago · torch 2.13.0"),
    ],
)
def test_a_result_says_when_it_ran(days: int, told: str) -> None:
    """The day counts, and the torch that it ran under."""
    result, today = keeping.kept([], AT, "2.13.0"), date(2026, 11, 20) + timedelta(days)
    assert keeping.mark(result, today, Words("en")) == told
