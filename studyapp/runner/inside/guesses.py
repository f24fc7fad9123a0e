"""The attempts at one definition: the same call with inputs of other shapes, until one fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple, TypeVar  # noqa: UP035  Python 3.9

if TYPE_CHECKING:
    from .attempt import Clock

T = TypeVar("T")

_SEQUENCES = re.compile(
    r"attention|attn|transformer|encoder|decoder|norm|ffn|feedforward|swiglu|moe|expert|position"
    r"|rope|rotary|cache|lstm|gru|rnn|gpt|bert|llama|token|seq|head|block|embedding|softmax_lse",
    re.IGNORECASE,
)
_IMAGES = re.compile(r"conv|image|img|resnet|vgg|lenet|cnn|pool|patch|vit\b|unet", re.IGNORECASE)
_CLASSES = re.compile(r"\.cross_entropy|CrossEntropyLoss|nll_loss|NLLLoss")
_FINAL = (NameError, ImportError, NotImplementedError)


class Variant(NamedTuple):
    """One way to fill in what nothing tells."""

    rank: int = 2
    """Dimensions of the main inputs."""
    plain: bool = False
    """Whether inputs with telling names only are tensors, and others numbers."""
    heed: bool = True
    """Whether the shapes that the text states are kept to."""
    classes: bool = False
    """Whether labels are numbers of classes."""
    grid: int = 0
    """The height and width of images; 0 where no image is thought of."""


def fitting(make: Callable[[Variant], T], text: str, clock: Clock, begin: Callable[[], None]) -> T:
    """The first of `make`'s answers; the first error where none came.

    `text` is the code, whose words tell what sort of inputs to begin with; `begin` is called
    before each attempt.
    """
    first: Exception | None = None
    for variant in variants(text):
        if first and clock.left <= 0:
            break
        begin()
        try:
            return make(variant)
        except _FINAL:
            raise
        except Exception as error:  # noqa: BLE001  the note's code, given what it did not expect
            first = first or error
    raise first or TimeoutError


def variants(text: str) -> Iterator[Variant]:
    """Ways to fill in what nothing tells, the likeliest first."""
    for variant in _shapes(text):
        yield variant._replace(classes=bool(_CLASSES.search(text)))


def _shapes(text: str) -> Iterator[Variant]:
    ranks = (3, 2, 4, 1) if _SEQUENCES.search(text) else (2, 3, 1, 4)
    if _IMAGES.search(text):
        yield from (Variant(4, grid=grid) for grid in (8, 32, 28, 64))
    yield from map(Variant, ranks)
    yield from (Variant(rank, plain=True) for rank in (*ranks[:2], 1))
    yield from (Variant(rank, heed=False) for rank in ranks[:2])
    if not _IMAGES.search(text):
        yield Variant(4, grid=32)
    yield Variant(4, grid=224)
