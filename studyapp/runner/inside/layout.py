"""Where a tensor's numbers lie in memory, and with whom it shares them."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Mapping, NamedTuple  # noqa: UP035  Python 3.9


class Shared(NamedTuple):
    """Another tensor in the same storage."""

    name: str
    start: int
    """How many elements behind the other one's first it begins; may be negative."""
    alike: bool
    """Whether both have the same shape and strides."""


def is_strided(tensor: Any) -> bool:
    """Whether it has strides and a storage: neither sparse, nested, nor one of torch's wrappers."""
    return str(tensor.layout) == "torch.strided" and not tensor.is_nested


def sharing(
    tensor: Any, name: str, namespace: Mapping[str, Any], is_tensor: Callable[[Any], bool]
) -> Iterator[Shared]:
    """The other names whose tensors lie in the same storage, in the order of their binding."""
    place = _storage(tensor)
    if not place:
        return
    for other, value in list(namespace.items()):
        if other == name or not is_tensor(value) or _storage(value) != place:
            continue
        start = tensor.storage_offset() - value.storage_offset()
        alike = tensor.shape == value.shape and tensor.stride() == value.stride()
        yield Shared(other, start, alike)


def tell(shared: Shared) -> str:
    """Such as `a`, or `a from element 3`."""
    return f"{shared.name} from element {shared.start}" if shared.start > 0 else shared.name


def _storage(tensor: Any) -> int:
    return tensor.untyped_storage().data_ptr() if is_strided(tensor) else 0
