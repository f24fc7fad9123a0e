"""Which edition of the program made an index."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import notes

if TYPE_CHECKING:
    from studyapp.notes import Syntax

_PARSERS = ("comrak", "yaml")
_MAKERS = ("notes", "schedule", "library")


def edition(syntax: Syntax) -> str:
    """A name for how notes are read and packed; what another edition made is of no use."""
    return f"{_code()} {syntax}"


@cache
def _code() -> str:
    program = Path(*notes.__path__).parent
    files = [file for one in _MAKERS for file in (program / one).rglob("*.py")]
    for name in _PARSERS:
        spec = find_spec(name)
        files += [Path(spec.origin)] if spec and spec.origin else []
    facts = [(file.as_posix(), (s := file.stat()).st_size, s.st_mtime_ns) for file in sorted(files)]
    return blake2b(repr((sys.version, facts)).encode(), digest_size=16).hexdigest()
