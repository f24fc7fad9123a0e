"""Bytes to a note: its front matter first, then its body, then its questions."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp.notes.askable import find_questions
from studyapp.notes.block import Block, find_block
from studyapp.notes.fences import find_snippets
from studyapp.notes.history import read_front_matter
from studyapp.notes.identity import card_id
from studyapp.notes.limits import refuse
from studyapp.notes.lines import BOM
from studyapp.notes.links import find_links, find_outlines
from studyapp.notes.metadata import KEYS, Metadata
from studyapp.notes.note import Card, Note
from studyapp.notes.page import Cues, Page, read_page, stem
from studyapp.notes.problems import Problem
from studyapp.notes.readings import read_block
from studyapp.notes.source import read_source
from studyapp.notes.syntax import SYNTAX, Syntax
from studyapp.notes.toml import find_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.notes.forms.candidate import Candidate
    from studyapp.notes.readings import Reading
    from studyapp.notes.snippets import Snippet
    from studyapp.notes.source import Source


class _Front(NamedTuple):
    """A file up to its body: what its front matter says, and what helps to read the body.

    `refused` tells why the body is not read, if it is not: a line, what, a hint.
    """

    path: str
    text: str
    block: Block | None
    reading: Reading
    source: Source
    name: str
    cues: Cues
    refused: tuple[int, str, str] | None


class _Body(NamedTuple):
    """The body behind a `front`."""

    front: _Front
    page: Page
    snippets: tuple[Snippet, ...]


def parse(raw: bytes, path: str, syntax: Syntax = SYNTAX) -> Note:
    """The note in `raw`, whatever the bytes; `path` is relative to the library, with slashes."""
    return parse_all([(raw, path)], syntax)[0]


def parse_all(files: Iterable[tuple[bytes, str]], syntax: Syntax = SYNTAX) -> list[Note]:
    """The notes in several files, bytes and path of each, as `parse` gives them.

    All take one step before any takes the next: what a step runs stays in the processor's caches.
    """
    fronts = [_front(raw, path, syntax) for raw, path in files]
    bodies = [one if isinstance(one, Note) else _body(one) for one in fronts]
    return [one if isinstance(one, Note) else _note(one) for one in bodies]


def _front(raw: bytes, path: str, syntax: Syntax) -> _Front | Note:
    try:
        text = raw.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(Problem(path, line, "the file is not UTF-8 text", "convert it to UTF-8"))
    if "\0" in text:
        return _unread(Problem(path, 0, "the file is binary", "move it out of the library"))
    found = find_block(text)
    block = found if isinstance(found, Block) else None
    toml = None if found else find_toml(text)
    reading = read_block(text, found, path)
    entries = [(entry.key, entry.value) for entry in block.entries] if block else []
    cues = Cues(syntax, reading.metadata.tags, read_front_matter(entries), deck=toml is not None)
    behind = found or toml
    source = read_source(text, behind.body if behind else 0)
    name = (toml.name if toml else _titled(entries)) or stem(path)
    return _Front(path, text, block, reading, source, name, cues, refuse(raw))


def _body(front: _Front) -> _Body:
    source, name, cues = front.source, front.name, front.cues
    if front.refused:
        return _Body(front, Page(name, (), (), (), "", source, cues), ())
    page = read_page(source, name, cues)
    snippets = find_snippets(page)
    code = frozenset(chain.from_iterable(range(one.line, one.end_line + 1) for one in snippets))
    return _Body(front, replace(page, code=code), snippets)


def _note(body: _Body) -> Note:
    front, page, snippets = body
    path, text, block, reading = front[:4]
    candidates, skipped = find_questions(page, path, text[: block.body] if block else "")
    flaws = [(one.line, one.why, one.hint) for one in skipped if one.hint]
    flaws += [front.refused] if front.refused else []
    return Note(
        path=path,
        title=page.title,
        metadata=reading.metadata,
        cards=tuple(_card(page.title, path, reading.metadata, one) for one in candidates),
        snippets=snippets,
        links=(*find_outlines(text, block), *find_links(page)),
        problems=(*reading.problems, *(Problem(path, *flaw) for flaw in flaws)),
        raw_values=reading.raw_values,
        values=reading.values,
        has_block=block is not None,
        body_line=front.source.body_line,
        skipped=tuple(one for one in skipped if not one.hint),
    )


def _titled(entries: Sequence[tuple[str, Any]]) -> str:
    """The title that the front matter gives the note, "" if none; a heading goes before it."""
    titles = (value for key, value in entries if key == "title" and isinstance(value, str))
    return " ".join(next(titles, "").split())


def _unread(problem: Problem) -> Note:
    return Note(
        path=problem.path,
        title=stem(problem.path),
        metadata=Metadata(),
        cards=(),
        snippets=(),
        links=(),
        problems=(problem,),
        raw_values=MappingProxyType(dict.fromkeys(KEYS)),
        values=MappingProxyType({}),
        has_block=False,
        body_line=1,
    )


def _card(title: str, path: str, metadata: Metadata, found: Candidate) -> Card:
    return Card(
        id=card_id(title, found.question),
        note=path,
        line=found.line,
        end_line=found.end_line,
        deck=path.rpartition("/")[0],
        tags=metadata.tags,
        form=found.form,
        question=found.question,
        context=found.context,
        answer=found.answer,
        difficulty=metadata.difficulty,
        trail=found.trail,
        history=found.history,
    )
