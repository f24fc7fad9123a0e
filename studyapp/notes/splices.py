"""New values into a note's front matter, and not one other byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new bytes of a note, and the raw text of each given key before and after.

    `before` has None for a key that was missing.
    """

    data: bytes
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Waits:
    """Why a note can't be written now: the reason, its 1-based line in the file, what to do."""

    reason: str
    line: int
    hint: str


def splice(raw: bytes, values: Mapping[str, date | float | None]) -> Spliced | Waits:
    """The note `raw` with `values` in its front matter, each in the style its value had."""
    raise NotImplementedError


def restore(raw: bytes, texts: Mapping[str, str | None], *, block: bool) -> Spliced | Waits:
    """The note `raw` with the raw `texts` back in place; None removes the key's line.

    With `block` false the block goes too, if nothing but the four keys is in it.
    """
    raise NotImplementedError
