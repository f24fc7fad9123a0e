"""One line of keys and what they do; each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Iterable


class Key(NamedTuple):
    """A key as it is named on screen, its meaning, and the action of a click, if it has one."""

    key: str
    label: str
    action: str


GAP = 3
"""Cells between two keys of a line."""


class KeyLine(Static):
    """The keys that matter now, the most useful first."""

    DEFAULT_CSS = """
    KeyLine { height: 1; padding: 0 1; color: $text-muted; text-wrap: nowrap;
        link-style: none; link-color: $text-muted; link-background: transparent;
        link-style-hover: none; link-background-hover: $primary-muted; }
    """

    def show(self, keys: Iterable[Key]) -> None:
        """Show these keys."""
        parts: list[Content] = []
        for key, label, action in keys:
            click = Style.from_meta({"@click": action}) if action else Style()
            parts.append(Content.assemble((key, Style(bold=True) + click), (f" {label}", click)))
        self.update(Content(" " * GAP).join(parts))


def fitting(keys: Iterable[Key], width: int, spares: Iterable[str]) -> list[Key]:
    """As many of `keys` as stand in `width` cells, the spare ones left out first."""
    kept = list(keys)
    for spare in spares:
        if sum(cell_len(f"{key.key} {key.label}") + GAP for key in kept) - GAP <= width:
            break
        kept = [key for key in kept if key.key != spare]
    return kept
