"""What a run's events leave to be asked: a value to go back from, a figure, what a line gave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.runner import SCRATCH, Failure, Figure, Output, Value
from studyapp.study.prediction import Came

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.study.prediction import Subject
    from studyapp.tui.widgets.trace import Trace

_BACKWARD = re.compile(r"\.backward\s*\(|autograd\.grad\s*\(")


def loss(trace: Trace, code: str) -> str:
    """The name of the last scalar that gradients can flow back from; "" where none is left.

    Where the code goes back itself, or a scratch line did, there is nothing left to offer.
    """
    if _BACKWARD.search("\n".join((code, *trace.scratch))):
        return ""
    return next((one.name for one in _computed(trace) if one.details.get("shape") == []), "")


def root(trace: Trace) -> str:
    """The name of the value whose graph is worth a look: the last scalar, else the last tensor."""
    computed = [*_computed(trace)]
    scalars = [one for one in computed if one.details.get("shape") == []]
    return next((one.name for one in (*scalars, *computed)), "")


def figure(trace: Trace) -> Figure | None:
    """The last figure that was drawn."""
    return next((one for one in reversed(trace.events) if isinstance(one, Figure)), None)


def stumbled(trace: Trace) -> bool:
    """Whether the last scratch line failed."""
    return any(isinstance(one, Failure) and one.line == SCRATCH for one in trace.events)


def came(trace: Trace, subject: Subject) -> Came:
    """What a statement gave in a run."""
    events = [one for one in trace.events if getattr(one, "line", SCRATCH) != SCRATCH]
    failure = next((one for one in events if isinstance(one, Failure)), None)
    lines = range(subject.line, subject.end_line + 1)
    values = [one for one in events if isinstance(one, Value) and one.line in lines]
    printed = [one.text for one in events if isinstance(one, Output) and one.line in lines]
    last = values[-1] if values else None
    facts = last.details if last else {}
    shape = facts.get("shape")
    return Came(
        raised=failure.type if failure else "",
        shape=tuple(shape) if isinstance(shape, list) else None,
        dtype=str(facts.get("dtype", "")),
        values=str(facts.get("values", "")),
        text="".join(printed) or (last.summary if last else ""),
    )


def _computed(trace: Trace) -> Iterator[Value]:
    """The named values that a graph leads to, the last first."""
    for event in reversed(trace.events):
        if isinstance(event, Value) and event.details.get("grad_fn") and event.name.isidentifier():
            yield event
