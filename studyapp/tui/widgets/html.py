"""HTML between the blocks of a note: what unfolds is drawn unfolded, pictures are named."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from studyapp.notes.visible import visible
from studyapp.tui.widgets.inline import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Run

UNFOLDED = "▾"
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PART = re.compile(
    r"<summary\b[^>]*>(?P<summary>.*?)</summary\s*>"
    r"|</?(?:details|div|p|center)\b[^>]*>"
    r"|<img\b(?P<image>[^>]*)/?>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?\w[^>]*>")
_ATTRIBUTE = re.compile(r"\b(alt|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


def html(text: str, ink: Ink) -> list[Run]:
    """The runs of a block of HTML; a comment, or what only lays out, gives none."""
    runs = [(words, style) for words, style in _parts(_COMMENT.sub("", text), ink) if words]
    while runs and not runs[-1][0].strip():
        runs.pop()
    return runs


def _parts(text: str, ink: Ink) -> Iterator[Run]:
    at = 0
    for found in _PART.finditer(text):
        yield _plain(text[at : found.start()]), ink["raw"]
        at = found.end()
        if found["summary"] is not None:
            words = " ".join(unescape(_TAG.sub("", found["summary"])).split())
            yield visible(f"{UNFOLDED} {words}"), ink["strong"]
        elif found["image"] is not None:
            values = {one[1].lower(): one[2] or one[3] or one[4] for one in _attributes(found)}
            yield named(values.get("alt") or "", values.get("src") or ""), ink["target"]
    yield _plain(text[at:]), ink["raw"]


def _attributes(image: re.Match[str]) -> Iterator[re.Match[str]]:
    return _ATTRIBUTE.finditer(image["image"])


def _plain(text: str) -> str:
    """What stands between, without the line feeds around it."""
    return visible(text).strip("\n")
