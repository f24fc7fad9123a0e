"""What reaches a terminal from a note."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("abc\u202ecba", "abc⟨U+202E⟩cba"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("one\u2028line", "one⟨U+2028⟩line"),
        ("\x07\x7f\x85", "␇␡⟨U+0085⟩"),
        ("a\tb\n\tc", "a   b\n    c"),
        ("dos\r\nold\rmac", "dos\nold␍mac"),
        ("\ud800", "⟨U+D800⟩"),
    ],
)
def test_shows_what_would_hide_or_command(text: str, shown: str) -> None:
    """Escapes, direction marks and zero-width characters become visible, tabs become spaces."""
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["👩‍💻", "❤️‍🔥", "e\u0301", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "注意力\n「？」", "🇫🇷 👍🏽"])
def test_leaves_what_people_write(text: str) -> None:
    """Emoji sequences, combining marks and Chinese stay as they are."""
    assert visible(text) == text


@given(st.text())
def test_leaves_nothing_that_acts(text: str) -> None:
    """Of any text, no control but the line feed is left, and showing twice changes nothing."""
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    assert visible(shown) == shown
