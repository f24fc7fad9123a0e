"""Live code: runs snippets in another process; knows nothing of cards or notes."""

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
from studyapp.runner.plan import plan
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
    "plan",
]
