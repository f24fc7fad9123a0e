"""Modules and autograd functions, called with inputs that fit their parts."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import tensors, values, wants, world
from .attempt import overheard
from .calling import Called, Shown, arguments, call, joined
from .inputs import Inputs
from .making import Scene, make, method
from .sizes import Sizes
from .witness import Witness, emptiness

if TYPE_CHECKING:
    from .candidates import Candidate
    from .guesses import Variant
    from .leaves import Want
    from .witness import Steps

_EACH = 1.0


def show_module(candidate: Candidate, scene: Scene, variant: Variant) -> Shown:
    """A module made, and called as its `forward` demands."""
    made = make(candidate, scene, variant)
    module = made.value
    told = scene.stated(method(candidate, "forward"), module.forward)
    demands = dict(_demands(module, made.sizes))
    witness = Witness()
    with witness.watch(module):
        inputs = Inputs(made.sizes, "torch", told, variant)
        called = call(module, inputs, scene.clock, demands, like=module.forward)
    return Shown(
        f"{made.written}({called.arguments})",
        joined((*made.told, *called.told)),
        called.summary,
        _remark(candidate, module, called, witness.steps()),
        tuple(witness.steps()),
        called.printed,
    )


def show_function(candidate: Candidate, scene: Scene, variant: Variant) -> Shown:
    """An autograd function applied, and then its backward."""
    forward = candidate.value.forward
    skip = 0 if candidate.value.setup_context is not _function().setup_context else 1
    told = scene.stated(method(candidate, "forward"), forward)
    given = arguments(forward, Inputs(Sizes(), "torch", told, variant), {}, skip=skip)
    inputs = {name: guess.value for name, guess in given.items()}
    for value in inputs.values():
        if tensors.is_tensor(value) and value.is_floating_point():
            value.requires_grad_()
    with scene.clock.limit(_EACH), overheard() as heard:
        result = candidate.value.apply(*inputs.values())
        summary = values.describe(result, "", {})[0]
        steps = tuple(_backward(result, inputs))
    written = ", ".join(guess.written for guess in given.values())
    return Shown(
        f"{candidate.name}.apply({written})",
        joined(guess.told for guess in given.values()),
        summary,
        "" if "backward" in vars(candidate.value) else "it defines no backward",
        steps,
        heard.getvalue(),
    )


def is_function(value: Any) -> bool:
    """Whether it is a class derived from `torch.autograd.Function`."""
    return "torch" in sys.modules and inspect.isclass(value) and issubclass(value, _function())


def is_module(value: Any) -> bool:
    """Whether it is a class derived from `torch.nn.Module`."""
    return "torch" in sys.modules and inspect.isclass(value) and issubclass(value, _module())


def _function() -> Any:
    return sys.modules["torch"].autograd.Function


def _module() -> Any:
    return sys.modules["torch"].nn.Module


def _demands(module: Any, sizes: Sizes) -> Iterator[tuple[str, Want]]:
    """What each parameter of `forward` must be, by the parts that it goes through."""
    width = wants.own_width(module)
    if width:
        sizes.bind("d_model", width)
    for name in inspect.signature(module.forward).parameters:
        if want := wants.wanted_by_forward(module, name):
            yield name, want


def _backward(result: Any, inputs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The gradients of the inputs, where there are any."""
    first = result[0] if isinstance(result, tuple) else result
    if not tensors.is_tensor(first) or not first.requires_grad:
        return
    first.sum().backward()
    for name, value in inputs.items():
        if tensors.is_tensor(value) and value.grad is not None:
            yield f"{name}.grad", values.describe(value.grad, "", {})[0]


def _remark(candidate: Candidate, module: Any, called: Called, steps: Steps) -> str:
    """That nothing happened, where nothing did."""
    empty = emptiness(module)
    if called.same:
        return f"called, but nothing happened: {empty or 'it returned its input'}"
    parts = {
        name for name, _ in (*module.named_children(), *module.named_parameters(recurse=False))
    }
    called_later = (f for f in world.functions(candidate.value) if f.__name__ != "__init__")
    used = {name for function in called_later for name in world.attributes(function)}
    if parts and not steps and not parts & used:
        return "called, but none of its parameters or submodules was used"
    return empty
