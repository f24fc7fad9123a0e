"""What a run says while it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

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


SCRATCH = 0
"""The line of whatever a request's scratch lines bound, printed, claimed or raised."""


@dataclass(frozen=True, slots=True)
class Value:
    """A name that the statement at `line` bound or changed, or a bare expression's value."""

    line: int
    """`SCRATCH` for what the scratch lines gave."""
    name: str
    summary: str
    """One line, such as `float32 (2,)  [2., 4.]  Mul`."""
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Facts by name: kind, shape, dtype, device, grad_fn, shares … as far as they apply.

    Inside a loop or a function `pass` is which time this was, and `passes` how many there were.
    """


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
class Warned:
    """A warning that the statement at `line` gave rise to, such as a deprecation."""

    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Step:
    """One submodule met on the way through a showcase's call."""

    name: str
    summary: str
    """Such as `Linear  (2, 4, 8) → (2, 4, 16)`."""


@dataclass(frozen=True, slots=True)
class Showcase:
    """A definition called with inputs that are the app's guess, never the note's."""

    line: int
    """The line of the definition that was called."""
    call: str
    """Such as `Attention(d_model=8)(x)`."""
    guessed: str
    """The inputs, such as `x: float32 (2, 4, 8)`."""
    result: str
    """What came back, as a value's summary; empty where nothing could be called."""
    remark: str = ""
    """Why it shows nothing, such as `called, but nothing happened: self.layers is empty`."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that was drawn, as it looked when the statement at `line` was over."""

    line: int | None
    png: bytes = field(repr=False)
    width: int
    """Pixels, as `height`."""
    height: int


@dataclass(frozen=True, slots=True)
class Node:
    """One operation or leaf of an autograd graph, `depth` steps below its root."""

    depth: int
    label: str
    """Such as `Mul`, or the leaf's name."""
    note: str = ""
    """Such as a shape, a leaf's gradient, or `as above` for a node that was shown already."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The autograd graph behind the value called `name`, from the value down to its leaves."""

    name: str
    nodes: tuple[Node, ...]
    cut: bool = False
    """Whether it was larger than is shown."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every run."""

    status: Status
    reason: str
    """Empty where the status says it all."""
    seconds: float


Event: TypeAlias = Value | Output | Claim | Failure | Warned | Showcase | Figure | Graph | Finished
