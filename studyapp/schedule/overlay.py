"""A mapping with a few keys changed, which shares the rest instead of copying it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Overlay(Mapping[K, V]):
    """`base` with keys `changed` or `gone`; keys keep their order, new ones come last."""

    __slots__ = ("base", "changed", "gone")

    def __init__(self, base: Mapping[K, V], changed: Mapping[K, V], gone: frozenset[K]) -> None:
        self.base = base
        self.changed = changed
        self.gone = gone

    def __getitem__(self, key: K) -> V:
        if key in self.changed:
            return self.changed[key]
        if key in self.gone:
            raise KeyError(key)
        return self.base[key]

    def __contains__(self, key: object) -> bool:
        return key in self.changed or (key not in self.gone and key in self.base)

    def __iter__(self) -> Iterator[K]:
        yield from (key for key in self.base if key not in self.gone) if self.gone else self.base
        yield from self._added()

    def __len__(self) -> int:
        return len(self.base) - len(self.gone) + sum(1 for _ in self._added())

    def _added(self) -> Iterator[K]:
        return (key for key in self.changed if key in self.gone or key not in self.base)


def overlaid(
    base: Mapping[K, V], changed: Mapping[K, V], gone: Collection[K] = ()
) -> Mapping[K, V]:
    """`base` without the keys `gone` and with those `changed`; `base` itself must not change."""
    if not (changed or gone):
        return base
    if not isinstance(base, Overlay):
        return Overlay(base, changed, frozenset(key for key in gone if key in base))
    if not gone:
        return Overlay(base.base, {**base.changed, **changed}, base.gone)
    kept = {key: value for key, value in base.changed.items() if key not in gone}
    lost = base.gone.union(key for key in gone if key in base.base)
    return Overlay(base.base, {**kept, **changed}, lost)
