"""From what the other process says to events; it may be hostile, so every field is checked."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any, get_args

from studyapp.runner.results import Claim, Event, Failure, Finished, Output, Status, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.runner.request import Request

_STATUSES: tuple[Status, ...] = get_args(Status)

FLOOD = "it printed more than is kept of one run"

_CAUSES: Mapping[str, tuple[Status, str]] = {
    "cancelled": ("killed", "cancelled"),
    "flood": ("limit", FLOOD),
    "processes": ("limit", "too many processes or threads"),
    "frames": ("killed", "it wrote into the runner's own pipe"),
}


def as_message(request: Request, run: int) -> dict[str, Any]:
    """The request as it travels."""
    blocks = [{"code": b.code, "line": b.line, "fence": b.fence} for b in request.blocks]
    terms = {"seed": request.seed, "deadline": request.deadline}
    return {"run": {"id": run, "blocks": blocks, **terms}}


def as_event(message: Mapping[str, Any]) -> Event | None:
    """The event in a child's message; None where it is none, or malformed."""
    try:
        match message["event"]:
            case "value":
                details = message["details"] if isinstance(message["details"], dict) else {}
                name, summary = _text(message["name"]), _text(message["summary"])
                return Value(_line(message["line"]), name, summary, details)
            case "output":
                return Output(_line_or_none(message["line"]), _text(message["text"]))
            case "claim":
                stated, actual = _text(message["stated"]), _text(message["actual"])
                return Claim(_line(message["line"]), stated, actual, _verdict(message["holds"]))
            case "failure":
                return Failure(
                    _line_or_none(message["line"]),
                    _text(message["type"]),
                    _text(message["message"]),
                    tuple(map(_text, message["trace"])),
                )
    except (KeyError, TypeError):
        pass
    return None


def as_end(message: Mapping[str, Any]) -> tuple[Status, str] | None:
    """The status that a child claims for itself at its end."""
    status, reason = message.get("status"), message.get("reason")
    known = next((each for each in _STATUSES if each == status), None)
    if message.get("event") == "end" and known and isinstance(reason, str):
        return known, reason
    return None


def finish(over: Mapping[str, Any], end: tuple[Status, str] | None, deadline: float) -> Finished:
    """How a run ended, by the zygote's word first and then by the child's own."""
    seconds = float(over.get("seconds", 0.0))
    cause = str(over.get("cause"))
    if cause == "deadline" or over.get("signal") == signal.SIGXCPU:
        return Finished("timeout", f"still running after {deadline:g} s", seconds)
    if cause in _CAUSES:
        return Finished(*_CAUSES[cause], seconds)
    if "signal" in over:
        return Finished("killed", f"ended by {_signal(over['signal'])}", seconds)
    if end is None:
        code = over.get("exit")
        return Finished("killed", f"its process ended by itself, with code {code}", seconds)
    return Finished(*end, seconds)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


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
