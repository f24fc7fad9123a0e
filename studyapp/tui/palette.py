"""The command palette: every key of the screen in front, by what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SystemCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from studyapp.tui.words import Words


def commands(screen: Screen[object], say: Words) -> Iterator[SystemCommand]:
    """One command for each action of `screen` that a key has; further keys of it are left out."""
    named = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.id not in named:
            named.add(binding.id)
            yield SystemCommand(
                say(binding.id),
                screen.app.get_key_display(binding),
                lambda action=binding.action, node=active.node: node.run_action(action),
            )
