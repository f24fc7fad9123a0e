"""How far the notes cover the outlines: `coverage`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import covered, output
from studyapp.cli.opened import own_settings, reviewed
from studyapp.cli.options import as_json, clock, examples
from studyapp.library.outlines import outline_folder
from studyapp.notes.identity import normalize
from studyapp.tui.coverage import coverage_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from studyapp.library.library import Library
    from studyapp.study.coverage import Tally
    from studyapp.tui.coverage import Coverage, Covered

COLUMNS = ("questions", "noted", "carded", "met", "mastered")
_PATH = click.Path(path_type=Path)


@click.command(
    epilog=examples(
        "studyapp coverage ~/notes",
        "studyapp coverage ~/outlines ~/notes --json",
        'studyapp coverage ~/notes --chapter "attention"',
    )
)
@click.argument("outlines", required=False, type=_PATH)
@click.argument("library", required=False, type=_PATH)
@click.option("--library", "named", type=_PATH, metavar="FOLDER", help="The notes' folder.")
@click.option(
    "--chapter", metavar="WORDS", help="List the questions of chapters with these words in them."
)
@as_json
@clock
def coverage(
    outlines: Path | None,
    library: Path | None,
    named: Path | None,
    chapter: str | None,
    json: bool,
    now: datetime,
) -> None:
    """Say how many questions of OUTLINES have a note and a card, and how many you know.

    OUTLINES is a folder of markdown files, or one file; without it they are looked for as the
    setting `outlines` says, else in `outlines` in LIBRARY or beside it. One folder alone is
    LIBRARY, unless it is called `outlines`.
    """
    place, folder = _sorted(outlines, library or named)
    shelf = reviewed(folder, now)
    found = coverage_of(shelf.snapshot, place or _place(shelf), shelf.day(now))
    if chapter is not None:
        _list(found, chapter, json=json)
    elif json:
        output.emit(covered.document(found))
    else:
        for line in _table(found):
            output.line(line)


def _sorted(first: Path | None, library: Path | None) -> tuple[Path | None, Path | None]:
    """Which of the folders has the outlines: one alone is the notes', unless named `outlines`."""
    if first is None or library is not None:
        return _existing(first), library
    if first.is_dir() and outline_folder(first.resolve()) != first.resolve():
        return None, first
    return _existing(first), None


def _existing(place: Path | None) -> Path | None:
    if place is not None and not place.exists():
        raise click.ClickException(f"{place} does not exist")
    return place


def _place(shelf: Library) -> Path:
    found = outline_folder(shelf.root, shelf.settings.outlines, own_settings().outlines)
    if found is None:
        raise click.ClickException(
            f"there are no outlines beside {shelf.root}: name their folder, here or in the "
            "setting `outlines`"
        )
    return found


def _table(found: Coverage) -> Iterator[str]:
    yield "questions   note   card    met  mastered"
    for one in found.outlines:
        if one.tally.questions:
            yield _row(one.tally, one.outline.title)
            for chapter in one.chapters:
                if not chapter.chapter.trail:
                    yield _row(chapter.tally, f"  {chapter.chapter.title or '–'}")
    yield _row(found.tally, "all")
    repeated = found.tally.questions - found.distinct.questions
    if repeated:
        yield f"{repeated} of them are listed twice; {found.distinct.questions} are different"
    if dead := len(covered.dead(found)):
        yield f"{dead} link to a note that is not there"


def _row(one: Tally, name: str) -> str:
    return f"{one.questions:9} {one.noted:6} {one.carded:6} {one.met:6} {one.mastered:9}  {name}"


def _list(found: Coverage, words: str, *, json: bool) -> None:
    """The questions of the chapters whose names have `words` in them."""
    listed = [*_of_chapters(found, words)]
    if not listed:
        raise click.ClickException(f"no chapter has {words!r} in its name")
    if json:
        output.emit([covered.question(path, one, found) for path, one in listed])
        return
    for path, one in listed:
        state = next(
            word
            for word, holds in (
                ("mastered", one.tally.mastered),
                ("met", one.tally.met),
                ("card", one.tally.carded),
                ("note", one.tally.noted),
                ("–", True),
            )
            if holds
        )
        place = f"{path}:{one.question.line}"
        note = f"  → {one.match.note}" if one.match.note else ""
        output.line(f"{state:8}  {place}  {one.question.text}{note}")


def _of_chapters(found: Coverage, words: str) -> Iterator[tuple[str, Covered]]:
    wanted = normalize(words)
    for one in found.outlines:
        for chapter in one.chapters:
            named = (one.outline.title, *chapter.chapter.trail, chapter.chapter.title)
            if any(wanted in normalize(name) for name in named):
                yield from ((one.outline.path, each) for each in chapter.questions)
