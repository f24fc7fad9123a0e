"""Code that is typed, in the colours of the theme."""

import pytest
from textual.app import App, ComposeResult
from textual.color import Color

from studyapp.tui.widgets.draft import Draft

LEGIBLE = 2.5
"""The least contrast of a sign with its ground: WCAG 2 asks 3 of large text, Solarized's own
comments have 2.6, and Textual's own editor on a light ground 1.2."""


class Bench(App[None]):
    """One draft."""

    CSS = "Draft { display: block; }"

    def compose(self) -> ComposeResult:
        """The draft."""
        yield Draft()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "solarized-light", "nord"])
async def test_typed_code_is_legible_on_any_ground(theme: str) -> None:
    """Signs, names, numbers, comments stand out from the ground, in a theme chosen later, too."""
    app = Bench()
    async with app.run_test(size=(60, 10)) as pilot:
        app.theme = theme
        draft = app.query_one(Draft)
        draft.start("x = (a[1] ** 2)  # why\nreturn 'text'\n", 1)
        draft.move_cursor((1, 0))
        await pilot.pause()
        _, *strip = draft.render_line(0)  # without the line number, which is faint on purpose
        for segment in strip:
            if segment.text.strip() and segment.style and segment.style.color:
                ink = Color.from_rich_color(segment.style.color)
                ground = Color.from_rich_color(segment.style.bgcolor)
                assert contrast(ink, ground) >= LEGIBLE, segment


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours' luminance, as WCAG 2 has it."""
    lighter, darker = sorted(map(luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of a colour in sRGB."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
