"""An example value for each parameter of a call, from all that is known of it."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any, Mapping, NamedTuple  # noqa: UP035  Python 3.9

from . import scalars, tensors, values
from .stand_ins import CLASSES, INPUTS, ROWS, Config, StandIns, role

if TYPE_CHECKING:
    from .sizes import Sizes
    from .stated import Shape
    from .wants import Want

_NAMES: Mapping[str, str] = {
    "main": "x input inputs data tensor tensors input_ X xs batch_x features",
    "queries": "q k v query key value queries keys values",
    "ids": "input_ids token_ids tokens ids word_ids indices token_id src_ids idx",
    "labels": "labels label targets target y y_true true gold y_batch",
    "images": "image images img imgs pixel_values",
    "rows": "hidden h h_prev h_t state prev_state prev_hidden decoder_state z noise",
}
_MAIN, _QUERIES, _IDS, _LABELS, _IMAGES, _ROWS = (
    frozenset(words.split()) for words in _NAMES.values()
)
_SCORED = frozenset({"logits", "pred", "preds", "outputs"})
_SHAPES: Mapping[str, tuple[str, ...]] = {
    _NAMES["ids"]: ("batch", "seq_len"),
    _NAMES["rows"]: ("batch", "d_model"),
    "weight W w": ("d_model", "d_model"),
    "bias b gamma beta": ("d_model",),
}
_COUNTS = ("_lens", "lengths", "_ids", "positions", "_tables", "_indices", "_table")
_PLAIN = ("plain", "parts", "data")
_COUNT = 4


class Variant(NamedTuple):
    """One way to fill in what nothing tells."""

    rank: int = 2
    """Dimensions of the main inputs."""
    plain: bool = False
    """Whether inputs with telling names only are tensors, and others numbers."""
    heed: bool = True
    """Whether the shapes that the text states are kept to."""
    grid: int = 0
    """The height and width of images; 0 where no image is thought of."""


class Guess(NamedTuple):
    """An argument, how the call writes it, and what is told of it beside the call."""

    value: Any
    written: str
    told: str


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

    def of(self, parameter: inspect.Parameter, among: Mapping[str, Any], want: Want | None) -> Any:
        """The value for one parameter of a call with the parameters `among`."""
        name, annotation = parameter.name, written(parameter.annotation)
        part = role(name)
        if part and "torch" in sys.modules and not (part == "layer" and self._kind == "plain"):
            return self._cast.make(part)
        if self._kind == "data" and name in _MAIN | _LABELS | _IMAGES:
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

    def _rows(self, name: str) -> Any:
        """A dataset's inputs or labels."""
        torch = sys.modules["torch"]
        if name in _LABELS:
            return torch.randint(0, CLASSES, (ROWS,))
        return torch.randn(ROWS, 3, 8, 8) if name in _IMAGES else torch.randn(ROWS, INPUTS)

    def _is_tensor(self, name: str, annotation: str, want: Want | None) -> bool:
        if name in self._stated or want or "Tensor" in annotation or "ndarray" in annotation:
            return True
        known = _MAIN | _QUERIES | _IDS | _LABELS | _IMAGES | _ROWS
        if name in known or name.lower() in _QUERIES or name.endswith(_COUNTS):
            return True
        told = scalars.number(name, self._sizes if len(name) > 1 else None)
        told = scalars.flag(name, annotation) if told is scalars.UNKNOWN else told
        return told is scalars.UNKNOWN and (name.startswith("x_") or not self._variant.plain)

    def _tensor(self, name: str, among: Mapping[str, Any], want: Want | None) -> Any:
        shape, below = self._shape(name, among, want)
        if self._kind == "numpy":
            return _array(name, shape, below)
        torch = sys.modules["torch"]
        if "mask" in name:
            return torch.ones(shape, dtype=torch.bool).tril()
        if below:
            return torch.randint(0, below, shape)
        made = torch.randn(shape)
        return made.softmax(-1) if "prob" in name else made

    def _shape(
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
        if name in _IDS or name.endswith(_COUNTS):
            return self._sizes.of("vocab_size" if name in _IDS else "seq_len")
        beside = {"logits", "outputs", "output", "pred", "preds", "scores"} & set(among)
        if name in _LABELS and (self._cast.has_model or (beside and not self._variant.plain)):
            return CLASSES
        return None

    def _usual(self, name: str, among: Mapping[str, Any], want: Want | None) -> tuple[int, ...]:
        """The shape that an input of this name usually has."""
        if want and want.below:
            return self._of("batch", "seq_len")
        if self._cast.has_model:
            return (ROWS,) if name in _LABELS else (ROWS, INPUTS)
        if name in _IMAGES:
            return (*self._of("batch"), 3, *_grown((8, 8), self._variant.grid))
        if {name, *among} & _SCORED and (name in _SCORED or name in _LABELS):
            rows = self._of("batch")
            return rows if name in _LABELS and not self._variant.plain else (*rows, CLASSES)
        known = next((names for words, names in _SHAPES.items() if name in words.split()), None)
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
            return (seq,) if self._kind == "numpy" else (width,)
        last = self._of("head_dim") if name in _QUERIES else (width,)
        middles = {2: (), 3: (seq,), 4: (heads, seq)}
        return (batch, *middles[rank], *(last if rank > 3 else (width,)))  # noqa: PLR2004  heads

    def _of(self, *names: str) -> tuple[int, ...]:
        return tuple(self._sizes.of(name) or 1 for name in names)


def written(annotation: Any) -> str:
    """An annotation as its text; empty where there is none."""
    if annotation is inspect.Parameter.empty:
        return ""
    if isinstance(annotation, str):
        return annotation
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)


def tell(name: str, value: Any) -> Guess:
    """The argument as the call shows it: numbers in place, everything else by name."""
    if isinstance(value, Config):
        return Guess(value, name, f"{name}: {value!r}" if repr(value) else name)
    if isinstance(value, (bool, int, float, str)) or value is None:
        return Guess(value, f"{name}={value!r}", "")
    if tensors.is_tensor(value) or tensors.is_array(value):
        dtype = tensors.dtype(value) if tensors.is_tensor(value) else str(value.dtype)
        return Guess(value, name, f"{name}: {dtype} {tuple(value.shape)}")
    return Guess(value, name, f"{name}: {values.cut(_in_short(value), 60)}")


def _in_short(value: Any) -> str:
    """A stand-in in a few words: of a model its layers, of an optimizer its kind."""
    if tensors.is_module(value):
        parts = ", ".join(type(part).__name__ for part in value.children())
        return f"{type(value).__name__} of {parts}" if parts else repr(value)
    kind = type(value)
    return kind.__name__ if kind.__module__.startswith("torch.optim") else values.shorten(value)


def _is_plain(annotation: str) -> bool:
    kind = annotation.replace("Optional", "").replace("typing.", "").strip("[]").lower()
    return (
        kind.startswith(
            ("int", "float", "str", "bool", "list", "sequence", "dict", "tuple", "iterable")
        )
        and "tensor" not in kind
        and "ndarray" not in kind
    )


def _grown(shape: tuple[int, ...], grid: int) -> tuple[int, ...]:
    """The shape with its two last sizes as large as images of that sort are."""
    return (*shape[:-2], grid, grid) if grid and len(shape) > 1 else shape


def _array(name: str, shape: tuple[int, ...], below: int | None) -> Any:
    random = sys.modules["numpy"].random
    if below:
        return random.randint(0, below, shape)
    if name in _LABELS:
        return (random.rand(*shape) > 0.5).astype(float)  # noqa: PLR2004  a coin
    return random.rand(*shape) if "pred" in name or "prob" in name else random.randn(*shape)
