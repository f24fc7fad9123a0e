"""Live code: runs snippets in another process; knows nothing of cards or notes."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.runner.client import Runner
    from studyapp.runner.events import (
        SCRATCH,
        Claim,
        Event,
        Failure,
        Figure,
        Finished,
        Graph,
        Node,
        Output,
        Showcase,
        Step,
        Value,
        Warned,
    )
    from studyapp.runner.manual import documented, is_telling
    from studyapp.runner.request import Block, Request
    from studyapp.runner.results import Result, collect
    from studyapp.runner.sandbox import OFF
    from studyapp.runner.state import Dead, Ready, Starting, State, Unavailable

__all__ = [
    "OFF",
    "SCRATCH",
    "Block",
    "Claim",
    "Dead",
    "Event",
    "Failure",
    "Figure",
    "Finished",
    "Graph",
    "Node",
    "Output",
    "Ready",
    "Request",
    "Result",
    "Runner",
    "Showcase",
    "Starting",
    "State",
    "Step",
    "Unavailable",
    "Value",
    "Warned",
    "collect",
    "documented",
    "is_telling",
]

_HOMES = {
    "OFF": "sandbox",
    "SCRATCH": "events",
    "Block": "request",
    "Claim": "events",
    "Dead": "state",
    "Event": "events",
    "Failure": "events",
    "Figure": "events",
    "Finished": "events",
    "Graph": "events",
    "Node": "events",
    "Output": "events",
    "Ready": "state",
    "Request": "request",
    "Result": "results",
    "Runner": "client",
    "Showcase": "events",
    "Starting": "state",
    "State": "state",
    "Step": "events",
    "Unavailable": "state",
    "Value": "events",
    "Warned": "events",
    "collect": "results",
    "documented": "manual",
    "is_telling": "manual",
}


def __getattr__(name: str) -> object:
    """Import what is asked for and no more: the process is started before its words are known."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
