"""One attempt at a call: arguments guessed, what came back and what changed."""

from __future__ import annotations

import inspect
from itertools import islice
from typing import TYPE_CHECKING, Any, Callable, Iterable, Mapping, NamedTuple  # noqa: UP035  Python 3.9

from . import marks, tensors, values
from .attempt import Clock, overheard
from .guess import Guess, tell
from .stand_ins import Config

if TYPE_CHECKING:
    from .inputs import Inputs
    from .leaves import Want

_EACH = 1.5
"""Seconds for one call."""
_MOST_ITEMS = 4
_FIXED = (bool, int, float, str, tuple, type(None))
_SHOWN = (list, dict, set)
_GIVEN = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


class Shown(NamedTuple):
    """A showcase that came off."""

    call: str
    guessed: str
    result: str
    remark: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    printed: str = ""


class Called(NamedTuple):
    """A call that came back."""

    arguments: str
    """As written between the brackets."""
    told: tuple[str, ...]
    result: Any
    summary: str
    same: bool
    """Whether the result is one of the inputs, and nothing changed."""
    printed: str


def call(
    target: Callable[..., Any],
    inputs: Inputs,
    clock: Clock,
    wants: Mapping[str, Want] | None = None,
    *,
    like: Callable[..., Any] | None = None,
) -> Called:
    """Call `target`, which has the parameters of `like`; may raise anything."""
    given = arguments(like or target, inputs, wants or {})
    owner = getattr(target, "__self__", None)
    before_owner = marks.mark(owner)
    before = {name: marks.mark(guess.value) for name, guess in given.items()}
    with clock.limit(_EACH), overheard() as heard:
        result = _drained(target(**{name: guess.value for name, guess in given.items()}))
        changed = [n for n, guess in given.items() if marks.mark(guess.value) != before[n]]
        moved = marks.mark(owner) != before_owner
        summary = _summary(result, {n: given[n].value for n in changed}, moved=moved)
    return Called(
        ", ".join(guess.written for guess in given.values()),
        tuple(retold(name, guess) for name, guess in given.items()),
        result,
        summary,
        not (changed or moved or isinstance(result, _FIXED))
        and any(result is guess.value for guess in given.values()),
        heard.getvalue(),
    )


def arguments(
    target: Callable[..., Any], inputs: Inputs, wants: Mapping[str, Want], *, skip: int = 0
) -> dict[str, Guess]:
    """What is passed: each parameter without a default, or the first where all have one."""
    parameters = list(inspect.signature(target).parameters.values())[skip:]
    among = {parameter.name: parameter for parameter in parameters}
    chosen = [p for p in parameters if p.default is p.empty and p.kind in (*_GIVEN, p.KEYWORD_ONLY)]
    if not chosen and parameters and parameters[0].default is None:
        chosen = parameters[:1]
    return {p.name: tell(p.name, inputs.of(p, among, wants.get(p.name))) for p in chosen}


def joined(told: Iterable[str]) -> str:
    """What is told of the inputs, on one line."""
    return "; ".join(dict.fromkeys(text for text in told if text))


def retold(name: str, guess: Guess) -> str:
    """What is told of an input; what a configuration was asked is known only afterwards."""
    return tell(name, guess.value).told if isinstance(guess.value, Config) else guess.told


def _drained(result: Any) -> Any:
    """The first items of a generator, else the result itself."""
    return list(islice(result, _MOST_ITEMS)) if inspect.isgenerator(result) else result


def _summary(result: Any, changed: Mapping[str, Any], *, moved: bool) -> str:
    told = [] if result is None and (changed or moved) else [values.describe(result, "", {})[0]]
    for name, value in changed.items():
        shown = type(value) in _SHOWN or tensors.is_tensor(value) or tensors.is_array(value)
        told.append(
            f"{name} is now {values.shorten(value)}" if shown else f"{name} changed in place"
        )
    if moved:
        told.append("its state changed")
    return "  ".join(told)
