"""Instances of a note's classes, made with guessed arguments."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Mapping, NamedTuple  # noqa: UP035  Python 3.9

from . import stated, world
from .attempt import Clock, overheard
from .calling import arguments, retold
from .families import family
from .inputs import Inputs
from .sizes import Sizes

if TYPE_CHECKING:
    from .candidates import Candidate
    from .guesses import Variant

_EACH = 1.0
"""Seconds for one constructor."""


class Scene(NamedTuple):
    """What all attempts of one showcase share."""

    lines: list[str]
    """The snippet's code."""
    first: int
    """The note's line of the first of them."""
    clock: Clock
    namespace: Mapping[str, Any]

    def kind(self, function: Any) -> str:
        """What the inputs of `function` most likely are."""
        return world.kind(function, self.namespace)

    def stated(self, node: Any, target: Any) -> Mapping[str, stated.Shape]:
        """The shapes that the text of `node` states for the parameters of `target`."""
        return stated.read(self.lines, self.first, node, inspect.signature(target).parameters)

    def text(self, node: Any) -> str:
        """The code of a definition."""
        return "\n".join(self.lines[node.lineno - self.first : node.end_lineno + 1 - self.first])


class Made(NamedTuple):
    """An instance, and what is known since."""

    value: Any
    written: str
    """How it was made, such as `Attention(d_model=32)`."""
    told: tuple[str, ...]
    sizes: Sizes
    passed: tuple[Any, ...]
    """The arguments."""


def make(candidate: Candidate, scene: Scene, variant: Variant, kind: str = "parts") -> Made:
    """An instance of the candidate's class; raises whatever its constructor does."""
    sizes = Sizes()
    parameters = inspect.signature(candidate.value).parameters
    _bind(sizes, {name: p.default for name, p in parameters.items()})
    given = arguments(candidate.value, Inputs(sizes, kind, {}, variant), {})
    _bind(sizes, {name: guess.value for name, guess in given.items()})
    with scene.clock.limit(_EACH), overheard():
        value = candidate.value(**{name: guess.value for name, guess in given.items()})
    _bind(sizes, getattr(value, "__dict__", {}))
    written = f"{candidate.name}({', '.join(guess.written for guess in given.values())})"
    told = tuple(retold(name, guess) for name, guess in given.items())
    return Made(value, written, told, sizes, tuple(guess.value for guess in given.values()))


def method(candidate: Candidate, name: str) -> Any:
    """The syntax of a method in the class's own body, else that of the class."""
    found = (one for one in candidate.node.body if getattr(one, "name", None) == name)
    return next(found, candidate.node)


def _bind(sizes: Sizes, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if type(value) is int and value > 0 and len(name) > 1 and family(name):
            sizes.bind(name, value)
