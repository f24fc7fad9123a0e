"""Notes for Anki between `START` and `END`, as Obsidian_to_Anki keeps them: a type, its fields.

The forms are those of ObsidianToAnki/Obsidian_to_Anki: the first line names the type, the first
field needs no name, `Tags:` and an ID close the block; `STARTI [type] … ENDI` is one on a line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.forms.blocks import trail_at
from studyapp.notes.forms.candidate import Candidate, Skipped, answered, has_label, without_tail
from studyapp.notes.forms.gaps import NUMBERED, gaps, masked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page

_START = re.compile(r"\nSTART(?=[ \t]*\n[^\n])")
_OPENING = re.compile(r"S(?=TARTI[ \t]+\[)")
_INLINE = re.compile(
    r"STARTI[ \t]+\[(?P<kind>[^\[\]]{1,80})\](?P<said>.{0,5000}?)ENDI\b|STARTI[ \t]+\["
)
_FIELDS = re.compile(r"[ \t]+(?=(?:Front|Back(?: Extra)?|Text|Extra|Tags|ID):|<!--[ \t]*ID:)")
_FRONT = re.compile(r"\s*(?:Front|Text|Vorderseite|Recto|Anverso|正面|表面|앞면)[ \t]*[:：][ \t]*")
_BACK = re.compile(r"[ \t]*(?:Back|Rückseite|Verso|Reverso|背面|裏面|뒷면)[ \t]*[:：][ \t]*")
_EXTRA = re.compile(r"[ \t]*(?:Back )?Extra[ \t]*:[ \t]*")
_STATE = re.compile(r"[ \t]*(?:Tags:.*|DELETE|(?:<!--[ \t]*)?ID:[ \t]*\d+[ \t]*(?:-->)?)[ \t]*")
_CLOZE = re.compile(r"cloze|lückentext|完形填空|填空|穴埋め|빈칸", re.IGNORECASE)
_HOLDS_TEXT = frozenset({"Paragraph", "List", "BlockQuote", "Table"})


class _Block(NamedTuple):
    """A note for Anki, opened at `start`: its type, the lines of its fields from `line` on."""

    start: int
    kind: str
    said: list[str]
    line: int


def find_anki(page: Page) -> Iterator[Candidate | Skipped]:
    """The cards of the blocks of `page`; what isn't closed or has no answer is to be mended."""
    if "START" not in page.source.joined:
        return
    starts = [one for one in page.source.lines_with(_START) if _is_text(page, one)]
    for line, limit in pairwise([*starts, len(page.source.lines) + 1]):
        said = list(takewhile(lambda at: not _ends(page, at), range(line + 2, limit)))
        kind = page.source.lines[line].strip()
        if line + 2 + len(said) == limit:
            yield Skipped(line, kind, "its `START` has no `END`", "write END on a line below it")
            continue
        block = _Block(line, kind, [page.source.lines[at - 1] for at in said], line + 2)
        yield from _cards(page, block)
    for line in page.source.lines_with(_OPENING):
        if _is_text(page, line):
            yield from _inline(page, line)


def _is_text(page: Page, line: int) -> bool:
    place = page.index_at(line)
    return place >= 0 and page.pieces[place].kind in _HOLDS_TEXT and line not in page.code


def _ends(page: Page, line: int) -> bool:
    return page.source.lines[line - 1].rstrip() == "END" and line not in page.code


def _inline(page: Page, line: int) -> Iterator[Candidate | Skipped]:
    text = page.source.lines[line - 1]
    shown = masked(text)
    for found in _INLINE.finditer(text):
        if shown[found.start()] != text[found.start()]:
            continue  # it is shown as code
        if found["kind"] is None:
            hint = "write ENDI behind its last field"
            yield Skipped(line, "STARTI", "its `STARTI` has no `ENDI` on the line", hint)
            return  # whatever stands behind it may be its own
        fields = _FIELDS.sub("\n", found["said"].strip()).split("\n")
        for one in _cards(page, _Block(line, found["kind"].strip(), fields, line)):
            yield replace(one, line=line, end_line=line) if isinstance(one, Candidate) else one


def _cards(page: Page, block: _Block) -> Iterator[Candidate | Skipped]:
    """The cards of `block`: of a passage its gaps, else what its first field asks."""
    said = ["" if _STATE.fullmatch(text) else text for text in block.said]
    first = next((at for at, text in enumerate(said) if text.strip()), 0)
    if _CLOZE.search(block.kind):
        yield from _gaps(page, block, said[first:], block.line + first)
        return
    back = next((at for at, text in enumerate(said) if _BACK.match(text) or has_label(text)), None)
    if back is None:
        hint = "begin the line of its answer with Back:"
        why = "a note for Anki without the field `Back:`"
        yield Skipped(block.start, block.kind, why, hint)
        return
    question = _FRONT.sub("", "\n".join(said[:back]).strip(), count=1)
    text = _BACK.sub("", "\n".join(said[back:]), count=1)
    place = (block.line + first, trail_at(page, block.line))
    found = answered("anki", question, place, text, block.line + back)
    yield found
    if isinstance(found, Candidate) and "reversed" in block.kind.lower():
        yield replace(found, question=found.answer, answer=found.question)


def _gaps(page: Page, block: _Block, said: list[str], line: int) -> Iterator[Candidate | Skipped]:
    """The gaps of the passage `said` on `line`; what it says beyond stands behind each answer."""
    extra = next((at for at, text in enumerate(said) if _EXTRA.match(text)), len(said))
    passage = _FRONT.sub("", "\n".join(said[:extra]).strip(), count=1)
    beyond = _EXTRA.sub("", "\n".join(said[extra:]), count=1).strip()
    end_line = line + without_tail("\n".join(said)).count("\n")
    hidden = list(gaps(passage, NUMBERED))
    if not hidden:
        why = "a cloze for Anki without a gap"
        yield Skipped(block.start, block.kind, why, "mark what to ask: {{c1::…}}")
    for question, answer in hidden:
        text = f"{answer}\n\n{beyond}".strip()
        yield Candidate("cloze", line, end_line, question, text, trail_at(page, line))
