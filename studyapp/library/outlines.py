"""Where a library's outlines lie, and what they list."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.library.links import folders_above
from studyapp.library.walk import walk

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.notes.outline import Outline

FOLDER = "outlines"


def outline_folder(root: Path, *named: str) -> Path | None:
    """The folder or file of the outlines of the library at `root`; None if there is none.

    It is the first that is `named`, relative to the library. Without a name it is `outlines` in
    the library, or in a folder above it up to the one that git keeps.
    """
    if given := next((one for one in named if one), ""):
        from pathlib import Path  # noqa: PLC0415  for `~` alone

        place = root / Path(given).expanduser()
        return place if place.exists() else None
    levels = (root, *root.parents)[: folders_above(root) + 1]
    places = (folder / FOLDER for folder in levels)
    return next((place for place in places if place.is_dir()), None)


def read_outlines(place: Path) -> list[Outline]:
    """The outlines in a folder or file, in natural order; their paths are relative to the folder.

    Raises:
        OSError: one can't be read.
    """
    if place.is_file():
        return [_parsed(place.read_bytes(), place.name)]
    return [_parsed((place / path).read_bytes(), path) for path in walk(place).notes]


@lru_cache(maxsize=256)
def _parsed(raw: bytes, path: str) -> Outline:
    from studyapp.notes.outlines import parse_outline  # noqa: PLC0415  it brings the parser

    return parse_outline(raw, path)
