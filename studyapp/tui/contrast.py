"""Colours of text that can be read on a theme's ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 4.5
"""The contrast that WCAG 2.1 asks of text, level AA (success criterion 1.4.3)."""
INKS = tuple(
    f"text-{name}" for name in ("primary", "secondary", "accent", "success", "warning", "error")
)
_TINT = 0.08
"""How much of the foreground tints the ground of inline code, the nearest to text of all."""
_STEP = 0.05


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's CSS variables, the inks of text as far from its ground as they must be.

    Those that are far enough stay, and a terminal's own sixteen colours.
    """
    front, back = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    inks = {name: Color.parse(variables[name]) for name in INKS if _mixes(variables[name])}
    if back.ansi is not None or front.ansi is not None:
        return dict(variables)
    ground = back.blend(front, _TINT)
    return {**variables, **{name: _apart(ink, ground).hex for name, ink in inks.items()}}


def _mixes(value: str) -> bool:
    return " " not in value and Color.parse(value).ansi is None


def _apart(ink: Color, ground: Color) -> Color:
    """`ink`, darker or lighter until it stands out from `ground`."""
    end = Color(0, 0, 0) if luminance(ground) > luminance(ink) else Color(255, 255, 255)
    found = ink
    for step in range(1, round(1 / _STEP) + 1):
        if contrast(found, ground) >= LEAST:
            break
        found = ink.blend(end, step * _STEP)
    return found


def contrast(one: Color, other: Color) -> float:
    """How much lighter the lighter of two colours is, 1 to 21, as WCAG 2.1 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of sRGB, 0 to 1, as WCAG 2.1 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
