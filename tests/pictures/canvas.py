"""A screen of Textual's as a picture, each cell in its place, Chinese in two."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from matplotlib import font_manager
from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rich.color import Color
    from rich.style import Style
    from textual.strip import Strip

CELL = WIDTH, HEIGHT = 9, 19
_SIZE = 15
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans Mono CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "Microsoft YaHei",
)
_BLACK, _WHITE = (12, 12, 12), (238, 238, 238)

RGB = tuple[int, int, int]


def paint(strips: Iterable[Strip], size: tuple[int, int], file: Path) -> None:
    """Write the strips of a screen of so many columns and rows as a PNG."""
    columns, rows = size
    image = Image.new("RGB", (columns * WIDTH, rows * HEIGHT), _BLACK)
    draw = ImageDraw.Draw(image)
    for row, strip in enumerate(strips):
        for column, cells, char, style in _cells(strip):
            _paint(draw, (column * WIDTH, row * HEIGHT), cells, char, style)
    image.save(file, optimize=True)


def _cells(strip: Strip) -> Iterator[tuple[int, int, str, Style | None]]:
    """Column, width, character and style of each cell; what takes no cell joins the last."""
    column = 0
    for segment in strip:
        for char in segment.text:
            cells = cell_len(char)
            yield column, cells, char, segment.style
            column += cells


def _paint(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], cells: int, char: str, style: Style | None
) -> None:
    ink, ground = _colours(style)
    x, y = at
    wide = max(1, cells) * WIDTH
    if cells:
        draw.rectangle((x, y, x + wide - 1, y + HEIGHT - 1), fill=ground)
    boxes = list(shape(char))
    for left, top, right, bottom in boxes:
        corner = (round(x + left * WIDTH), round(y + top * HEIGHT))
        across = max(1, round(x + right * WIDTH) - corner[0])
        down = max(1, round(y + bottom * HEIGHT) - corner[1])
        draw.rectangle((*corner, corner[0] + across - 1, corner[1] + down - 1), fill=ink)
    if char.strip() and not boxes:
        font = _font(bold=bool(style and style.bold), chinese=cells > 1 or not _has(char))
        draw.text((x + wide / 2, y + HEIGHT - 5), char, fill=ink, font=font, anchor="ms")
    if style and style.underline:
        draw.line((x, y + HEIGHT - 3, x + wide - 1, y + HEIGHT - 3), fill=ink)
    if style and style.strike:
        draw.line((x, y + HEIGHT // 2, x + wide - 1, y + HEIGHT // 2), fill=ink)


def _colours(style: Style | None) -> tuple[RGB, RGB]:
    if style is None:
        return _WHITE, _BLACK
    ink, ground = _rgb(style.color, _WHITE), _rgb(style.bgcolor, _BLACK)
    if style.dim:
        ink = tuple((one + other) // 2 for one, other in zip(ink, ground, strict=True))
    return (ground, ink) if style.reverse else (ink, ground)


def _rgb(color: Color | None, otherwise: RGB) -> RGB:
    if color is None or color.is_default:
        return otherwise
    return tuple(color.get_truecolor(DEFAULT_TERMINAL_THEME))


@cache
def _font(*, bold: bool, chinese: bool) -> ImageFont.FreeTypeFont:
    if chinese:
        return ImageFont.truetype(_chinese(), _SIZE + 1)
    weight = "bold" if bold else "normal"
    wanted = font_manager.FontProperties(family="DejaVu Sans Mono", weight=weight)
    return ImageFont.truetype(font_manager.findfont(wanted), _SIZE)


@cache
def _chinese() -> str:
    """A font of this system that has Chinese; without one, boxes stand for it."""
    files = {font.name: font.fname for font in font_manager.fontManager.ttflist}
    return next((files[name] for name in _CHINESE if name in files), _latin())


def _latin() -> str:
    return str(font_manager.findfont("DejaVu Sans Mono"))


@cache
def _has(char: str) -> bool:
    """Whether the Latin font has the character."""
    return ord(char) in font_manager.get_font(_latin()).get_charmap()
