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

    from PIL.Image import Image

    from studyapp.tui.widgets.wrap import Line

ROWS = 24
"""A picture is no higher than this."""
_LEAST = 8
"""Cells across below which nothing could be told."""
_USUAL = 56
"""Cells across that thin lines are made visible for."""
_FINE = 4 * _USUAL
_MIDDLE = 127
_BROADEST = 9


@lru_cache(maxsize=16)
def picture(png: bytes, width: int) -> Sequence[Line]:
    """The picture in at most `width` cells; no line where Pillow is missing or can't read it."""
    image = prepared(png)
    if image is None:
        return ()
    scale = min(width / image.width, 2 * ROWS / image.height, 1.0)
    size = int(image.width * scale), 2 * round(image.height * scale / 2)
    if size[0] < _LEAST or not size[1]:
        return ()
    pixels = image.resize(size).tobytes()
    return [_row(pixels, size[0], top) for top in range(0, size[1], 2)]


@lru_cache(maxsize=8)
def prepared(png: bytes) -> Image | None:
    """The picture made small; the costly part, to be done ahead on another thread."""
    try:
        from PIL import Image as Pictures  # noqa: PLC0415  only who draws needs it
    except ImportError:
        return None
    try:
        with Pictures.open(BytesIO(png)) as opened:
            image = _bold(opened.convert("RGB"))
    except (OSError, ValueError, SyntaxError, Pictures.DecompressionBombError):
        return None
    image.thumbnail((_FINE, _FINE), Pictures.Resampling.BOX)
    return image


def _bold(image: Image) -> Image:
    """The picture with its thin lines as broad as half a cell; they would fade away else."""
    from PIL import ImageFilter, ImageStat  # noqa: PLC0415  as above

    breadth = min(round(0.5 * image.width / _USUAL) | 1, _BROADEST)
    light = ImageStat.Stat(image.convert("L")).mean[0] > _MIDDLE
    return image.filter((ImageFilter.MinFilter if light else ImageFilter.MaxFilter)(breadth))


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
