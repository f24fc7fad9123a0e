"""A question of an outline linked to its note, and not one other byte."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from studyapp.notes.edits import Waits
from studyapp.notes.lines import BOM, NEWLINE
from studyapp.notes.links import find_spans
from studyapp.notes.outlines import parse_outline
from studyapp.notes.splices import Spliced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.listed import Question

_READ_AS_CODE = re.compile(r"%(?=[0-9A-Fa-f]{2})")
_WHOLE = re.compile(r"[\[\]]")


def link_question(raw: bytes, question: Question, target: str) -> Spliced | Waits:
    """The outline `raw` with `question` linked to `target`, a path relative to the outline.

    A link that is there already, or empty, gets the target in the place of its own.
    """
    before = [*parse_outline(raw, "").questions()]
    if question not in before:
        return Waits("the outline was changed", question.line, "look again, then link it")
    if question.form == "elsewhere":
        return Waits("its line links elsewhere", question.line, "link it by hand")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return Waits("the file is not UTF-8 text", 0, "convert it to UTF-8")
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    at = _line_start(text, question.line)
    start, end = at + question.start, at + question.end
    wanted = [_linked(one, target) if one == question else _known(one) for one in before]
    for spelling in _spellings(target):
        link = f"[{_shown(text[start:end], question)}]({spelling})"
        new = f"{mark}{text[:start]}{link}{text[end:]}".encode()
        if [_known(one) for one in parse_outline(new, "").questions()] == wanted:
            return Spliced(new, {}, {})
    return Waits("no link would be read here", question.line, "link it by hand")


def _line_start(text: str, line: int) -> int:
    ends = [0, *(found.end() for found in NEWLINE.finditer(text))]
    return ends[line - 1]


def _shown(written: str, question: Question) -> str:
    """What the link shows: the words that stand there."""
    if question.linked:
        return find_spans(written)[0].text
    # A bracket that has no other half would end the link's text.
    opened = written.replace("\\[", "").replace("\\]", "")
    if opened.count("[") == opened.count("]"):
        return written
    return _WHOLE.sub(r"\\\g<0>", written)


def _spellings(target: str) -> Iterator[str]:
    """The ways to write a target, the plainest first."""
    plain = _READ_AS_CODE.sub("%25", target)
    if not re.search(r"[\s<>\\]", plain):
        yield plain
    if not re.search(r"[<>\n]", plain):
        yield f"<{plain}>"
    yield quote(target, safe="/:？：（）()`+,")


def _known(one: Question) -> tuple[str, str, int]:
    return one.text.replace("\\", ""), one.target, one.line


def _linked(one: Question, target: str) -> tuple[str, str, int]:
    return _known(replace(one, target=target))
