"""Text that can be read in every theme."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from studyapp.tui.contrast import INKS, LEAST, contrast, legible


@pytest.mark.parametrize("theme", BUILTIN_THEMES)
def test_every_ink_stands_out_from_the_ground_of_every_theme(theme: str) -> None:
    """On the plain ground and on that of inline code the inks of text have WCAG's contrast."""
    made = BUILTIN_THEMES[theme]
    before = {**made.to_color_system().generate(), **made.variables}
    after = legible(before)
    back = Color.parse(after["background"])
    if back.ansi is not None:
        assert after == before
        return
    code = back.blend(Color.parse(after["foreground"]), 0.08)
    for name in INKS:
        ink = Color.parse(after[name])
        assert ink.ansi is not None or min(contrast(ink, one) for one in (back, code)) >= LEAST
    assert {name for name in before if before[name] != after[name]} <= set(INKS)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1; the grey #767676 on white is the lightest that passes."""
    white = Color(255, 255, 255)
    assert contrast(Color(0, 0, 0), white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) >= LEAST > contrast(Color.parse("#777"), white)
