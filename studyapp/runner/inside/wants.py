"""The inputs that a module's own parts demand, read off its submodules and its `forward`."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any, Iterator, NamedTuple  # noqa: UP035  Python 3.9

from . import tensors

_DEPTH = 4
_SPACE = {1: (8,), 2: (8, 8), 3: (4, 8, 8)}
_DIMENSIONS = {"1d": 1, "2d": 2, "3d": 3}


class Want(NamedTuple):
    """What one input must look like, as far as it is known."""

    last: int | None = None
    """The size of the last dimension."""
    rest: tuple[int, ...] | None = None
    """What follows the batch, where even that is fixed, as for a convolution."""
    below: int | None = None
    """Integers below this are wanted, as for an embedding."""


def wanted(module: Any, depth: int = _DEPTH) -> Want | None:
    """What the first input of `module` must be; None where nothing tells."""
    leaf = _of_leaf(module)
    if leaf or depth == 0:
        return leaf
    try:
        parameters = list(inspect.signature(module.forward).parameters)
    except (TypeError, ValueError):
        return None
    if type(module).__name__ in {"Sequential", "ModuleList"} or not parameters:
        return _of_parts(module, depth)
    return wanted_by_forward(module, parameters[0], depth)


def wanted_by_forward(module: Any, parameter: str, depth: int = _DEPTH) -> Want | None:
    """What `forward` does first with its `parameter` that tells its shape."""
    for use in _uses(module, parameter):
        if isinstance(use, ast.Call):
            part = _part(module, use.func)
            want = wanted(part, depth - 1) if tensors.is_module(part) else _of_function(module, use)
        else:
            want = _of_product(module, use)
        if want:
            return want
    return None


def own_width(module: Any) -> int | None:
    """The one size that the module's own parameters and their last dimensions share."""
    direct = [p for _, p in module.named_parameters(recurse=False) if p.dim() and p.shape[-1] > 1]
    widths = {int(p.shape[-1]) for p in direct}
    return widths.pop() if len(widths) == 1 else None


def _of_leaf(module: Any) -> Want | None:
    """What one of torch's own layers wants, known by its attributes."""
    if hasattr(module, "num_embeddings"):
        return Want(below=module.num_embeddings)
    return _of_grid(module) or _of_row(module)


def _of_grid(module: Any) -> Want | None:
    """What convolutions and the norms between them want."""
    dimensions = _DIMENSIONS.get(type(module).__name__[-2:], 2)
    if hasattr(module, "in_channels") and hasattr(module, "kernel_size"):
        return Want(rest=(module.in_channels, *_SPACE[len(module.kernel_size)]))
    if hasattr(module, "num_features") and hasattr(module, "track_running_stats"):
        return Want(rest=(module.num_features, *(_SPACE[dimensions] if dimensions > 1 else ())))
    if hasattr(module, "num_groups") and hasattr(module, "num_channels"):
        return Want(rest=(module.num_channels, *_SPACE[2]))
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


def _of_parts(module: Any, depth: int) -> Want | None:
    return next((want for part in module.children() if (want := wanted(part, depth - 1))), None)


def _of_function(module: Any, call: ast.Call) -> Want | None:
    """What `F.linear(x, self.weight)` and the like demand."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    weight: Any = _part(module, call.args[1]) if len(call.args) > 1 else None
    if not tensors.is_tensor(weight) or weight.dim() <= 1:
        return None
    if name in {"linear", "matmul", "mm", "bmm"}:
        return Want(last=weight.shape[-1 if name == "linear" else -2])
    if name.startswith("conv") and name[-2:] in _DIMENSIONS:
        return Want(rest=(weight.shape[1], *_SPACE[_DIMENSIONS[name[-2:]]]))
    return None


def _of_product(module: Any, product: ast.BinOp) -> Want | None:
    """What `x @ self.weight` demands."""
    weight = _part(module, product.right)
    if isinstance(product.op, ast.MatMult) and tensors.is_tensor(weight) and weight.dim() > 1:
        return Want(last=weight.shape[-2])
    return None


def _uses(module: Any, parameter: str) -> Iterator[Any]:
    """Calls and products that `parameter` goes into, in the order of their lines."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(type(module).forward)))
    except (OSError, TypeError, SyntaxError):
        return
    nodes = [n for n in ast.walk(tree) if isinstance(n, (ast.Call, ast.BinOp))]
    # Of nested calls the inner one comes first, as it is evaluated.
    for node in sorted(nodes, key=lambda n: (n.lineno, -n.col_offset)):
        fed = node.args if isinstance(node, ast.Call) else [node.left]
        if any(_is_name(inner, parameter) for argument in fed for inner in ast.walk(argument)):
            yield node


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _part(module: Any, node: ast.AST) -> Any:
    """The attribute that `self.a`, `self.a.b` or `self.a[i]` means."""
    if isinstance(node, ast.Subscript):
        whole = _part(module, node.value)
        return next(iter(whole.children()), None) if tensors.is_module(whole) else None
    if isinstance(node, ast.Attribute):
        owner = module if _is_name(node.value, "self") else _part(module, node.value)
        return getattr(owner, node.attr, None)
    return None
