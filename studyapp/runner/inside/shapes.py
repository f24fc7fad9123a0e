"""Symbolic shapes beside the actual ones: one binding must fit a whole snippet."""

from __future__ import annotations

import ast
from typing import Mapping, Sequence, Tuple  # noqa: UP035  Python 3.9

from .dims import Dims, is_ellipsis

_Claim = Tuple[Dims, Sequence[int]]  # noqa: UP006  Python 3.9 evaluates the alias


def judge(claims: Sequence[_Claim], known: Mapping[str, int]) -> list[bool | None]:
    """For each stated shape beside its actual one whether it holds; None where nobody can say.

    `known` are the numbers that the snippet itself calls by such symbols.
    """
    used = {symbol for dims, _ in claims for symbol in dims.symbols}
    firm = {symbol: size for symbol, size in known.items() if symbol in used}
    if _unify(claims, firm) is not None:
        return [True] * len(claims)
    culprits = [i for i in range(len(claims)) if _unify(_without(claims, i), firm) is not None]
    if not culprits:
        return [None] * len(claims)
    verdicts: list[bool | None] = [True] * len(claims)
    for i in culprits:
        rest = _unify(_without(claims, i), firm) or {}
        verdicts[i] = False if len(culprits) == 1 and _contradicts(claims[i], rest) else None
    return verdicts


def _without(claims: Sequence[_Claim], i: int) -> list[_Claim]:
    return [*claims[:i], *claims[i + 1 :]]


def _contradicts(claim: _Claim, binding: Mapping[str, int]) -> bool:
    """Whether the others leave no doubt: the same sizes in another order, or another rank.

    A single letter is often used twice: `H` for the heads here, for the hidden size there.
    """
    dims, shape = claim
    if not dims.symbols & binding.keys():
        return False
    expected = [_evaluate(item, binding) for item in dims.items]
    if len(expected) != len(shape) or (
        None not in expected and sorted(map(str, expected)) == sorted(map(str, shape))
    ):
        return True
    wrong = [i for i, (e, a) in enumerate(zip(expected, shape)) if e is not None and e != a]  # noqa: B905
    return any(len(ast.unparse(dims.items[i])) > 1 for i in wrong)


def _unify(claims: Sequence[_Claim], known: Mapping[str, int]) -> dict[str, int] | None:
    """The sizes of all symbols that fit every claim, or None."""
    binding = dict(known)
    pairs: list[tuple[ast.expr, int]] = []
    for dims, shape in claims:
        aligned = _align(dims.items, shape)
        if aligned is None:
            return None
        pairs += aligned
    # Plain symbols first: they bind what the expressions are made of.
    for item, size in sorted(pairs, key=lambda pair: not isinstance(pair[0], ast.Name)):
        value = _evaluate(item, binding)
        if value is None and not _solve(item, size, binding):
            continue
        if _evaluate(item, binding) != size:
            return None
    return binding


def _align(items: Sequence[ast.expr], shape: Sequence[int]) -> list[tuple[ast.expr, int]] | None:
    open_ = [i for i, item in enumerate(items) if is_ellipsis(item)]
    if not open_:
        return list(zip(items, shape)) if len(items) == len(shape) else None  # noqa: B905
    if len(open_) > 1 or len(shape) < len(items) - 1:
        return None
    head, tail = items[: open_[0]], items[open_[0] + 1 :]
    return [*zip(head, shape), *zip(tail, shape[len(shape) - len(tail) :])]  # noqa: B905


def _solve(item: ast.expr, size: int, binding: dict[str, int]) -> bool:
    """Bind the one unknown symbol of `item`, so that it is `size`; False where there are more."""
    if isinstance(item, ast.Name):
        binding[item.id] = size
        return True
    if isinstance(item, ast.BinOp) and isinstance(item.op, ast.Mult):
        for one, other in ((item.left, item.right), (item.right, item.left)):
            value = _evaluate(one, binding)
            if value and size % value == 0:
                return _solve(other, size // value, binding)
    return False


def _evaluate(item: ast.expr, binding: Mapping[str, int]) -> int | None:
    if isinstance(item, ast.Constant):
        return item.value if isinstance(item.value, int) else None
    if isinstance(item, ast.Name):
        return binding.get(item.id)
    if isinstance(item, ast.BinOp):
        left, right = _evaluate(item.left, binding), _evaluate(item.right, binding)
        if left is None or right is None:
            return None
        if isinstance(item.op, (ast.Div, ast.FloorDiv)):
            return left // right if right else None
        return (
            left + right
            if isinstance(item.op, ast.Add)
            else (left - right if isinstance(item.op, ast.Sub) else left * right)
        )
    return None
