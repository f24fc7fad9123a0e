"""What torch's own layers want for an input, known by their attributes."""

from __future__ import annotations

from typing import Any, NamedTuple

SPACE = {1: (8,), 2: (8, 8), 3: (4, 8, 8)}
"""Depth, height and width by the number of dimensions."""

DIMENSIONS = {"1d": 1, "2d": 2, "3d": 3}


class Want(NamedTuple):
    """What one input must look like, as far as it is known."""

    last: int | None = None
    """The size of the last dimension."""
    rest: tuple[int, ...] | None = None
    """What follows the batch, where even that is fixed, as for a convolution."""
    below: int | None = None
    """Integers below this are wanted, as for an embedding."""


def leaf_wants(module: Any) -> Want | None:
    """What one of torch's own layers wants, known by its attributes."""
    if hasattr(module, "num_embeddings"):
        return Want(below=module.num_embeddings)
    return _of_grid(module) or _of_row(module)


def _of_grid(module: Any) -> Want | None:
    """What convolutions and the norms between them want."""
    dimensions = DIMENSIONS.get(type(module).__name__[-2:], 2)
    if hasattr(module, "in_channels") and hasattr(module, "kernel_size"):
        return Want(rest=(module.in_channels, *SPACE[len(module.kernel_size)]))
    if hasattr(module, "num_features") and hasattr(module, "track_running_stats"):
        return Want(rest=(module.num_features, *(SPACE[dimensions] if dimensions > 1 else ())))
    if hasattr(module, "num_groups") and hasattr(module, "num_channels"):
        return Want(rest=(module.num_channels, *SPACE[2]))
    return None


def _of_row(module: Any) -> Want | None:
    """What works on the last dimension alone wants."""
    if hasattr(module, "normalized_shape"):
        return Want(last=module.normalized_shape[-1])
    if not type(module).__module__.startswith("torch."):
        return None
    attention = getattr(module, "self_attn", module)
    sizes = (getattr(attention, name, None) for name in ("in_features", "input_size", "embed_dim"))
    return next((Want(last=size) for size in sizes if isinstance(size, int)), None)
