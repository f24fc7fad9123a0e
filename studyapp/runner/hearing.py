"""A child's messages as events; it may be hostile, so every field is checked."""

from __future__ import annotations

import base64
import struct
from typing import TYPE_CHECKING, Any

from studyapp.runner.events import (
    Claim,
    Event,
    Failure,
    Figure,
    Graph,
    Node,
    Output,
    Showcase,
    Step,
    Value,
    Warned,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def as_event(message: Mapping[str, Any]) -> Event | None:
    """The event in a child's message; None where it is none, or malformed."""
    try:
        return _READERS[message["event"]](message)
    except (KeyError, TypeError, ValueError, struct.error):
        return None


def _value(message: Mapping[str, Any]) -> Value:
    details = message["details"] if isinstance(message["details"], dict) else {}
    name, summary = _text(message["name"]), _text(message["summary"])
    return Value(_line(message["line"]), name, summary, details)


def _output(message: Mapping[str, Any]) -> Output:
    return Output(_line_or_none(message["line"]), _text(message["text"]))


def _claim(message: Mapping[str, Any]) -> Claim:
    stated, actual = _text(message["stated"]), _text(message["actual"])
    return Claim(_line(message["line"]), stated, actual, _verdict(message["holds"]))


def _failure(message: Mapping[str, Any]) -> Failure:
    return Failure(
        _line_or_none(message["line"]),
        _text(message["type"]),
        _text(message["message"]),
        tuple(map(_text, message["trace"])),
    )


def _warned(message: Mapping[str, Any]) -> Warned:
    return Warned(_line_or_none(message["line"]), _text(message["message"]))


def _showcase(message: Mapping[str, Any]) -> Showcase:
    return Showcase(
        _line(message["line"]),
        _text(message["call"]),
        _text(message["guessed"]),
        _text(message["result"]),
        _text(message["remark"]),
        tuple(Step(_text(name), _text(summary)) for name, summary in message["steps"]),
    )


def _figure(message: Mapping[str, Any]) -> Figure:
    png = base64.b64decode(_text(message["png"]), validate=True)
    if not png.startswith(_PNG):
        raise ValueError(png[:8])
    # The header's own size: a terminal is given no larger picture than this says.
    width, height = struct.unpack(">II", png[16:24])
    return Figure(_line_or_none(message["line"]), png, width, height)


def _graph(message: Mapping[str, Any]) -> Graph:
    nodes = tuple(
        Node(_line(depth), _text(label), _text(note)) for depth, label, note in message["nodes"]
    )
    return Graph(_text(message["name"]), nodes, bool(message["cut"]))


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Event]] = {
    "value": _value,
    "output": _output,
    "claim": _claim,
    "failure": _failure,
    "warned": _warned,
    "showcase": _showcase,
    "figure": _figure,
    "graph": _graph,
}
KINDS = tuple(_READERS)
"""What a child's events are called."""
_PNG = b"\x89PNG\r\n\x1a\n"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    # A lone surrogate could be neither drawn nor written to a file.
    return value.encode("utf-8", "replace").decode()


def _line(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _line_or_none(value: Any) -> int | None:
    return None if value is None else _line(value)


def _verdict(value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise TypeError(value)
    return value
