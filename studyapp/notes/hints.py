"""How an answer begins: a little of each of its points, to remember the rest by."""

from __future__ import annotations

import re

from studyapp.notes.points import points

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNIT = re.compile(rf"[{_CJK}]{{1,2}}|[^\s{_CJK}]+")
"""What one step shows: a word, or two characters of Chinese."""
_PAUSES = " ,.;:、，。；："
_MARKS = re.compile(r"[*_`~$\\#>]+|<[^>]*>|!?\[([^\]]*)\]\([^)]*\)")
_FENCE = re.compile(r"\s*(```|~~~)")
_ENDS = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s")


def hint(answer: str, steps: int) -> tuple[str, ...]:
    """The first words of each point of `answer`, else of its first sentence; more with `steps`.

    The first step shows no text whole.
    """
    said = [one.text for one in points(answer)] or [_sentence(answer)]
    return tuple(_beginning(text, steps) for text in map(_bare, said) if text)


def _sentence(answer: str) -> str:
    lines = (_bare(line) for line in answer.split("\n") if not _FENCE.match(line))
    first = next(filter(None, lines), "")
    return _ENDS.split(first, maxsplit=1)[0]


def _bare(text: str) -> str:
    return _MARKS.sub(lambda found: found[1] or "", text).strip()


def _beginning(text: str, steps: int) -> str:
    ends = [unit.end() for unit in _UNIT.finditer(text)][:steps]
    end = ends[-1] if ends else len(text)
    if end < len(text):
        return f"{text[:end].rstrip(_PAUSES)}…"
    return f"{text[: (end + 1) // 2]}…" if steps == 1 else text
