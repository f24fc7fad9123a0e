import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner import wire
from studyapp.runner.results import Claim, Event, Failure, Finished, Output, Value

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["line", "text", "trace", "holds"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KINDS = st.sampled_from(["value", "output", "claim", "failure", "end", "other"])
FIELDS = st.sampled_from(
    ["line", "name", "summary", "details", "text", "stated", "actual", "holds", "type", "message"]
)


@given(st.dictionaries(FIELDS, JSON), KINDS)
def test_no_message_of_a_child_breaks_the_client(fields: dict[str, Any], kind: str) -> None:
    """Whatever the fields hold, the answer is an event whose text can be written, or none."""
    event = wire.as_event({"event": kind, **fields})
    assert event is None or isinstance(event, Value | Output | Claim | Failure)
    assert wire.as_end({"event": kind, **fields}) is None


@pytest.mark.parametrize(
    ("message", "event"),
    [
        ({"event": "output", "line": None, "text": "a\ud800"}, Output(None, "a?")),
        ({"event": "claim", "line": 3, "stated": "1", "actual": "2", "holds": False},
         Claim(3, "1", "2", holds=False)),
        ({"event": "value", "line": "3", "name": "x", "summary": "", "details": {}}, None),
        ({"event": "value", "line": True, "name": "x", "summary": "", "details": {}}, None),
        ({"event": "claim", "line": 3, "stated": "1", "actual": "2", "holds": 1}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_fields_are_checked(message: dict[str, Any], event: Event | None) -> None:
    """A well-formed message becomes its event; a field of the wrong type makes it none."""
    assert wire.as_event(json.loads(json.dumps(message))) == event


@pytest.mark.parametrize(
    ("over", "end", "finished"),
    [
        ({"exit": 0}, ("ok", ""), ("ok", "")),
        ({"exit": 0}, None, ("killed", "its process ended by itself, with code 0")),
        ({"cause": "deadline", "signal": 9}, ("ok", ""), ("timeout", "still running after 2 s")),
        ({"cause": "cancelled", "signal": 9}, None, ("killed", "cancelled")),
        ({"cause": "flood", "signal": 9}, None, ("limit", wire.FLOOD)),
        ({"signal": 11}, ("ok", ""), ("killed", "ended by SIGSEGV")),
        ({"signal": 250}, None, ("killed", "ended by signal 250")),
    ],
)
def test_the_zygotes_word_on_the_end_comes_first(
    over: dict[str, Any], end: Any, finished: tuple[str, str]
) -> None:
    """A kill, a limit or a signal counts before what the child said of itself."""
    assert wire.finish({"seconds": 0.5, **over}, end, 2.0) == Finished(*finished, 0.5)
