"""The command palette: every key of the screen in front, by what it does, in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.align import Align
from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit
from textual.system_commands import SystemCommandsProvider
from textual.widgets.option_list import Option

from studyapp.tui.keymap import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import ActiveBinding
    from textual.command import Hits
    from textual.screen import Screen

    from studyapp.tui.words import Words


_PATIENCE = 0.5
"""Seconds in which something may still be found."""


SELDOM = frozenset(
    f"home.{act}"
    for act in ("mend", "mine", "theirs", "always_mine", "always_theirs", "ignore", "rebinds")
)
"""What there is to do on few days only, and Home says then."""

LISTED = frozenset({"home.study", "cardless.new", "problems.edit", "suspended.take_up"})
"""What enter does too, which is the list's own key and the one that the screens name."""


class Commands(SystemCommandsProvider):
    """The commands in the order in which the app names them, where Textual sorts them by letter."""

    async def discover(self) -> Hits:
        """All of them, for when nothing is searched for."""
        for name, keys, act, *_ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, act, help=keys)


class Palette(CommandPalette):
    """Textual's, whose own words are English."""

    def __init__(self, say: Words) -> None:
        super().__init__([Commands], placeholder=say("palette_hint"), id="--command-palette")
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
    """One command for each action of `screen` that a key has; further keys of it are left out.

    They come in the order of the screen's keys, with what is seldom wanted at the end.
    """
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.binding.id:
            found.setdefault(active.binding.id, active)
    for name, active in sorted(found.items(), key=lambda one: one[0] in SELDOM):
        yield SystemCommand(
            say(name),
            say.cap(name, "enter" if name in LISTED else shown(active.binding.key)),
            lambda action=active.binding.action, node=active.node: node.run_action(action),
        )
