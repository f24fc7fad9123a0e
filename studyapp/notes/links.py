"""The links of a note to other files."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from studyapp.notes.lines import line_of
from studyapp.notes.note import Link
from studyapp.notes.source import sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.block import Block
    from studyapp.notes.page import Page

_MARKS = (re.compile(r"\](?=[(:])"), sign("[["))  # a line without any of them links nothing
_OUTLINES = "related_outlines"
_TEXT = r"\[((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,300}\]){0,300})\]"
_BALANCED = (
    r"(?:\\\S|[^\s()\\<]|\((?:\\\S|[^\s()\\]|\((?:\\\S|[^\s()\\]){0,200}\)){0,200}\)){1,500}"
)
# Names of notes hold spaces and single parentheses: then the target runs to `.md)`.
_LINK = re.compile(
    rf"{_TEXT}\(\s?(?:<([^<>\n]{{1,500}})>|({_BALANCED}))(?:\s[\"'(][^\n]{{0,300}}?[\"')])?\s?\)"
    rf"|{_TEXT}\(<?((?:(?!\]\()[^\n]){{1,500}}?\.md)>?(?:\#[^)\n]{{0,200}})?\)"
)
_EMPTY = re.compile(rf"{_TEXT}\(\s*\)")
_WIKI = re.compile(
    r"(?<![\w\])])\[\[([^\[\]|#\n]{1,300})(?:#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\](?!\()", re.ASCII
)
_DEFINITION = re.compile(r" {0,3}\[([^\[\]^\n][^\[\]\n]{0,200})\]:[ \t]+<?([^\s<>]{1,500})>?")
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`).{1,1000}?(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+://|(?:mailto|tel|data|javascript):|//|#", re.IGNORECASE)
_PLACE = re.compile(r"/|\.[A-Za-z]\w{0,9}$")
_NO_NAME = re.compile(r"[\d\s.,:+-]*|['\"].*|.*(?:\{\{|<%).*")  # indices, strings, placeholders


class Span(NamedTuple):
    """A link from one character of a line to another: its text and its target.

    The target is "" where none is given yet, or where it lies `elsewhere` than in a folder.
    """

    start: int
    end: int
    text: str
    target: str
    elsewhere: bool


def find_links(page: Page) -> tuple[Link, ...]:
    """The links to files that stand outside code, in their order."""
    return tuple(link for number, line in _prose(page) for link in _links(number, line))


def find_spans(line: str) -> list[Span]:
    """The inline links on a line, in their order."""
    mask = _CODE.sub(lambda code: "_" * len(code[0]), line) if "`" in line else line
    found = [_span(line, match) for match in _LINK.finditer(mask)]
    empty = ((one.span(), line[slice(*one.span(1))]) for one in _EMPTY.finditer(mask))
    return sorted([*found, *(Span(*place, text, "", elsewhere=False) for place, text in empty)])


def _span(line: str, match: re.Match[str]) -> Span:
    text, target = (line[slice(*match.span(n + 1))] for n, one in enumerate(match.groups()) if one)
    found = target_of(target)
    return Span(*match.span(), text, found, elsewhere=not found)


def find_outlines(text: str, block: Block | None) -> tuple[Link, ...]:
    """The entries of `related_outlines`; `text` is the note's, without a byte-order mark."""
    entry = block.find(_OUTLINES) if block else None
    if entry is None or not isinstance(entry.value, list):
        return ()
    names = [str(one).strip() for one in entry.value if isinstance(one, str)]
    line = line_of(text, entry.key_start) if names else 0
    return tuple(Link(name, _bare(name), line, "outline") for name in names if name)


def _bare(name: str) -> str:
    """An outline's name without the marks of a link or the part that it means."""
    found = _WIKI.fullmatch(name) or _LINK.fullmatch(name)
    target = next((part for part in reversed(found.groups()) if part), name) if found else name
    return target.partition("#")[0].strip()


def _prose(page: Page) -> Iterator[tuple[int, str]]:
    """The lines that may hold a link, with their numbers."""
    source = page.source
    for number in source.lines_with(*_MARKS):
        index = page.index_at(number)
        if index < 0 or number in page.code or page.pieces[index].kind == "CodeBlock":
            continue
        if not source.lines[page.starts[index] - 1].lstrip().startswith("<!--"):
            yield number, source.lines[number - 1]


def find_mentions(text: str) -> list[tuple[int, int, Link]]:
    """Where links to files stand in one line of text, in their order, each with its link."""
    # Same length, so that a span found in the mask is the span in the text.
    mask = _CODE.sub(lambda code: "_" * len(code[0]), text) if "`" in text else text
    found: list[tuple[int, int, Link]] = []
    for kind, pattern in (("inline", _LINK), ("wiki", _WIKI), ("inline", _DEFINITION)):
        for match in pattern.finditer(mask):
            parts = [text[slice(*match.span(n + 1))] for n, one in enumerate(match.groups()) if one]
            target = parts[-1].rstrip("\\").strip() if kind == "wiki" else target_of(parts[-1])
            known = _NO_NAME.fullmatch(target) is None if kind == "wiki" else _is_file(target)
            if known:
                found.append((*match.span(), Link(parts[0], target, 1, kind)))
    return sorted(found, key=lambda one: one[0])


def _links(number: int, line: str) -> Iterator[Link]:
    return (replace(link, line=number) for _, _, link in find_mentions(line))


def target_of(spelled: str) -> str:
    """The file that the address of a link means, decoded; "" where that is no file."""
    if _ELSEWHERE.match(spelled):
        return ""
    return unquote(re.split(r"[#?](?!.*\.md$)", _ESCAPE.sub(r"\1", spelled), maxsplit=1)[0])


def _is_file(target: str) -> bool:
    """Whether a target is a path of a file or folder, and no formula or placeholder."""
    return _PLACE.search(target) is not None and "{{" not in target and "<%" not in target
