"""Bytes to a note."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from studyapp.notes.askable import find_questions
from studyapp.notes.block import Block, Broken, find_block
from studyapp.notes.fences import find_snippets
from studyapp.notes.history import read_front_matter
from studyapp.notes.identity import card_id
from studyapp.notes.limits import refuse
from studyapp.notes.lines import BOM, line_of
from studyapp.notes.links import find_links, find_outlines
from studyapp.notes.metadata import KEYS, READERS, Metadata, read_metadata
from studyapp.notes.note import Card, Note
from studyapp.notes.page import Cues, Page, read_page, stem
from studyapp.notes.problems import Problem
from studyapp.notes.source import read_source
from studyapp.notes.syntax import SYNTAX, Syntax
from studyapp.notes.toml import find_toml
from studyapp.notes.values import canonical, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes.forms.candidate import Candidate


def parse(raw: bytes, path: str, syntax: Syntax = SYNTAX) -> Note:
    """The note in `raw`, whatever the bytes; `path` is relative to the library, with slashes."""
    try:
        text = raw.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(Problem(path, line, "the file is not UTF-8 text", "convert it to UTF-8"))
    if "\0" in text:
        return _unread(Problem(path, 0, "the file is binary", "move it out of the library"))
    found = find_block(text)
    block = found if isinstance(found, Block) else None
    metadata, problems = _read_block(text, found, path)
    toml = None if found else find_toml(text)
    behind = found or toml
    source = read_source(text, behind.body if behind else 0)
    entries = [(entry.key, entry.value) for entry in block.entries] if block else []
    cues = Cues(syntax, metadata.tags, read_front_matter(entries), deck=toml is not None)
    name = toml.name if toml and toml.name else stem(path)
    if refused := refuse(raw):
        line, message = refused
        problems.append(Problem(path, line, message, "split the note into smaller ones"))
        page = Page(name, (), (), source, cues)
    else:
        page = read_page(source, name, cues)
    snippets = find_snippets(page)
    code = frozenset(chain.from_iterable(range(one.line, one.end_line + 1) for one in snippets))
    head = text[: block.body] if block else ""
    page = replace(page, code=code)
    candidates, skipped = find_questions(page, path, head)
    return Note(
        path=path,
        title=page.title,
        metadata=metadata,
        cards=tuple(_card(page.title, path, metadata, one) for one in candidates),
        snippets=snippets,
        links=(*find_outlines(text, block), *find_links(page)),
        problems=tuple(problems),
        raw_values=MappingProxyType({key: block.raw(text, key) if block else None for key in KEYS}),
        values=_values(text, found),
        has_block=block is not None,
        body_line=source.body_line,
        skipped=tuple(skipped),
    )


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


def _read_block(
    text: str, found: Block | Broken | None, path: str
) -> tuple[Metadata, list[Problem]]:
    if found is None:
        return Metadata(), []
    if isinstance(found, Broken):
        return Metadata(), [Problem(path, found.line, found.reason, found.hint)]
    metadata, reasons = read_metadata((entry.key, entry.value) for entry in found.entries)
    problems: list[Problem] = []
    for key in READERS:
        entry = found.find(key)
        if entry is None:
            continue
        line = line_of(text, entry.key_start)
        raw = text[entry.start : entry.end]
        if key in reasons and not is_placeholder(raw):
            problems.append(
                Problem(path, line, f"`{key}` can't be read: {reasons[key]}", f"now `{raw}`")
            )
        if sum(other.key == key for other in found.entries) > 1:
            problems.append(
                Problem(path, line, f"`{key}` stands there twice", "remove one of the two lines")
            )
    return metadata, problems


def _values(text: str, found: Block | Broken | None) -> Mapping[str, str | None]:
    if isinstance(found, Broken):
        return MappingProxyType({})
    return MappingProxyType({key: _value(text, found, key) if found else None for key in KEYS})


def _value(text: str, block: Block, key: str) -> str | None:
    entry = block.find(key)
    if entry is None or entry.value in (None, ""):
        return None
    try:
        return canonical(READERS[key](entry.value))
    except (ValueError, OverflowError):
        return text[entry.start : entry.end]


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
