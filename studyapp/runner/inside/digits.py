"""Numbers as torch prints them, the first few along each axis."""

from __future__ import annotations

import math
from typing import Any

MOST_ITEMS = 6
"""Along each axis."""

_LONGEST = 72
_SHOWN = 8
"""Floats that stand in so many characters."""
_SMALL, _LARGE, _RATIO = 1e-4, 1e8, 1e3


def render(corner: Any, shape: tuple[int, ...]) -> str:
    """The nested lists of an array's first items, whose shape is `shape`, on one line."""
    numbers = list(_flatten(corner))
    text = _nest(corner, shape, _style(numbers))
    if len(text) > _LONGEST:  # what is cut off has no say in how the rest is written
        text = _nest(corner, shape, _style(numbers[:_SHOWN]))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _nest(corner: Any, shape: tuple[int, ...], style: str) -> str:
    if not shape:
        return _number(corner, style)
    items = [_nest(item, shape[1:], style) for item in corner]
    if shape[0] > MOST_ITEMS:
        items.append("…")
    return f"[{', '.join(items)}]"


def _flatten(corner: Any) -> Any:
    if isinstance(corner, list):
        for item in corner:
            yield from _flatten(item)
    else:
        yield corner


def _style(numbers: list[Any]) -> str:
    """How torch would print these floats: whole, with four decimals, or with an exponent."""
    sizes = [abs(x) for x in numbers if isinstance(x, float) and math.isfinite(x) and x]
    if not sizes:
        return "whole"
    low, high = min(sizes), max(sizes)
    whole = all(size == int(size) for size in sizes)
    if high > _LARGE or high / low > _RATIO or (low < _SMALL and not whole):
        return ".4e"
    return "whole" if whole else ".4f"


def _number(value: Any, style: str) -> str:
    if not isinstance(value, float) or not math.isfinite(value):
        return str(value)
    return f"{value:.0f}." if style == "whole" else format(value, style)
