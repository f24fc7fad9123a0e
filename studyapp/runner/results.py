"""What a run says while it goes on, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.runner.request import Request

Status: TypeAlias = Literal[
    "ok",
    "showcased",
    "defines",
    "needs",
    "not-python",
    "error",
    "timeout",
    "limit",
    "killed",
]


@dataclass(frozen=True, slots=True)
class Value:
    """A name that the statement at `line` bound or changed, or a bare expression's value."""

    line: int
    name: str
    summary: str
    """One line, such as `float32 (2,)  [2., 4.]  Mul`."""
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Facts by name: kind, shape, dtype, device, grad_fn, shares … as far as they apply."""


@dataclass(frozen=True, slots=True)
class Output:
    """Text printed by the statement at `line`, or past Python's own streams (None)."""

    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A result stated in a comment beside the one that came; `holds` None: not to be judged."""

    line: int
    stated: str
    actual: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception, at the note's own line where one is known."""

    line: int | None
    type: str
    message: str
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every run."""

    status: Status
    reason: str
    """Empty where the status says it all."""
    seconds: float


Event: TypeAlias = Value | Output | Claim | Failure | Finished


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
    showcase: Mapping[str, Any] | None = field(default=None, hash=False)
    figures: tuple[str, ...] = ()
    error: Failure | None = None

    def as_json(self, note: str) -> dict[str, Any]:
        """The run as the command line prints it; `note` is its path in the library."""
        error = self.error
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
            "showcase": self.showcase,
            "figures": list(self.figures),
            "error": error and {"type": error.type, "message": error.message, "line": error.line},
        }


def collect(request: Request, events: Iterable[Event]) -> Result:
    """Drain a run's events into its result."""
    values: list[Value] = []
    claims: list[Claim] = []
    printed: list[str] = []
    error: Failure | None = None
    finished = Finished("killed", "the run was left before its end", 0.0)
    for event in events:
        match event:
            case Value():
                values.append(event)
            case Claim():
                claims.append(event)
            case Output():
                printed.append(event.text)
            case Failure():
                error = event
            case Finished():
                finished = event
    return Result(
        line=request.target.fence,
        status=finished.status,
        reason=finished.reason,
        seconds=finished.seconds,
        stdout="".join(printed),
        values=tuple(values),
        claims=tuple(claims),
        error=error,
    )
