"""The command palette: every key of the screen in front, by what it does, in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.align import Align
from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from studyapp.tui.words import Words


_PATIENCE = 0.5
"""Seconds in which something may still be found."""


class Palette(CommandPalette):
    """Textual's, whose own words are English."""

    def __init__(self, say: Words) -> None:
        super().__init__(placeholder=say("palette_hint"), id="--command-palette")
        self._say = say

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say that nothing was found, as Textual does, in the language of the interface."""
        self._stop_no_matches_countdown()

        def tell() -> None:
            self._list_visible = bool(search_value)
            if search_value:
                none = Align.center(self._say("palette_none"))
                listed = self.query_one(CommandList)
                listed.add_option(Option(none, disabled=True, id=self._NO_MATCHES))

        self._no_matches_timer = self.set_timer(_PATIENCE, tell)


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
