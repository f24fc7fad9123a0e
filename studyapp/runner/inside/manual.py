"""The examples in the docstrings of the torch that is installed."""

from __future__ import annotations

import importlib
import inspect
import json
from typing import Any, Iterable, Iterator  # noqa: UP035  Python 3.9

_PROMPTS = (">>>", "...")
_MOST = 24
"""Lines; further groups of an example are left out."""


def tell(names: Iterable[str]) -> None:
    """Print, as JSON, pairs of a name and the example that its docstring has, if it has one."""
    found = ((name, example(inspect.getdoc(thing) or "")) for name, thing in map(_find, names))
    print(json.dumps([[name, code] for name, code in found if code]))  # noqa: T201


def example(text: str) -> str:
    """The sessions in a docstring, blank lines between its groups; empty where there is none."""
    kept: list[str] = []
    for group in _groups(text):
        if kept and len(kept) + len(group) >= _MOST:
            break
        kept += ["", *group] if kept else group
    return "\n".join(kept) + "\n" if kept else ""


def _groups(text: str) -> Iterator[list[str]]:
    """Lines from a prompt to the next blank one, without what they are indented by."""
    group: list[str] = []
    indent = 0
    for line in [*text.split("\n"), ""]:
        bare = line.lstrip()
        if not group and bare.startswith(_PROMPTS[0]):
            indent = len(line) - len(bare)
        if group and not bare:
            yield group
            group = []
        elif group or bare.startswith(_PROMPTS[0]):
            group.append(line[indent:] if not line[:indent].strip() else bare)


def _find(name: str) -> tuple[str, Any]:
    """What a dotted name in torch means, or its one-dimensional variant, and what it is called."""
    found = _meant(name)
    return (name, found) if found is not None else (f"{name}1d", _meant(f"{name}1d"))


def _meant(name: str) -> Any:
    """What it means; None for nothing."""
    first, *rest = name.split(".")
    found: Any = importlib.import_module(first)
    for part in rest:
        found = getattr(found, part, None)
    return found
