"""The six grades of SM-2 and the four that have a key."""

from enum import IntEnum


class Grade(IntEnum):
    """SM-2's quality of recall, from 0 (nothing came back) to 5 (at once)."""

    BLACKOUT = 0
    AGAIN = 1
    FAMILIAR = 2
    HARD = 3
    GOOD = 4
    EASY = 5


BUTTONS = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)
_WORDS = {grade.name.lower(): grade for grade in BUTTONS}
_DIGITS = {str(int(grade)): grade for grade in Grade}


def parse_grade(text: str) -> Grade:
    """Read a grade as a person types it: `0`–`5`, or the word of one of the four keys.

    Raises:
        ValueError: The text is neither; the message names what is allowed.
    """
    word = text.strip().lower()
    grade = _DIGITS.get(word, _WORDS.get(word))
    if grade is None:
        raise ValueError(f"{text!r} is no grade: use 0-5 or {', '.join(_WORDS)}")
    return grade
