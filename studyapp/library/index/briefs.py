"""The briefs of all notes, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from studyapp.library.index.brief import Brief, flat, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.index.brief import Flat


class Briefs(Mapping[str, Brief]):
    """Briefs by path, as they were kept but for those `changed`.

    What is asked of all notes at once is asked of `flats`, which makes no brief.
    """

    __slots__ = ("_changed", "_kept", "_made")

    def __init__(
        self, kept: Mapping[str, Flat] | None = None, changed: Mapping[str, Brief] | None = None
    ) -> None:
        self._kept = {} if kept is None else kept
        self._changed = {} if changed is None else changed
        self._made: dict[str, Brief] = {}  # shared by all that share what is kept

    @classmethod
    def of(cls, briefs: Iterable[Brief]) -> Briefs:
        """Briefs that are at hand."""
        return cls(changed={one.path: one for one in briefs})

    def __getitem__(self, path: str) -> Brief:
        if path in self._changed:
            return self._changed[path]
        if path not in self._made:
            self._made[path] = whole(path, self._kept[path])
        return self._made[path]

    def __contains__(self, path: object) -> bool:
        return path in self._kept or path in self._changed

    def __iter__(self) -> Iterator[str]:
        yield from self._kept
        yield from (path for path in self._changed if path not in self._kept)

    def __len__(self) -> int:
        return len(self._kept) + sum(path not in self._kept for path in self._changed)

    def taking(self, changed: Mapping[str, Brief]) -> Briefs:
        """These with other briefs of some notes; a note that was not among them comes last."""
        if not changed:
            return self
        found = Briefs(self._kept, {**self._changed, **changed})
        found._made = self._made
        return found

    def is_changed(self, path: str) -> bool:
        """Whether a brief is another than was kept."""
        return path in self._changed

    def flat(self, path: str) -> Flat:
        """A brief as it is kept."""
        return flat(self._changed[path]) if path in self._changed else self._kept[path]

    def ids(self) -> Iterator[str]:
        """The ids of all cards."""
        return chain.from_iterable(flat.ids for _, flat in self.flats())

    def flats(self) -> Iterator[tuple[str, Flat]]:
        """All briefs as they are kept, by path."""
        if not self._changed:
            return iter(self._kept.items())
        return ((path, self.flat(path)) for path in self)
