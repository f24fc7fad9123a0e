import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner import hearing, wire
from studyapp.runner.events import (
    Claim,
    Event,
    Figure,
    Finished,
    Graph,
    Node,
    Output,
    Showcase,
    Step,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["line", "text", "trace", "holds"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KINDS = st.sampled_from([*hearing.KINDS, "end", "other"])
FIELDS = st.sampled_from(
    [
        *("line", "name", "summary", "details", "text", "stated", "actual", "holds", "type"),
        *("message", "trace", "call", "guessed", "result", "remark", "steps", "png", "nodes"),
    ]
)


@given(st.dictionaries(FIELDS, JSON), KINDS)
def test_no_message_of_a_child_breaks_the_client(fields: dict[str, Any], kind: str) -> None:
    """Whatever the fields hold, the answer is an event whose text can be written, or none."""
    event = hearing.as_event({"event": kind, **fields})
    assert event is None or isinstance(event, Event)
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
    assert hearing.as_event(json.loads(json.dumps(message))) == event


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


def test_a_figure_is_a_picture_of_the_size_that_its_header_states() -> None:
    """What claims to be a picture and is none is no event; a true one tells its own size."""
    header = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4) + (480).to_bytes(4)
    figure = {"event": "figure", "line": 3, "png": base64.b64encode(header).decode()}
    assert hearing.as_event(figure) == Figure(3, header, 640, 480)
    for broken in ("", "????", base64.b64encode(b"GIF89a" + header).decode()):
        assert hearing.as_event({**figure, "png": broken}) is None


def test_a_showcase_and_a_graph_are_read_whole_or_not_at_all() -> None:
    """Steps and nodes are checked one by one: one that is malformed spoils the event."""
    texts = {"call": "Net()(x)", "guessed": "x: (2, 4)", "result": "(2, 3)", "remark": ""}
    showcase = {"event": "showcase", "line": 4, **texts, "steps": [["fc", "Linear"]]}
    assert hearing.as_event(showcase) == Showcase(
        4, "Net()(x)", "x: (2, 4)", "(2, 3)", steps=(Step("fc", "Linear"),)
    )
    assert hearing.as_event({**showcase, "steps": [["fc"]]}) is None
    graph = {"event": "graph", "name": "y", "nodes": [[0, "Mul", ""]], "cut": False}
    assert hearing.as_event(graph) == Graph("y", (Node(0, "Mul"),))
    assert hearing.as_event({**graph, "nodes": [["0", "Mul", ""]]}) is None
