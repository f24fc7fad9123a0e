"""Grades as people type them."""

import pytest

from studyapp.schedule import Grade, parse_grade


@pytest.mark.parametrize(
    ("text", "grade"),
    [("0", 0), ("2", 2), ("again", 1), ("Hard", 3), (" good ", 4), ("EASY", 5), ("4", 4)],
)
def test_words_and_digits(text: str, grade: int) -> None:
    """Any case of the four words and any quality from 0 to 5 is a grade."""
    assert parse_grade(text) is Grade(grade)


@pytest.mark.parametrize("text", ["", "6", "-1", "fine", "blackout", "4.0"])
def test_anything_else_is_told_what_is_allowed(text: str) -> None:
    """What is no grade raises an error that names the choices."""
    with pytest.raises(ValueError, match="0-5 or again, hard, good, easy"):
        parse_grade(text)
