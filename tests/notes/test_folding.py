"""Text as it is searched."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.folding import folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is as it will be compared."""
    assert folded(folded(text)) == folded(text)


def test_case_and_width_do_not_count() -> None:
    """Full-width letters and brackets are the usual ones; Chinese stays."""
    assert folded("ＳｏｆｔＭａｘ（注意力）") == "softmax(注意力)"
    assert folded("Straße") == "strasse"
