"""Which words a text has: identifiers taken apart, Chinese in pairs, one word for one idea."""

from __future__ import annotations

import re
from functools import lru_cache

from studyapp.demos.glossary import EMPTY, IDEA_OF, JOINTS

_TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[\u4e00-\u9fff]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_JOINT = re.compile("|".join(JOINTS))
_CHINESE = "\u4e00"


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """The telling words of `text`, markdown or code, lower-case, synonyms as one."""
    found: set[str] = set()
    for token in _TOKEN.findall(text):
        if token >= _CHINESE:
            for run in _JOINT.split(token):
                found.update(run[at : at + 2] for at in range(len(run) - 1))
        else:
            found.update(part.lower() for part in _PART.findall(token))
    return frozenset(IDEA_OF.get(word, word) for word in found if len(word) > 1) - EMPTY


def is_pair(word: str) -> bool:
    """Whether `word` is two Chinese characters, of which a term has several overlapping ones."""
    return word >= _CHINESE
