"""A picture in half cells: each character shows two points, one above the other."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.widgets.wrap import Line

ROWS = 24
"""A picture is no higher than this."""
_LEAST = 8
"""Cells across below which nothing could be told."""


@lru_cache(maxsize=16)
def picture(png: bytes, width: int) -> Sequence[Line]:
    """The picture in at most `width` cells; no line where Pillow is missing or can't read it."""
    try:
        from PIL import Image  # noqa: PLC0415  only who draws needs it
    except ImportError:
        return ()
    try:
        with Image.open(BytesIO(png)) as image:
            scale = min(width / image.width, 2 * ROWS / image.height, 1.0)
            size = int(image.width * scale), 2 * round(image.height * scale / 2)
            if size[0] < _LEAST or not size[1]:
                return ()
            points = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ()
    pixels = points.tobytes()
    return [_row(pixels, size[0], top) for top in range(0, size[1], 2)]


def _row(pixels: bytes, width: int, top: int) -> Line:
    """Two rows of points as one of characters; neighbours of one colour share a segment."""
    line: Line = []
    for x in range(width):
        upper, lower = (_colour(pixels, 3 * ((top + row) * width + x)) for row in (0, 1))
        style = _style(upper, lower)
        if line and line[-1].style == style:
            line[-1] = Segment(line[-1].text + "▀", style)
        else:
            line.append(Segment("▀", style))
    return line


def _colour(pixels: bytes, at: int) -> tuple[int, int, int]:
    red, green, blue = pixels[at : at + 3]
    return red, green, blue


@lru_cache(maxsize=4096)
def _style(upper: tuple[int, int, int], lower: tuple[int, int, int]) -> Style:
    return Style.from_color(Color.from_rgb(*upper), Color.from_rgb(*lower))
