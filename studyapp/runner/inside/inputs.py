"""An example value for each parameter of a call."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any, Mapping  # noqa: UP035  Python 3.9

from . import familiar, scalars
from .extents import Extents
from .stand_ins import CLASSES, INPUTS, ROWS, StandIns, role

if TYPE_CHECKING:
    from .guesses import Variant
    from .leaves import Want
    from .sizes import Sizes
    from .stated import Shape

_PLAIN = ("plain", "parts", "data")
_COUNT = 4


class Inputs:
    """Makes the arguments of one attempt."""

    def __init__(
        self,
        sizes: Sizes,
        kind: str,
        stated: Mapping[str, Shape],
        variant: Variant,
    ) -> None:
        self._sizes = sizes
        self._kind = kind
        self._stated = stated
        self._variant = variant
        self._cast = StandIns(sizes, paired=not variant.plain)
        self._extents = Extents(sizes, stated, variant, self._cast)

    def of(self, parameter: inspect.Parameter, among: Mapping[str, Any], want: Want | None) -> Any:
        """The value for one parameter of a call with the parameters `among`."""
        name, annotation = parameter.name, _written(parameter.annotation)
        part = role(name)
        if part and "torch" in sys.modules and not self._is_misnomer(part):
            return self._cast.make(part)
        if self._kind == "data" and name in familiar.MAIN | familiar.LABELS | familiar.IMAGES:
            return self._rows(name)
        if self._kind in _PLAIN or _is_plain(annotation):
            found = scalars.UNKNOWN
            if self._kind == "parts" and annotation in {"", "int"}:
                found = scalars.dimension(name, self._sizes)
            if found is scalars.UNKNOWN:
                found = scalars.plain(name, annotation, self._sizes)
            return _COUNT if found is scalars.UNKNOWN else found
        if not self._is_tensor(name, annotation, want):
            found = scalars.flag(name, annotation)
            if found is scalars.UNKNOWN:
                found = scalars.number(name, self._sizes if len(name) > 1 else None)
            return 0.5 if found is scalars.UNKNOWN else found
        return self._tensor(name, among, want)

    def _is_misnomer(self, part: str) -> bool:
        """Whether a name that could stand for a `part` hardly does so here."""
        if part == "parameters":
            return self._kind != "parts"
        return part == "layer" and self._kind == "plain"

    def _rows(self, name: str) -> Any:
        """A dataset's inputs or labels."""
        torch = sys.modules["torch"]
        if name in familiar.LABELS:
            return torch.randint(0, CLASSES, (ROWS,))
        return torch.randn(ROWS, 3, 8, 8) if name in familiar.IMAGES else torch.randn(ROWS, INPUTS)

    def _is_tensor(self, name: str, annotation: str, want: Want | None) -> bool:
        if name in self._stated or want or "Tensor" in annotation or "ndarray" in annotation:
            return True
        known = (
            familiar.MAIN
            | familiar.QUERIES
            | familiar.IDS
            | familiar.LABELS
            | familiar.IMAGES
            | familiar.ROWS
            | familiar.SCORED
        )
        if name in known or name.lower() in familiar.QUERIES or name.endswith(familiar.COUNTS):
            return True
        told = scalars.number(name, self._sizes if len(name) > 1 else None)
        told = scalars.flag(name, annotation) if told is scalars.UNKNOWN else told
        return told is scalars.UNKNOWN and (name.startswith("x_") or not self._variant.plain)

    def _tensor(self, name: str, among: Mapping[str, Any], want: Want | None) -> Any:
        shape, below = self._extents.of(name, among, want)
        if self._kind == "numpy":
            return _array(name, shape, below)
        torch = sys.modules["torch"]
        if "mask" in name:
            return torch.ones(shape, dtype=torch.bool).tril()
        if below:
            return torch.randint(0, below, shape)
        made = torch.randn(shape)
        return made.softmax(-1) if "prob" in name else made


def _written(annotation: Any) -> str:
    """An annotation as its text; empty where there is none."""
    if annotation is inspect.Parameter.empty:
        return ""
    if isinstance(annotation, str):
        return annotation
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)


def _is_plain(annotation: str) -> bool:
    kind = annotation.replace("Optional", "").replace("typing.", "").strip("[]").lower()
    return (
        kind.startswith(
            ("int", "float", "str", "bool", "list", "sequence", "dict", "tuple", "iterable")
        )
        and "tensor" not in kind
        and "ndarray" not in kind
    )


def _array(name: str, shape: tuple[int, ...], below: int | None) -> Any:
    random = sys.modules["numpy"].random
    if below:
        return random.randint(0, below, shape)
    if name in familiar.LABELS:
        return (random.rand(*shape) > 0.5).astype(float)  # noqa: PLR2004  a coin
    return random.rand(*shape) if "pred" in name or "prob" in name else random.randn(*shape)
