"""Passages with gaps: one question for each gap, the hidden words its answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART = re.compile(
    r"`[^`\n]{1,500}`|\$[^$\n]{1,500}\$|!?\[\[[^\]\n]{0,300}\]\]|!?\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)"
    r"|\\[\[\]=]|\[[ xX]\]|<!--[^\n]{0,500}?-->"
)
BRACKETS = re.compile(r"\[(?P<hidden>[^\[\]]{1,500})\]")
"""`[hidden]`, as hashcards marks a gap."""
HIGHLIGHTS = re.compile(r"==(?=[^\s=])(?P<hidden>[^=\n]{1,500}?)(?<=[^\s=])==")
"""`==hidden==`, as Obsidian's spaced repetition does."""
NUMBERED = re.compile(
    r"\{(?P<double>\{)?c?(?P<number>\d{1,3}):(?(double):)"
    r"(?P<hidden>[^{}]{1,500}?)(?:::(?P<hint>[^{}]{1,100}))?\}(?(double)\})"
)
"""`{{c1::hidden}}` or `{{c1::hidden::hint}}`, as Anki does, and `{c1:hidden}`."""

_MOST = 50  # gaps of a passage; one with more is no passage, and each card repeats it


def masked(text: str) -> str:
    """`text` with code, formulas, links and escapes blanked; every character keeps its place."""
    return _APART.sub(lambda found: "\0" * len(found[0]), text)


def gaps(text: str, mark: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each question that the `mark`ed words of `text` ask, with its answer.

    The gap is shown as `[…]`, or with its hint; the other marked words stand there without their
    marks. A mark may have a number: gaps of one number are one question.
    """
    found = list(mark.finditer(masked(text)))
    if len(found) > _MOST:
        return
    groups: dict[object, list[re.Match[str]]] = {}
    for one in found:
        groups.setdefault(one.groupdict().get("number") or one.start(), []).append(one)
    for group in groups.values():
        parts: list[str] = []
        at = 0
        for one in found:
            said = text[slice(*one.span("hidden"))]
            parts += (text[at : one.start()], _shown(one) if one in group else said)
            at = one.end()
        yield (
            "".join(parts) + text[at:],
            "; ".join(text[slice(*one.span("hidden"))] for one in group),
        )


def _shown(gap: re.Match[str]) -> str:
    return f"[{gap.groupdict().get('hint') or '…'}]"
