"""Live code: runs snippets in another process; knows nothing of cards or notes."""

from studyapp.runner.client import Runner
from studyapp.runner.plan import plan
from studyapp.runner.request import Block, Request
from studyapp.runner.results import (
    Claim,
    Event,
    Failure,
    Finished,
    Output,
    Result,
    Value,
    collect,
)
from studyapp.runner.state import Dead, Ready, Starting, State, Unavailable

__all__ = [
    "Block",
    "Claim",
    "Dead",
    "Event",
    "Failure",
    "Finished",
    "Output",
    "Ready",
    "Request",
    "Result",
    "Runner",
    "Starting",
    "State",
    "Unavailable",
    "Value",
    "collect",
    "plan",
]
