"""What is wrong with a library's notes, all of it at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias
from unicodedata import normalize

from studyapp.library.files import Refused, owned
from studyapp.library.links import Links
from studyapp.library.paths import MARK
from studyapp.notes import Problem, card_id, check, explain
from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from studyapp.library.index.brief import CardBrief
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Note

Kind: TypeAlias = Literal["file", "note", "name", "link", "duplicate", "no-card"]

_HINT = "mark one: **Q: …** and a line A: … below, or ### Q1: …; key n on Home writes it for you"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and its kind.

    "file" can't be read or written, "note" has metadata that can't be read or an answer without
    end, "name" is a name that systems or eyes mistake.
    """

    kind: Kind
    problem: Problem


def findings(snapshot: Snapshot) -> Iterator[Finding]:
    """Everything to mend below the folder that was opened, note by note in walking order."""
    flats = snapshot.notes.briefs.flats()
    told = {problem for path, flat in flats if flat.flawed for problem in flat.problems(path)}
    for problem in snapshot.problems:
        # A journal's problem concerns every folder.
        if problem not in told and problem.path.startswith((snapshot.prefix, MARK)):
            yield Finding("file", problem)
    root, links = snapshot.root.resolve(), Links(snapshot.root, snapshot.notes)
    twins, alike = _twins(snapshot), _alike(snapshot.notes)
    for path in snapshot.notes:
        if path.startswith(snapshot.prefix):
            note = snapshot.notes[path]
            yield from (Finding("file", one) for one in _unwritable(root, path))
            yield from (Finding("name", one) for one in _mistakable(path, alike))
            yield from (Finding("note", one) for one in check(note))
            yield from (Finding("duplicate", one) for one in twins.get(path, ()))
            yield from (Finding("link", one) for one in links.broken(note))
            yield from (Finding("no-card", one) for one in _silent(note))


def cardless(snapshot: Snapshot) -> Iterator[Problem]:
    """The notes below the folder that was opened that could be asked something, and are not."""
    for path, flat in snapshot.notes.briefs.flats():
        if path.startswith(snapshot.prefix) and not flat.ids:
            yield from _silent(snapshot.notes[path])


def _unwritable(root: Path, path: str) -> Iterator[Problem]:
    try:
        owned(root, path)
    except Refused as error:
        hint = "its grades stay in the journal until that is changed"
        yield Problem(path, 0, f"it can't be written: {error.reason}", hint)
    except OSError:
        pass  # it was lost since it was read


def _mistakable(path: str, alike: Mapping[str, str]) -> Iterator[Problem]:
    """What eyes or other systems would mistake in a name."""
    if visible(path) != path:
        yield Problem(path, 0, "its name holds characters that can't be seen", "rename it")
    if any(part != part.strip() or part.endswith(".") for part in path.split("/")):
        message = "a name in its path begins or ends with a space, or ends with a point"
        yield Problem(path, 0, message, "rename it: Windows can't have such a name")
    if (first := alike[_folded(path)]) != path:
        message = f"its name differs from {first} only in case, or in how accents are stored"
        yield Problem(path, 0, message, "rename one: macOS and Windows take them for one file")


def _silent(note: Note) -> Iterator[Problem]:
    """Why nothing is asked of a note, unless it can't be read or was never meant to be asked."""
    if note.cards or note.problems or any(not one.line for one in note.skipped):
        return
    first, *more = explain(note)
    names_it = first.line and first.seen != note.title
    why = f"{first.why}: {first.seen}" if names_it else first.why
    others = f" (and {len(more)} more)" if more else ""
    yield Problem(note.path, first.line, f"it yields no card: {why}{others}", _HINT)


def _twins(snapshot: Snapshot) -> dict[str, list[Problem]]:
    """The questions that were asked before under the same title, by the note that asks again."""
    first: dict[str, CardBrief] = {}
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for note in snapshot.notes.briefs.values():
        for card in note.cards:
            # Not the card's own id, which tells it from its twins already.
            before = first.setdefault(card_id(note.title, card.question), card)
            if before is not card:
                place = f"{before.note}:{before.line}"
                message = f"it asks what {place} asks: {card.question}"
                hint = "reword one of the two, or remove it"
                found[note.path].append(Problem(note.path, card.line, message, hint))
    return found


def _alike(paths: Iterable[str]) -> dict[str, str]:
    """The first of the paths that some systems take for one."""
    return {_folded(path): path for path in reversed([*paths])}


def _folded(path: str) -> str:
    return normalize("NFC", path).casefold()
