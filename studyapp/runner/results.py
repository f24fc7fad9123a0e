"""What a run came to."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from studyapp.runner.events import (
    Claim,
    Event,
    Failure,
    Figure,
    Finished,
    Graph,
    Output,
    Showcase,
    Value,
    Warned,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.runner.events import Status
    from studyapp.runner.request import Request

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run; `line` is the target's opening fence."""

    line: int
    status: Status
    reason: str = ""
    seconds: float = 0.0
    stdout: str = ""
    values: tuple[Value, ...] = ()
    claims: tuple[Claim, ...] = ()
    showcases: tuple[Showcase, ...] = ()
    figures: tuple[Figure, ...] = ()
    warned: tuple[Warned, ...] = ()
    graph: Graph | None = None
    error: Failure | None = None

    @property
    def showcase(self) -> Showcase | None:
        """The first definition that could be called, else the first that could not."""
        called = (each for each in self.showcases if each.result)
        return next(called, next(iter(self.showcases), None))

    def as_json(self, note: str) -> dict[str, Any]:
        """The run as the command line prints it; `note` is its path in the library."""
        error, shown = self.error, self.showcase
        return {
            "note": note,
            "line": self.line,
            "status": self.status,
            "reason": self.reason,
            "seconds": round(self.seconds, 4),
            "stdout": self.stdout,
            "values": [{"line": v.line, "name": v.name, "summary": v.summary} for v in self.values],
            "claims": [
                {"line": c.line, "stated": c.stated, "actual": c.actual, "holds": c.holds}
                for c in self.claims
            ],
            "warnings": [{"line": w.line, "message": w.message} for w in self.warned],
            "showcase": shown and _as_json(shown),
            "showcases": [_as_json(each) for each in self.showcases],
            "figures": [
                {"line": f.line, "png": base64.b64encode(f.png).decode()} for f in self.figures
            ],
            "error": error and {"type": error.type, "message": error.message, "line": error.line},
        }


def collect(request: Request, events: Iterable[Event]) -> Result:
    """Drain a run's events into its result."""
    told = [*events]
    finished = _last(told, Finished) or Finished("killed", "the run was left before its end", 0.0)
    return Result(
        line=request.target.fence,
        status=finished.status,
        reason=finished.reason or _tell_later(request),
        seconds=finished.seconds,
        stdout="".join(output.text for output in _all(told, Output)),
        values=_all(told, Value),
        claims=_all(told, Claim),
        showcases=_all(told, Showcase),
        figures=_all(told, Figure),
        warned=_all(told, Warned),
        graph=_last(told, Graph),
        error=_last(told, Failure),
    )


def _tell_later(request: Request) -> str:
    """What ran before the target though it stands below it, where that is so."""
    later = [str(block.fence) for block in request.blocks if block.fence > request.target.fence]
    if not later:
        return ""
    lines, come = ("lines", "come") if later[1:] else ("line", "comes")
    return f"with {lines} {', '.join(later)}, which {come} later"


def _as_json(showcase: Showcase) -> dict[str, Any]:
    return {
        "line": showcase.line,
        "call": showcase.call,
        "guessed": showcase.guessed,
        "result": showcase.result,
        "remark": showcase.remark,
        "steps": [{"name": step.name, "summary": step.summary} for step in showcase.steps],
    }


def _all(events: Iterable[Event], kind: type[E]) -> tuple[E, ...]:
    return tuple(event for event in events if isinstance(event, kind))


def _last(events: Iterable[Event], kind: type[E]) -> E | None:
    return (_all(events, kind) or (None,))[-1]
