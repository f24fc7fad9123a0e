"""Results of runs as they are kept, and as they come back another day."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from studyapp.library.results import Kept
from studyapp.runner import Figure, Finished, Graph, Showcase
from studyapp.runner.hearing import as_event
from studyapp.runner.wire import as_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from studyapp.runner import Event, Request
    from studyapp.tui.words import Words


def name(root: str, path: str, request: Request) -> str:
    """What a run's result is kept under: its library and note, and all that it runs."""
    blocks = [[one.fence, one.line, one.code] for one in request.blocks]
    asked = [root, path, blocks, request.seed, request.scratch, request.graph]
    return blake2b(json.dumps(asked).encode(), digest_size=16).hexdigest()


def kept(events: Iterable[Event], at: datetime, torch: str) -> Kept:
    """A result as plain data."""
    return Kept(at, torch, [_message(event) for event in events])


def events(result: Kept) -> list[Event]:
    """The events of a kept result; what can't be read any more is left out."""
    found = [_event(message) for message in result.events]
    return [event for event in found if event is not None]


def mark(result: Kept, today: date, say: Words) -> str:
    """When a kept result ran, and under which torch."""
    days = (today - result.at.date()).days
    when = say("ran_today") if days <= 0 else say("ran_before", n=days)
    return f"{when} · torch {result.torch}"


def _message(event: Event) -> dict[str, Any]:
    """An event in the form in which a child sends it."""
    message: dict[str, Any] = {**asdict(event), "event": type(event).__name__.lower()}
    match event:
        case Figure():
            message["png"] = base64.b64encode(event.png).decode()
        case Showcase():
            message["steps"] = [[step.name, step.summary] for step in event.steps]
        case Graph():
            message["nodes"] = [[node.depth, node.label, node.note] for node in event.nodes]
        case Finished():
            message["event"] = "end"
    return message


def _event(message: Mapping[str, Any]) -> Event | None:
    if message.get("event") != "end":
        return as_event(message)
    end, seconds = as_end(message), message.get("seconds")
    return Finished(*end, float(seconds)) if end and isinstance(seconds, int | float) else None
