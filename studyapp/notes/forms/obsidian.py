"""Obsidian's spaced repetition: `?` between question and answer, `::` on one line, ==gaps==.

The forms are those of st3v3nmw/obsidian-spaced-repetition: a card runs up to a blank line outside
of code, `??` and `:::` ask both ways, a comment `<!--SR:…-->` below holds the states.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question, unnumbered
from studyapp.notes.forms.blocks import block_around, open_lines, trail_at, without_state
from studyapp.notes.forms.candidate import Candidate, answered
from studyapp.notes.forms.gaps import HIGHLIGHTS, gaps, masked
from studyapp.notes.history import read_comment
from studyapp.notes.source import sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.history import History
    from studyapp.notes.page import Page

# A literal first character lets the search skip what is no tag; what stands before it comes after.
_TAG = re.compile(
    r"#(?<!\S#)(?:flash-?cards?|cards?|anki|闪卡|记忆卡片?|🃏)(?=[\s/#]|$)", re.IGNORECASE
)
_GAP = sign("==")
_LEADING_TAGS = re.compile(r"\A\s*(?:#[^\s#]+[ \t]+)+")
_BULLET = re.compile(r"\A\s*(?:[-*+]|>)[ \t]+")
_PROPERTY = re.compile(r"[A-Za-z_][\w-]*")


def find_obsidian(page: Page) -> Iterator[Candidate | Skipped]:
    """The cards of `page` in the forms of Obsidian's spaced repetition."""
    below, inline = page.cues.syntax.below, page.cues.syntax.inline
    lines, text = page.source.lines, page.source.joined
    if not page.source.holds(sign(f"\n{below}"), sign(inline), _GAP):
        return
    flagged = "<!--SR:" in text or bool(page.cues.history) or _TAG.search(text) is not None
    flagged = flagged or any(_TAG.search(f" #{tag}") for tag in page.cues.tags)
    if not flagged and f"\n{below}" not in text and f" {inline} " not in text:
        return
    seen: list[range] = []
    for line in open_lines(page):
        text = lines[line - 1]
        if text[:1] == below[:1] and text.strip() in (below, below + below[-1]):
            block = block_around(page, line)
        elif inline in text:
            block = range(line, line + 1 + (line < len(lines) and "<!--SR:" in lines[line]))
        else:
            continue
        if seen and line in seen[-1]:  # they follow each other down the page
            continue
        found = list(
            _below(page, line, block)
            if block.start < line
            else _inline(page, line, flagged=flagged)
        )
        seen += [block] if found else []
        yield from found
    if flagged:
        yield from _clozes(page, seen)


def _below(page: Page, line: int, block: range) -> Iterator[Candidate | Skipped]:
    asked = page.source.text(block.start, line - 1)
    text, states = without_state(page.source.text(line + 1, block.stop - 1))
    question = _question(asked)
    found = answered("obsidian", question, (block.start, trail_at(page, line)), text, line + 1)
    both = page.source.lines[line - 1].strip() != page.cues.syntax.below
    yield from _ways(found, states, both=both)


def _inline(page: Page, line: int, *, flagged: bool) -> Iterator[Candidate | Skipped]:
    separator = page.cues.syntax.inline
    text, states = without_state(page.source.lines[line - 1])
    if line < len(page.source.lines) and not states:
        states = read_comment(page.source.lines[line])
    at = masked(text).find(separator)
    if at < 0:
        return
    double = text.startswith(separator[-1], at + len(separator))
    asked, answer = text[:at], text[at + len(separator) + double :]
    named = not double and separator == "::"
    if _is_card(_BULLET.sub("", asked), answer, flagged=flagged, named=named):
        place = (line, trail_at(page, line))
        found = answered("obsidian", _question(asked), place, answer.strip(), line)
        yield from _ways(found, states, both=double)


def _is_card(asked: str, answer: str, *, flagged: bool, named: bool) -> bool:
    """Whether a separator between `asked` and `answer` parts a card.

    If `named`, `key:: value` is a property of Logseq or Dataview and `std::move` a name. Without
    any other trace of the plugin in the note, only a separator with spaces around it counts.
    """
    if not asked.strip() or not answer.strip():
        return False
    if named and _PROPERTY.fullmatch(asked.strip()):
        return False
    return flagged or (asked.endswith(" ") and answer.startswith(" "))


def _clozes(page: Page, seen: list[range]) -> Iterator[Candidate]:
    taken = 0
    for line in open_lines(page):
        if line <= taken or any(line in block for block in seen):
            continue
        if "==" in page.source.lines[line - 1]:
            block = block_around(page, line)
            taken = block.stop - 1
            text, states = without_state(page.source.text(block.start, taken))
            end_line = block.start + text.count("\n")
            text = _passage(text)
            trail = trail_at(page, line)
            for number, (question, answer) in enumerate(gaps(text, HIGHLIGHTS)):
                history = states[number] if number < len(states) else None
                yield Candidate(
                    "cloze", block.start, end_line, question, answer, trail, history=history
                )


def _passage(text: str) -> str:
    """`text` without the tags before it and, if it is one line, the mark of its item or quote."""
    bare = _LEADING_TAGS.sub("", text)
    return bare if "\n" in bare else _BULLET.sub("", bare)


def _ways(
    found: Candidate | Skipped, states: tuple[History | None, ...], *, both: bool
) -> Iterator[Candidate | Skipped]:
    if not isinstance(found, Candidate):
        yield found
        return
    first, second = (*states, None, None)[:2]
    yield replace(found, history=first)
    if both:
        yield replace(found, question=found.answer, answer=found.question, history=second)


def _question(asked: str) -> str:
    bare = _LEADING_TAGS.sub("", _BULLET.sub("", asked))
    return bare_question(unnumbered(bare.strip()))
