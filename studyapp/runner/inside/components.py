"""Modules, optimizers, loaders and the like in words."""

from __future__ import annotations

import sys
from typing import Any

from . import tensors

_MOST_CHILDREN = 40
_MOST_NAMED = 6


def describe(value: Any) -> tuple[str, dict[str, Any]] | None:
    """Summary and details of one of torch's own things; None for anything else."""
    if tensors.is_module(value):
        return _module(value)
    kind = type(value).__module__
    if not kind.startswith("torch"):
        return None
    if isinstance(value, sys.modules["torch"].optim.Optimizer):
        return _optimizer(value), {"kind": "optimizer"}
    if kind == "torch.utils.data.dataloader" and hasattr(value, "batch_size"):
        return _loader(value), {"kind": "loader"}
    if isinstance(value, sys.modules["torch"].Generator):
        return f"Generator  seed {value.initial_seed()}  on {value.device}", {"kind": "generator"}
    return None


def _module(module: Any) -> tuple[str, dict[str, Any]]:
    """Such as `Net(fc: Linear, act: ReLU)  643 parameters`."""
    total = sum(parameter.numel() for parameter in module.parameters())
    frozen = sum(p.numel() for p in module.parameters() if not p.requires_grad)
    children = [[name, _kind(part), _count(part)] for name, part in module.named_children()]
    details = {"kind": "module", "parameters": total, "children": children[:_MOST_CHILDREN]}
    parts = [f"{_kind(module)}  {total:,} parameters"]
    if frozen:
        parts.append(f"{frozen:,} of them frozen")
    if not module.training:
        parts.append("eval")
    return "  ".join(parts), details


def _kind(module: Any) -> str:
    """A layer with its settings, or a module with its children's names."""
    name = type(module).__name__
    settings = module.extra_repr()
    children = list(module.named_children())
    if not children:
        return f"{name}({_line(settings, 80)})"
    shown = [f"{label}: {type(part).__name__}" for label, part in children[:_MOST_NAMED]]
    if all(label.isdecimal() for label, _ in children):
        shown = [type(part).__name__ for _, part in children[:_MOST_NAMED]]
    return f"{name}({', '.join(shown + ['…'] * (len(children) > _MOST_NAMED))})"


def _count(module: Any) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def _optimizer(optimizer: Any) -> str:
    """Such as `SGD(lr=0.1, momentum=0.9)  2 groups  643 parameters`."""
    groups = optimizer.param_groups
    number = (int, float, tuple)
    told = {
        key: value
        for key, value in groups[0].items()
        if isinstance(value, number) and value and not isinstance(value, bool)
    }
    settings = ", ".join(f"{key}={value}" for key, value in told.items())
    count = sum(parameter.numel() for group in groups for parameter in group["params"])
    several = f"  {len(groups)} groups" if len(groups) > 1 else ""
    return f"{type(optimizer).__name__}({settings}){several}  {count:,} parameters"


def _loader(loader: Any) -> str:
    """Such as `DataLoader  10 batches of 4  from TensorDataset of 40`."""
    data = loader.dataset
    sized = hasattr(data, "__len__")
    batches = f"{len(loader)} batches of {loader.batch_size}" if sized else "batches"
    of = f" of {len(data)}" if sized else ""
    return f"{type(loader).__name__}  {batches}  from {type(data).__name__}{of}"


def _line(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
