"""Texts compared as a reader would: the words exactly, the numbers at their stated digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from .comparison import near
from .literals import NUMBER, written

_NUMBER = re.compile(rf"(?<![\w.]){NUMBER.pattern}(?![\w])")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{4,}")
_QUOTES = str.maketrans('"：，（）', "':,()")
_ELLIPSIS = "..."


class Comparison(NamedTuple):
    """Whether two texts have the same words, and whether their numbers agree as well."""

    alike: bool
    equal: bool


def compare(stated: str, actual: str) -> Comparison:
    """The comparison, white space and the kind of quotes left out."""
    if bare(stated) == bare(actual):
        return Comparison(alike=True, equal=True)
    expected, found = _NUMBER.findall(stated), _NUMBER.findall(actual)
    if bare(_NUMBER.sub("0", stated)) == bare(_NUMBER.sub("0", actual)):
        return Comparison(alike=True, equal=all(map(_near, expected, found)))
    if _ELLIPSIS not in stated or not _fits(_NUMBER.sub("0", stated), _NUMBER.sub("0", actual)):
        return Comparison(alike=False, equal=False)
    head = len(_NUMBER.findall(stated.partition(_ELLIPSIS)[0]))
    tail = len(_NUMBER.findall(stated.rpartition(_ELLIPSIS)[2]))
    pairs = [*zip(expected[:head], found), *zip(expected[::-1][:tail], found[::-1])]  # noqa: B905
    return Comparison(alike=True, equal=all(_near(*pair) for pair in pairs))


def bare(text: str) -> str:
    """The text without white space, quotes of one kind, addresses alike."""
    return _ADDRESS.sub("0x", "".join(text.split())).translate(_QUOTES)


def _near(stated: str, actual: str) -> bool:
    return near(written(stated), written(actual).value)


def _fits(stated: str, actual: str) -> bool:
    """Whether the words are the same; `...` stands for anything."""
    parts = map(re.escape, bare(stated).split(_ELLIPSIS))
    return re.fullmatch(".*".join(parts), bare(actual)) is not None
