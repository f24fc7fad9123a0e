"""Classes that are no modules: what an instance holds, and what its methods answer."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any, Iterator  # noqa: UP035  Python 3.9

from . import values
from .attempt import overheard
from .calling import Called, Shown, call, joined
from .candidates import is_empty
from .inputs import Inputs
from .making import Made, Scene, make, method

if TYPE_CHECKING:
    from .candidates import Candidate
    from .guesses import Variant

_EACH = 1.0
_MOST_METHODS = 6
_MOST_ATTRIBUTES = 6
_LEADING = ("__call__", "forward")


def show_dataset(candidate: Candidate, scene: Scene, variant: Variant) -> Shown:
    """A dataset's length and its first item."""
    made = make(candidate, scene, variant, "data")
    with scene.clock.limit(_EACH), overheard() as heard:
        sized = hasattr(made.value, "__len__")
        item = made.value[0] if "__getitem__" in dir(made.value) else next(iter(made.value))
        steps = ((f"len({candidate.name})", str(len(made.value))),) if sized else ()
        summary = values.describe(item, "", {})[0]
    return Shown(f"{made.written}[0]", joined(made.told), summary, "", steps, heard.getvalue())


def show_class(candidate: Candidate, scene: Scene, variant: Variant) -> Shown:
    """An instance, with what each of its methods answers as far as guesses fit them."""
    made = make(candidate, scene, variant)
    names = [n for n in _methods(candidate.value) if not is_empty(method(candidate, n))]
    came = list(_answers(candidate, made, names, scene, variant))
    if names and not came:
        raise ValueError("no method could be called")
    told = joined((*made.told, *(text for _, called in came for text in called.told)))
    printed = "".join(called.printed for _, called in came)
    only = len(names) == 1 or (came and came[0][0] in _LEADING)
    if only and came[0][1].result is not None:
        name, called = came[0]
        dotted = "" if name == "__call__" else f".{name}"
        written = f"{made.written}{dotted}({called.arguments})"
        return Shown(written, told, called.summary, _remark(called), (), printed)
    steps = tuple((f"{name}({called.arguments})", called.summary) for name, called in came)
    return Shown(made.written, told, _contents(made), "", steps, printed)


def is_dataset(value: Any) -> bool:
    """Whether it is a class derived from one of torch's datasets."""
    data = sys.modules.get("torch.utils.data")
    return data is not None and inspect.isclass(value) and issubclass(value, data.Dataset)


def _methods(kind: type) -> list[str]:
    """The public methods of its own, the one that stands for calling it first."""
    own = [
        name
        for name, member in vars(kind).items()
        if inspect.isfunction(member) and (not name.startswith("_") or name in _LEADING)
    ]
    return sorted(own, key=lambda name: name not in _LEADING)[:_MOST_METHODS]


def _answers(
    candidate: Candidate, made: Made, names: list[str], scene: Scene, variant: Variant
) -> Iterator[tuple[str, Called]]:
    """Each method that could be called; raises the first's error if it is the only one."""
    for name in names:
        target = getattr(made.value, name)
        told = scene.stated(method(candidate, name), target)
        inputs = Inputs(made.sizes, scene.kind(getattr(candidate.value, name)), told, variant)
        try:
            yield name, call(target, inputs, scene.clock)
        except Exception:  # the note's code, given what it did not expect
            if len(names) == 1:
                raise


def _contents(made: Made) -> str:
    """Its attributes; empty where they are no more than what was passed to it."""
    instance = made.value
    shared = {name: value for name, value in vars(type(instance)).items() if _is_data(name, value)}
    held = list({**shared, **getattr(instance, "__dict__", {})}.items())
    if all(any(value is one for one in made.passed) for _, value in held):
        return ""
    if "__repr__" in vars(type(instance)):
        return values.describe(instance, "", {})[0]
    parts = [f"{name}={values.shorten(value)}" for name, value in held[:_MOST_ATTRIBUTES]]
    return values.cut(", ".join(parts + ["…"] * (len(held) > _MOST_ATTRIBUTES)))


def _is_data(name: str, value: Any) -> bool:
    descriptor = hasattr(value, "__get__") or inspect.isroutine(value)
    return not name.startswith("_") and not descriptor


def _remark(called: Called) -> str:
    return "called, but nothing happened: it returned its input" if called.same else ""
