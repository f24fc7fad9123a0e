"""The inputs that a module's own parts demand, read off its submodules and its `forward`."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any, Iterator  # noqa: UP035  Python 3.9

from . import tensors
from .leaves import DIMENSIONS, SPACE, Want, leaf_wants

_DEPTH = 4


def wanted(module: Any, depth: int = _DEPTH) -> Want | None:
    """What the first input of `module` must be; None where nothing tells."""
    leaf = leaf_wants(module)
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
        if isinstance(use, ast.Call) and _reshapes(use, parameter):
            want = _of_reshape(use)
        elif isinstance(use, ast.Call):
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
    if name.startswith("conv") and name[-2:] in DIMENSIONS:
        return Want(rest=(weight.shape[1], *SPACE[DIMENSIONS[name[-2:]]]))
    return None


def _of_reshape(call: ast.Call) -> Want | None:
    """What `x.view(-1, 784)` demands."""
    last = call.args[-1] if len(call.args) > 1 else None
    size = last.value if isinstance(last, ast.Constant) else None
    return Want(last=size) if isinstance(size, int) and size > 0 else None


def _reshapes(call: ast.Call, parameter: str) -> bool:
    method = call.func
    if not isinstance(method, ast.Attribute) or method.attr not in {"view", "reshape"}:
        return False
    return _is_name(method.value, parameter)


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
        if isinstance(node, ast.BinOp):
            fed = _is_name(node.left, parameter)
        else:
            parts = [inner for argument in node.args for inner in ast.walk(argument)]
            fed = any(_is_name(inner, parameter) for inner in parts) or _reshapes(node, parameter)
        if fed:
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
