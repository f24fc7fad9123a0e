"""What an answer consists of: the things a person would tick off while saying it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^(?P<indent> *)(?:[-*+]|\d{1,3}[.、)])[ \t]+(?P<text>\S.*)$")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)(?:\*\*|__)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCE = re.compile(r"^ *(```|~~~)")
_TASK = re.compile(r"^\[[ xX]\][ \t]+")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an answer says; `line` counts its lines from 0.

    `byte` is where a bold term begins in its line, in UTF-8 bytes; None for an item of a list.
    """

    text: str
    line: int
    byte: int | None = None


def points(answer: str) -> tuple[Point, ...]:
    """The outermost list items of `answer`, else its bold terms; empty where it has not two."""
    lines = [*_outside_fences(answer)]
    items = [(found, line) for text, line in lines if (found := _ITEM.match(text))]
    if len(items) > 1:
        outermost = min(len(found["indent"]) for found, _ in items)
        found_points = [
            Point(_TASK.sub("", found["text"]).strip(), line)
            for found, line in items
            if len(found["indent"]) == outermost
        ]
        if len(found_points) > 1:
            return tuple(found_points)
    bold = [
        Point(
            text[slice(*found.span("text"))],
            line,
            len(text[: found.start()].encode(errors="replace")),
        )
        for text, line in lines
        for found in _BOLD.finditer(_CODE.sub(_blank, text))
    ]
    return tuple(bold) if len(bold) > 1 else ()


def _blank(code: re.Match[str]) -> str:
    """As many characters as a code span has, which no mark is made of."""
    return "\0" * len(code[0])


def _outside_fences(answer: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    fence = ""
    for line, text in enumerate(answer.split("\n")):
        mark = _FENCE.match(text)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        elif not fence:
            found.append((text, line))
    return found
