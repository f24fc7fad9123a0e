"""The front matter of a deck of hashcards: TOML between `+++`, read for its name only."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

_BLOCK = re.compile(
    r"\+\+\+[ \t]*(?:\r\n|\n|\r)(?P<inside>(?:(?!\+\+\+)[^\r\n]*(?>\r\n|\n|\r)){0,200})"
    r"\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"
)


@dataclass(frozen=True, slots=True)
class Toml:
    """A TOML block: the character where the body begins, and the deck's name, "" if none."""

    body: int
    name: str


def find_toml(text: str) -> Toml | None:
    """The TOML block at the start of `text`, a note without its byte-order mark."""
    found = _BLOCK.match(text)
    if not found:
        return None
    try:
        name = tomllib.loads(found["inside"].replace("\r\n", "\n").replace("\r", "\n")).get("name")
    except tomllib.TOMLDecodeError:
        return None
    return Toml(found.end(), name if isinstance(name, str) else "")
