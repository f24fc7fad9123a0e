"""The request as it travels, and how a run ended by what the other process says."""

from __future__ import annotations

import signal
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, get_args

from studyapp.runner.events import Finished, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.runner.request import Request

_STATUSES: tuple[Status, ...] = get_args(Status)

FLOOD = "it printed more than is kept of one run"

_CAUSES: Mapping[str, tuple[Status, str]] = {
    "cancelled": ("killed", "cancelled"),
    "flood": ("limit", FLOOD),
    "processes": ("limit", "too many processes or threads"),
    "memory": ("limit", "more memory than one run may use"),
    "files": ("limit", "the disk space for one run is full"),
    "frames": ("killed", "it wrote into the runner's own pipe"),
}


def as_message(request: Request, run: int) -> dict[str, Any]:
    """The request as it travels."""
    blocks = [asdict(block) for block in request.blocks]
    terms = {
        "seed": request.seed,
        "deadline": request.deadline,
        "scratch": request.scratch,
        "graph": request.graph,
    }
    return {"run": {"id": run, "blocks": blocks, **terms}}


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
