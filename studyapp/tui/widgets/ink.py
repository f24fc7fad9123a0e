"""The styles a text is drawn with, by what the text is; their colours are the theme's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rich.style import Style
from textual.color import Color

Ink: TypeAlias = Mapping[str, Style]
"""A style for each of `ROLES`; only a few have a ground of their own."""

_INKS: Mapping[str, tuple[str, int, str]] = {
    # role: theme colour, its strength over the ground in per cent, text style
    "strong": ("", 100, "bold"),
    "emphasis": ("", 100, "italic"),
    "strike": ("foreground", 60, "strike"),
    "mark": ("text-warning", 100, "underline"),
    "code": ("text-accent", 100, ""),
    "link": ("text-primary", 100, "underline"),
    "target": ("foreground", 60, ""),
    "math": ("text-secondary", 100, "italic"),
    "raw": ("foreground", 60, ""),
    "h1": ("text-primary", 100, "bold"),
    "h2": ("text-primary", 100, "bold"),
    "h3": ("foreground", 100, "bold"),
    "bullet": ("text-primary", 100, ""),
    "done": ("text-success", 100, ""),
    "quote": ("text-secondary", 100, ""),
    "rule": ("foreground", 35, ""),
    "border": ("foreground", 35, ""),
    "header": ("text-primary", 100, "bold"),
    "fence": ("foreground", 100, ""),
    "plain": ("foreground", 100, ""),
    "keyword": ("text-accent", 100, ""),
    "builtin": ("text-secondary", 100, ""),
    "function": ("text-primary", 100, ""),
    "class": ("text-primary", 100, "bold"),
    "string": ("text-success", 100, ""),
    "number": ("text-warning", 100, ""),
    "constant": ("text-warning", 100, "bold"),
    "comment": ("foreground", 65, "italic"),
    "operator": ("foreground", 80, ""),
    "decorator": ("text-secondary", 100, "italic"),
    "line-number": ("foreground", 45, ""),
    "name": ("text-primary", 100, "bold"),
    "value": ("foreground", 85, ""),
    "output": ("foreground", 100, ""),
    "holds": ("text-success", 100, "bold"),
    "differs": ("text-secondary", 100, ""),
    "failure": ("text-error", 100, ""),
    "faint": ("foreground", 60, ""),
}
_GROUNDS = {"mark": ("warning-muted", 100), "code": ("foreground", 8), "fence": ("foreground", 5)}

_FULL = 100

ROLES = tuple(_INKS)
PLAIN: Ink = dict.fromkeys(ROLES, Style.null())
"""No colours at all."""


def mix(variables: Mapping[str, str], ground: Color) -> Ink:
    """The ink of a theme, whose CSS variables these are, upon the colour `ground`.

    Computed here and not by a component class for each role: those made every focus change
    restyle each page in 8 ms.
    """
    styles: dict[str, Style] = {}
    for role, (name, strength, text_style) in _INKS.items():
        front = _colour(variables, name, strength, ground) if name else None
        back = _colour(variables, *_GROUNDS[role], ground) if role in _GROUNDS else None
        if back and back.ansi is not None:
            back = None  # sixteen colours have no tint that text could stand on
        styles[role] = Style.parse(text_style or "none") + Style.from_color(
            front and front.rich_color, back and back.rich_color
        )
        if front and front.ansi is not None and strength < _FULL:
            styles[role] += Style(dim=True)
    return styles


def _colour(variables: Mapping[str, str], name: str, strength: int, ground: Color) -> Color:
    """A theme's colour, so strong over the ground; a terminal's own colour can't be mixed."""
    value = variables[name].split()[0]  # a share of its own may follow: `ansi_yellow 50%`
    full = Color.parse(variables["foreground"] if value == "auto" else value)
    return full if full.ansi is not None else ground.blend(full, strength / _FULL)
