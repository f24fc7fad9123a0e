"""Where the target of a link may lie."""

from __future__ import annotations

from posixpath import dirname, join, normpath


def destinations(target: str, path: str, *, above: int) -> tuple[str, ...]:
    """The places that `target` can mean in the note at `path`, best first.

    Both are relative to the library, as the places are. A path is sought beside the note, in the
    library, and in each of `above` folders over it: many notes name files from the top of their
    repository.
    """
    bare = target.lstrip("/")
    beside = () if bare != target else (join(dirname(path), bare),)
    places = (*beside, *("../" * level + bare for level in range(above + 1)))
    return tuple(dict.fromkeys(normpath(place) for place in places))
