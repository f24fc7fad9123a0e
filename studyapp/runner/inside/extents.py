"""The shape of each input of one attempt, from all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping  # noqa: UP035  Python 3.9

from . import familiar
from .stand_ins import CLASSES, INPUTS, ROWS, StandIns

if TYPE_CHECKING:
    from .guesses import Variant
    from .leaves import Want
    from .sizes import Sizes
    from .stated import Shape


class Extents:
    """Decides by what a module wants, by what is stated, by the name, by the variant."""

    def __init__(
        self, sizes: Sizes, stated: Mapping[str, Shape], variant: Variant, cast: StandIns
    ) -> None:
        self._sizes = sizes
        self._stated = stated
        self._variant = variant
        self._cast = cast

    def of(
        self, name: str, among: Mapping[str, Any], want: Want | None
    ) -> tuple[tuple[int, ...], int | None]:
        """The sizes of a tensor, and the bound of its integers, if it holds such."""
        below = want.below if want else self._vocabulary(name, among)
        if want and want.rest:
            return (2, *_grown(want.rest, self._variant.grid)), None
        if self._variant.heed and name in self._stated:
            stated = self._stated[name]
            if want and want.last and stated[-1].isidentifier():
                self._sizes.bind(stated[-1], want.last)
            if sizes := self._sizes.measure(stated):
                return sizes, below
        return self._usual(name, among, want), below

    def _vocabulary(self, name: str, among: Mapping[str, Any]) -> int | None:
        if name in familiar.IDS or name.endswith(familiar.COUNTS):
            return self._sizes.of("vocab_size" if name in familiar.IDS else "seq_len")
        classes = self._cast.has_model or self._is_scored(name, among)
        return CLASSES if name in familiar.LABELS and classes and not self._variant.plain else None

    def _is_scored(self, name: str, among: Mapping[str, Any]) -> bool:
        """Whether the call compares scores of classes with labels."""
        beside = any(each in familiar.SCORED or each.endswith("logits") for each in (name, *among))
        return beside or (self._variant.classes and not familiar.LABELS.isdisjoint(among))

    def _usual(self, name: str, among: Mapping[str, Any], want: Want | None) -> tuple[int, ...]:
        """The shape that an input of this name usually has."""
        if want and want.below:
            return self._of("batch", "seq_len")
        if self._cast.has_model:
            return (ROWS,) if name in familiar.LABELS else (ROWS, INPUTS)
        if name in familiar.IMAGES:
            return (*self._of("batch"), 3, *_grown((8, 8), self._variant.grid))
        scores = name in familiar.SCORED | familiar.LABELS | familiar.MAIN or name.endswith(
            "logits"
        )
        if scores and self._is_scored(name, among):
            rows = self._of("batch")
            return rows if name in familiar.LABELS and not self._variant.plain else (*rows, CLASSES)
        known = next(
            (names for words, names in familiar.SHAPES.items() if name in words.split()), None
        )
        if known and not (want and want.last):
            return self._of(*known)
        return self._of("seq_len", "seq_len") if "mask" in name else self._free(name, want)

    def _free(self, name: str, want: Want | None) -> tuple[int, ...]:
        """The shape of an input of which only the rank is decided."""
        (batch, seq, heads, width) = self._of("batch", "seq_len", "num_heads", "d_model")
        width = (want.last if want else None) or width
        rank = self._variant.rank
        if self._variant.grid:
            return (*self._of("batch", "channels"), self._variant.grid, self._variant.grid)
        if rank == 1:
            return (width,)
        last = self._of("head_dim") if name in familiar.QUERIES else (width,)
        middles = {2: (), 3: (seq,), 4: (heads, seq)}
        return (batch, *middles[rank], *(last if rank > 3 else (width,)))  # noqa: PLR2004  heads

    def _of(self, *names: str) -> tuple[int, ...]:
        return tuple(self._sizes.of(name) or 1 for name in names)


def _grown(shape: tuple[int, ...], grid: int) -> tuple[int, ...]:
    """The shape with its two last sizes as large as images of that sort are."""
    return (*shape[:-2], grid, grid) if grid and len(shape) > 1 else shape
