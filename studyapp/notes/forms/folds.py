"""Answers that a note hides until one asks: HTML that unfolds, callouts, admonitions.

Callouts are those of Obsidian, quotes that begin with `[!kind]`; admonitions are those of
Material for MkDocs, blocks that begin with `???` or `!!!` and are indented by four spaces.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.tongues import ANSWER

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANSWER = rf"(?:answers?|solutions?|答案|解答|解析|{ANSWER})"
_DETAILS = re.compile(  # `<details><summary>Answer</summary>`, as exercises do it
    r"<details[^<>]{0,80}>\s{0,20}<summary[^<>]{0,80}>\s{0,20}(?:<(?:b|strong)>)?[^<>\n]{0,30}"
    rf"{_ANSWER}[^<>\n]{{0,30}}(?:</(?:b|strong)>)?\s{{0,20}}</summary>(?:\s{{0,20}}<p>)?",
    re.IGNORECASE,
)
_CALLOUT = re.compile(
    rf"^[ \t]{{0,12}}>[ \t]?\[!(?:{_ANSWER}\][^\n?？]{{0,60}}"
    rf"|[\w-]{{1,30}}\][-+]?[^\n?？]{{0,30}}{_ANSWER}[^\n?？]{{0,30}})$",
    re.IGNORECASE | re.MULTILINE,
)
_ADMONITION = re.compile(
    rf"^(?P<indent>[ \t]{{0,12}})(?:\?\?\?\+?|!!!)[ \t]+[\w-]{{1,30}}[ \t]+"
    rf"\"[^\"\n?？]{{0,30}}{_ANSWER}[^\"\n?？]{{0,30}}\"[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BLOCK = re.compile(r"\n(?:\?\?\?|!!!)")
_QUOTED = re.compile(r"^[ \t]{0,12}>[ \t]?", re.MULTILINE)


class Fold(NamedTuple):
    """What a text shows, and what it hides as the answer."""

    shown: str
    hidden: str


def may_unfold(text: str) -> bool:
    """Whether `text` may hide an answer; a quick look."""
    if ("<" in text and "<details" in text) or ("!" in text and "[!" in text):
        return True
    return _BLOCK.search(text) is not None


def unfold(text: str) -> Fold | None:
    """The answer hidden in `text` and what stands before it; None if it hides none."""
    if "<details" in text and (found := _DETAILS.search(text)):
        hidden, closing, behind = text[found.end() :].partition("</details>")
        return Fold(text[: found.start()].strip(), hidden if closing else hidden + behind)
    if "[!" in text and (found := _CALLOUT.search(text)):
        return Fold(text[: found.start()].strip(), quoted(text[found.end() + 1 :]))
    if ("???" in text or "!!!" in text) and (found := _ADMONITION.search(text)):
        lines = text[found.end() + 1 :].split("\n")
        hidden = dedent("\n".join(lines[: indented(lines)]))
        return Fold(text[: found.start()].strip(), hidden)
    return None


def quoted(text: str) -> str:
    """The quote that `text` begins with, without its marks."""
    lines = text.split("\n")
    count = next(
        (n for n, line in enumerate(lines) if not line.lstrip().startswith(">")), len(lines)
    )
    return _QUOTED.sub("", "\n".join(lines[:count]))


def indented(lines: Sequence[str]) -> int:
    """How many of `lines` belong to the indented block that they begin with."""
    indent = _indent(next((line for line in lines if line.strip()), ""))
    ends = (at for at, line in enumerate(lines) if line.strip() and _indent(line) < indent)
    return next(ends, len(lines)) if indent else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
