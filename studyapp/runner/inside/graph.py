"""The autograd graph behind a value, from the value down to its leaves."""

from __future__ import annotations

from typing import Any, Iterator, List, Mapping, Tuple  # noqa: UP035  Python 3.9

from . import tensors

MOST_NODES = 200
_RAW = "_raw_saved_"
"""How the attributes of a node begin that hold a tensor for its backward pass."""

Row = Tuple[int, str, str]  # noqa: UP006  Python 3.9 evaluates the alias
"""Depth, label, note."""


def tell(text: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """The graph of the value that `text`, a name or an expression, means, as an event's fields."""
    try:
        value = eval(text, namespace)  # noqa: S307  in the snippet's own process and namespace
    except Exception as error:  # noqa: BLE001  the text is the person's
        return _alone(text, f"{type(error).__name__}: {error}")
    if not tensors.is_tensor(value):
        return _alone(text, f"{type(value).__name__}, no tensor: it has no graph")
    if value.grad_fn is None:
        note = _leaf(value) if value.requires_grad else "requires no grad: nothing is recorded"
        return _alone(text, note)
    rows, cut = _walk(value.grad_fn, dict(_known(namespace)))
    return {"name": text, "nodes": [list(row) for row in rows], "cut": cut}


def _alone(name: str, note: str) -> dict[str, Any]:
    return {"name": name, "nodes": [[0, name, note]], "cut": False}


def _walk(root: Any, known: Mapping[int, str]) -> tuple[list[Row], bool]:
    """All operations below `root`, each followed by what it was computed from."""
    rows: List[Row] = []  # noqa: UP006  as above
    seen: dict[int, Any] = {}  # the nodes themselves: their identities are theirs only while held
    waiting = [(0, root)]
    while waiting:
        if len(rows) == MOST_NODES:
            return rows, True
        depth, node = waiting.pop()
        again = id(node) in seen
        seen[id(node)] = node
        rows.append(_row(depth, node, known, again=again))
        if not again:
            below = [(depth + 1, each) for each, _ in node.next_functions if each is not None]
            waiting += reversed(below)
    return rows, False


def _row(depth: int, node: Any, known: Mapping[int, str], *, again: bool) -> Row:
    variable = getattr(node, "variable", None)
    if variable is None:
        notes = ["as above"] if again else [*_shape(node), *_kept(node)]
        if id(node) in known:
            notes.insert(0, known[id(node)])
        return depth, tensors.operation(node), "  ".join(notes)
    name = known.get(id(variable), "a leaf without a name")
    return depth, name, "as above" if again else _leaf(variable)


def _shape(node: Any) -> Iterator[str]:
    """The shape of what the operation gave; of several results, of the first."""
    for one in getattr(node, "_input_metadata", ())[:1]:  # since torch 2.1
        yield str(tuple(one.shape))


def _kept(node: Any) -> Iterator[str]:
    """Which tensors the operation keeps for its backward pass, until that has freed them."""
    names = [name[len(_RAW) :] for name in dir(node) if name.startswith(_RAW)]
    try:
        kept = [name for name in names if getattr(node, f"_saved_{name}", None) is not None]
    except RuntimeError:
        yield "freed"
    else:
        if kept:
            yield f"keeps {', '.join(kept)}"


def _leaf(variable: Any) -> str:
    shape = f"{tensors.dtype(variable)} {tuple(variable.shape)}"
    grad = "" if variable.grad is None else f"  grad {tensors.first_values(variable.grad)}"
    return f"leaf  {shape}{grad}"


def _known(namespace: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """The names of leaves, and of what operations gave, by identity."""
    for name, value in list(namespace.items()):
        if name.startswith("__"):
            continue
        if tensors.is_module(value):
            for inner, parameter in value.named_parameters():
                yield id(parameter), f"{name}.{inner}"
        elif tensors.is_tensor(value):
            yield id(value if value.grad_fn is None else value.grad_fn), name
