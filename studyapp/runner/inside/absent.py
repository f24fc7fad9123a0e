"""What can't be had behind the walls: refused at once instead of failing late and obscurely."""

from __future__ import annotations

import sys
from multiprocessing import context, set_start_method, synchronize
from typing import Any, Callable, NoReturn  # noqa: UP035  Python 3.9

COMPILED = "compiled with backend='eager' here: building C++ takes longer than a demo may"

_COMPILER = "_TorchCompileInductorWrapper"


class Needs(RuntimeError):
    """Says, in a word or two, what a snippet needs and this place does not have."""


def refuse(warn: Callable[[str], None], *, locks: bool) -> None:
    """Refuse what can't work; `warn` is told of what works in another way.

    Processes that start anew can't import what a note defines, and would each load torch.
    Without `locks` shared memory is closed, which queues and pools rest on.
    """
    set_start_method("fork", force=True)
    for kind in (context.SpawnProcess, context.ForkServerProcess):
        _replace(kind, _Popen=_refuse_processes)
    if not locks:
        _replace(synchronize.SemLock, __init__=_refuse_processes)
    torch = sys.modules.get("torch")
    if hasattr(torch, _COMPILER):
        _replace(torch, **{_COMPILER: _eager(warn)})


def _replace(place: Any, **members: Any) -> None:
    """Put other members into a class or a module."""
    for name, member in members.items():
        setattr(place, name, member)


def _refuse_processes(*_: Any, **__: Any) -> NoReturn:
    raise Needs("several processes")


def _eager(warn: Callable[[str], None]) -> type:
    """What stands for the compiler that writes C++: it leaves the captured graph as it is."""

    class Eager:
        compiler_name = "eager"

        def __init__(self, *_: Any, **__: Any) -> None:
            warn(COMPILED)

        def __call__(self, graph: Any, _: Any, **__: Any) -> Any:
            return graph.forward

    return Eager
