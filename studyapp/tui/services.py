"""What the app is given to work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyapp.library.paths import settings_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.library import Library
    from studyapp.library.results import Results
    from studyapp.library.settings import Settings
    from studyapp.library.watching import Watch
    from studyapp.notes import Note, Problem
    from studyapp.runner import Runner
    from studyapp.tui.mocking import Wish


@dataclass(frozen=True, slots=True)
class Services:
    """What the app works with; it constructs none of it.

    `library` gives the library, on a worker's thread; `locale` is the environment's, such as
    `zh_CN.UTF-8`; `trusted` tells whether the person trusts the library's code; `trust` keeps
    that for the future; `watch` tells which paths below a folder were touched, on its own thread;
    `decks` reads the notes that came with the program, whose snippets may show an answer;
    `languages` names a deck for each language, where decks ask the same in several; `own`
    is the file of `settings`, and `problems` what can't be used in it; `mock` is the interview to
    begin with, if one is; `back_up` copies the journal, on a worker's thread; `served` tells that
    the person sits before a browser, perhaps elsewhere, and so may not widen their rights.
    """

    library: Callable[[], Library]
    runner: Runner
    settings: Settings
    clock: Callable[[], datetime]
    locale: str
    trusted: bool
    trust: Callable[[], None]
    watch: Callable[[Path, Callable[[frozenset[str]], object]], Watch] | None = None
    results: Results | None = None
    decks: Callable[[], Mapping[str, Note]] = dict
    languages: Mapping[str, str] = field(default_factory=dict)
    own: Path = field(default_factory=settings_file)
    problems: Sequence[Problem] = ()
    mock: Wish | None = None
    back_up: Callable[[Library, datetime], object] | None = None
    served: bool = False
