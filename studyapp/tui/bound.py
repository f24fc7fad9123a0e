"""An app whose keys the person chooses, and which shows them as they are bound."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding

import studyapp.tui
from studyapp.tui.keymap import shown, widened
from studyapp.tui.stylesheet import KeptStylesheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from studyapp.tui.keymap import Keymap


class BoundApp(App[None]):
    """An app that tells by `caps` which key to name for an action, if not the usual one."""

    caps: Mapping[str, str] = {}

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.theme_variables)

    def bind_keys(self, keys: Keymap, usual: Keymap) -> None:
        """Let the actions that differ from `usual` have their keys, in full width too."""
        changed = {action: own for action, own in keys.items() if own != usual[action]}
        self.caps = {
            action: shown(own[0]) for action, own in changed.items() if own[0] != usual[action][0]
        }
        self.set_keymap({action: ",".join(widened(own)) for action, own in changed.items()})


def usual_keys() -> Keymap:
    """The keys of every action as they are written in the screens and widgets; reads all of them.

    Full-width forms are left out: they go without saying.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for module in _modules(studyapp.tui):
        for binding in _bindings(module):
            found[binding.id or ""][binding.key] = None
    found.pop("", None)
    return {action: _narrow(tuple(keys)) for action, keys in found.items()}


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _bindings(module: ModuleType) -> Iterator[Binding]:
    for value in vars(module).values():
        own = isinstance(value, type) and value.__module__ == module.__name__
        if own and "BINDINGS" in vars(value):
            yield from Binding.make_bindings(value.BINDINGS)


def _narrow(keys: tuple[str, ...]) -> tuple[str, ...]:
    wide = {one for key in keys for one in widened((key,))[1:]}
    return tuple(key for key in keys if key not in wide)
