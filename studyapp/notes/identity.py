"""Which question is which: a card's id outlives moving its file and polishing its wording."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_PAIRS = [one + other for one in _ALPHABET for other in _ALPHABET]
_SHIFTS = range(50, -1, -10)  # six pairs of characters, of five bits each: 60 bits

# Lengths are bounded, so that a hostile line costs no more than a long one.
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`)(.{1,300}?)(?<!`)\1(?!`)")
_MARKS = re.compile(r"[`*_~=]")  # most texts have none of them
_EMPHASIS = (  # delimiters count in pairs only: `a*b` is a product
    re.compile(r"(\*{1,3}|~~|==)(?=\S)(.{1,300}?)(?<=\S)\1"),
    re.compile(r"(?<!\w)(_{1,3})(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)"),
)
_HOLE = "\0"  # keeps the place of a code span, whose marks are no emphasis
_LABEL = re.compile(r"(?:#+\s+)?(?:(?:q|问题?)\s*(?:\d+\s*)?[:.、)]|\d+\s*(?:[、):]|\.(?!\d)))")
_ENDING = "?!.。;:,、…"


def normalize(text: str) -> str:
    """`text` without what carries no meaning: width, case, emphasis, label, spaces, ending.

    Operators, brackets and the insides of code spans stay: `C++` is not `C#`.
    """
    plain = unicodedata.normalize("NFKC", text.replace(_HOLE, "")).casefold()
    codes: list[str] = []
    if _MARKS.search(plain):
        codes = [found[2] for found in _CODE.finditer(plain)]
        plain = _CODE.sub(_HOLE, plain)
        for emphasis in _EMPHASIS:
            plain = emphasis.sub(r"\2", plain)
    if label := _LABEL.match(plain := plain.strip()):
        plain = plain[label.end() :]
    for code in codes:
        plain = plain.replace(_HOLE, code, 1)
    return "".join(plain.split()).rstrip(_ENDING)


def card_key(title: str, question: str) -> str:
    """The text that identifies a card: its note's title and its question, both normalized."""
    return f"{_normalize_title(title)}\n{normalize(question)}"


_normalize_title = lru_cache(maxsize=16)(normalize)  # the cards of a note share it


def card_id(title: str, question: str, ordinal: int = 0) -> str:
    """A card's id: 60 bits of a hash of its key, 12 lower-case characters.

    An `ordinal` above 0 names the further cards of equal title and question.
    """
    salted = card_key(title, question) + (f"\n{ordinal}" if ordinal else "")
    number = int.from_bytes(hashlib.sha256(salted.encode()).digest()[:8]) >> 4
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])
