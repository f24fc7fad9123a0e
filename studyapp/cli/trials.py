"""What a test run of a library's fences finds: `check --run`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from studyapp.cli import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.runner import Claim, Result, Warned

FAILURES = frozenset({"error", "timeout", "limit", "killed"})
BLOCKED = "the fence at line "
"""How the reason begins where an earlier fence failed, which is found in its own place."""

_DEPRECATIONS = {"DeprecationWarning", "PendingDeprecationWarning", "FutureWarning"}
_MOST = 100
_MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a run showed to be wrong; `line` is the note's."""

    note: str
    line: int
    kind: str
    """`error`, `timeout`, `limit`, `killed`, `claim` or `warning`."""
    message: str
    hint: str

    def __str__(self) -> str:
        """As compilers print it."""
        return f"{self.note}:{self.line}: {self.message} ({self.hint})"


@dataclass(slots=True)
class Trial:
    """What came of the fences so far."""

    done: Counter[str] = field(default_factory=Counter)
    found: list[Found] = field(default_factory=list)
    not_run: list[tuple[str, int, str]] = field(default_factory=list)
    aside: int = 0
    """Claims that do not hold, and whose marks the person has set aside."""

    def add(
        self, note: str, result: Result, is_aside: Callable[[Claim], bool] = lambda _: False
    ) -> list[Found]:
        """Take in one run, and answer what is wrong with it, less the claims set aside."""
        self.done[result.status] += 1
        if result.status == "needs" or result.reason.startswith(BLOCKED):
            self.not_run.append((note, result.line, result.reason))
        left = [one for one in result.claims if one.holds is not False or not is_aside(one)]
        self.aside += len(result.claims) - len(left)
        new = list(findings(note, replace(result, claims=tuple(left))))
        self.found += new
        return new

    @property
    def failed(self) -> bool:
        """Whether a fence fails or a claim does not hold; a warning is none of that."""
        return any(one.kind != "warning" for one in self.found)

    def as_json(self, *, stopped: bool) -> dict[str, Any]:
        """The report of `check --run --json`."""
        return {
            "fences": self.done.total(),
            "statuses": dict(self.done),
            "found": [asdict(one) for one in self.found],
            "not_run": [
                {"note": note, "line": line, "reason": reason}
                for note, line, reason in self.not_run
            ],
            "set_aside": self.aside,
            "stopped": stopped,
        }

    def tell_left_out(self) -> None:
        """Say on stderr what was not run, by what it needs, and what was set aside."""
        reasons = Counter(_in_short(reason) for *_, reason in self.not_run)
        if reasons:
            common = reasons.most_common(_MOST_REASONS)
            parts = [f"{count} × {reason}" for reason, count in common]
            rest = len(self.not_run) - sum(count for _, count in common)
            output.say("not run: " + ", ".join(parts + [f"{rest} × other"] * bool(rest)))
        if self.aside:
            output.say(f"set aside in the app: {self.aside} of the claims that do not hold")


def findings(note: str, result: Result) -> Iterator[Found]:
    """What is wrong with a fence, as its run shows."""
    claims = {claim.line for claim in result.claims if claim.holds}
    error = result.error
    announced = error is not None and error.line in claims  # the note says that it raises
    blocked = result.reason.startswith(BLOCKED)
    if result.status in FAILURES and not announced and not blocked:
        line = (error and error.line) or result.line
        told = f"{error.type}: {error.message}" if error else result.reason
        hint = f"the fence at line {result.line} fails"
        if result.status == "timeout":
            hint = "shorten it, or give it more time with --deadline"
        yield Found(note, line, result.status, _cut(told), hint)
    for claim in result.claims:
        if claim.holds is False:
            message = f"the note says {_cut(claim.stated)}, here it is {_cut(claim.actual)}"
            yield Found(note, claim.line, "claim", message, "mend the note, or the code")
    for warned in filter(_is_deprecation, result.warned):
        line = warned.line or result.line
        yield Found(note, line, "warning", _cut(warned.message), "it may stop working")


def _is_deprecation(warned: Warned) -> bool:
    """Whether a warning is of what torch or Python will drop; others may be what a note shows."""
    kind = warned.message.partition(":")[0]
    return kind in _DEPRECATIONS or "deprecat" in warned.message.lower()


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"


def _in_short(reason: str) -> str:
    if reason.startswith(BLOCKED):
        return "an earlier fence that fails"
    if reason.endswith(("which the note defines nowhere", "which no fence defines before")):
        return "names that the note defines nowhere"
    if reason.startswith("needs the file"):
        return "a file"
    return reason.removeprefix("needs ")
