"""How alike two texts are, told from a few characters kept of each."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from studyapp.notes.identity import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUCKETS = 64
_EMPTY = "."
_CHANCE = 1 / 16
"""Two digits agree so often though the texts have nothing in common."""
_IDEOGRAPHS = "\u2e80"
"""From here on a character says about as much as half a Latin word."""


def sketch(text: str) -> str:
    """64 characters from which `resemblance` estimates how alike two texts are.

    A MinHash in one permutation (Li, Owen, Zhang 2012): the hash of each n-gram falls into one of
    64 buckets, and of each bucket's least hash four bits are kept (Li, König 2010), written as a
    hexadecimal digit; an empty bucket is a point.
    """
    least: dict[int, int] = {}
    for gram in _grams(normalize(text)):
        hashed = crc32(gram.encode())
        bucket, rest = hashed % _BUCKETS, hashed // _BUCKETS
        least[bucket] = min(rest, least.get(bucket, rest))
    digits = (least.get(bucket) for bucket in range(_BUCKETS))
    return "".join(_EMPTY if rest is None else f"{rest % 16:x}" for rest in digits)


def resemblance(one: str, other: str) -> float:
    """The share of n-grams that two sketched texts have in common, 0-1 (Jaccard, estimated)."""
    pairs = [pair for pair in zip(one, other, strict=False) if pair != (_EMPTY, _EMPTY)]
    if not pairs:
        return 0.0
    agreeing = sum(left == right for left, right in pairs) / len(pairs)
    return max(0.0, (agreeing - _CHANCE) / (1 - _CHANCE))


def filled(sketched: str) -> int:
    """How many of a sketch's buckets hold an n-gram: few, where the text is short."""
    return len(sketched) - sketched.count(_EMPTY)


def _grams(text: str) -> Iterator[str]:
    """Latin trigrams, Chinese bigrams: an edited Chinese answer keeps too few trigrams."""
    for start in range(max(1, len(text) - 1)):
        yield text[start : start + (2 if text[start : start + 1] >= _IDEOGRAPHS else 3)]
