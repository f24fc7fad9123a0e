"""One line of keys and what they do; each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from studyapp.tui.bound import BoundApp

if TYPE_CHECKING:
    from collections.abc import Iterable


class Key(NamedTuple):
    """A key as it is named on screen, its meaning, and the action of a click, if it has one."""

    key: str
    label: str
    action: str
    cap: str = ""
    """The key as the person has bound it, where that is another."""

    @property
    def shown(self) -> str:
        """The key to press."""
        return self.cap or self.key


GAP = 3
"""Cells between two keys of a line."""


class KeyLine(Static):
    """The keys that matter now, the most useful first."""

    DEFAULT_CSS = """
    KeyLine { height: auto; min-height: 1; padding: 0 1; color: $text-muted; text-wrap: nowrap;
        link-style: none; link-color: $text-muted; link-background: transparent;
        link-style-hover: none; link-background-hover: $primary-muted; }
    """

    def __init__(self, *keys: Key, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._first = keys

    def on_mount(self) -> None:
        """Show the keys that it was made with; only now is it known how they are bound."""
        if self._first:
            self.show(self._first)

    def show(self, keys: Iterable[Key]) -> None:
        """Show these keys on one row."""
        self.show_rows([keys])

    def show_rows(self, rows: Iterable[Iterable[Key]]) -> None:
        """Show rows of keys."""
        drawn = (Content(" " * GAP).join(map(_drawn, self.as_bound(row))) for row in rows)
        self.update(Content("\n").join(drawn))

    def as_bound(self, keys: Iterable[Key]) -> Iterable[Key]:
        """`keys` with those shown that the person has bound."""
        app = self.app
        if not (isinstance(app, BoundApp) and app.caps):
            return keys
        bound = [active.binding for active in self.screen.active_bindings.values()]
        ids = {one.action: one.id for one in bound if one.id in app.caps}
        return [
            key._replace(cap=app.caps.get(ids.get(key.action.partition(".")[2]) or "", ""))
            for key in keys
        ]


def _drawn(key: Key) -> Content:
    click = Style.from_meta({"@click": key.action}) if key.action else Style()
    return Content.assemble((key.shown, Style(bold=True) + click), (f" {key.label}", click))


def fitting(keys: Iterable[Key], width: int, spares: Iterable[str]) -> list[Key]:
    """As many of `keys` as stand in `width` cells, the spare ones left out first."""
    [row] = arranged(keys, width, 1, spares)
    return row


def arranged(keys: Iterable[Key], width: int, most: int, spares: Iterable[str]) -> list[list[Key]]:
    """As many of `keys` as stand on `most` rows of `width`, the spare ones left out first."""
    kept = list(keys)
    for spare in spares:
        if len(_rows(kept, width)) <= most:
            break
        kept = [key for key in kept if key.key != spare]
    rows = _rows(kept, width)
    # What fits nowhere runs out at the edge.
    return [*rows[: most - 1], [key for row in rows[most - 1 :] for key in row]]


def _rows(keys: Iterable[Key], width: int) -> list[list[Key]]:
    rows: list[list[Key]] = [[]]
    used = -GAP
    for key in keys:
        cells = GAP + cell_len(f"{key.shown} {key.label}")
        if rows[-1] and used + cells > width:
            rows.append([])
            used = -GAP
        rows[-1].append(key)
        used += cells
    return rows
