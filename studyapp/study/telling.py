"""What an answer told is worth: by its points ticked off, or by its text typed."""

import re
import unicodedata

from studyapp.schedule import Grade

LONGEST = 40
"""Characters of an answer that can be asked to be typed."""
_HALF = 0.5

_MARKS = re.compile(r"[*_`~$\\]|<[^>]*>")
_CODE = re.compile(r"^ *(```|~~~)", re.MULTILINE)


def proposed(said: int, points: int) -> Grade:
    """The grade that fits when `said` of an answer's `points` were told: Hard from half of them.

    Raises:
        ValueError: there are no points, or more were said than there are.
    """
    if not 0 <= said <= points or not points:
        raise ValueError(f"{said} of {points} points")
    if said == points:
        return Grade.GOOD
    return Grade.HARD if said / points >= _HALF else Grade.AGAIN


def typable(answer: str) -> bool:
    """Whether an answer is short enough to be typed: one line of at most forty characters."""
    text = _MARKS.sub("", answer).strip()
    return 0 < len(text) <= LONGEST and "\n" not in text and not _CODE.search(answer)


def same(typed: str, answer: str) -> bool:
    """Whether two short answers say the same but for width, punctuation, case and spaces."""
    return bool(_bare(typed)) and _bare(typed) == _bare(answer)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _MARKS.sub("", text)).casefold()
    kept = [one for one in plain if not one.isspace() and unicodedata.category(one)[0] != "P"]
    # What is all punctuation, such as `!=`, is compared as it stands.
    return "".join(kept) or "".join(plain.split())
