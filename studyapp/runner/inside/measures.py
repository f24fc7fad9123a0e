"""The symbolic shapes that a block states, kept until all of them are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import dims, names, shapes, tensors
from .attributes import MISSING
from .claims import Verdict

if TYPE_CHECKING:
    import ast

    from .sites import Scope


class Measures:
    """Stated shapes with the actual ones, each at its line."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self._namespace = namespace
        self._claims: list[tuple[int, dims.Dims, list[int]]] = []

    def note(self, statement: ast.stmt, value: Any, comment: str, scope: Scope | None) -> None:
        """Keep what the comment behind a statement states of the shape of its value.

        In a `scope` other names than the statement's may be a function's own.
        """
        stated = dims.find(comment)
        line = statement.end_lineno or statement.lineno
        if stated is None or not self._are_sizes(stated.symbols) or self._knows(line, stated):
            return
        if stated.about and names.subjects(statement) != (stated.about,):
            value = MISSING if scope else self._namespace.get(stated.about, MISSING)
        for one in value if type(value) is tuple else (value,):
            if tensors.is_tensor(one) or tensors.is_array(one):
                self._claims.append((line, stated, list(one.shape)))
            elif type(one).__name__ == "Size":
                self._claims.append((line, stated, list(one)))

    def judge(self) -> Iterator[tuple[int, Verdict]]:
        """The verdicts on all, with the sizes that the snippet itself calls so."""
        sizes = {name: size for name, size in self._namespace.items() if type(size) is int}
        verdicts = shapes.judge([(stated, shape) for _, stated, shape in self._claims], sizes)
        for (line, stated, shape), holds in zip(self._claims, verdicts):  # noqa: B905  one each
            if holds is not None:
                yield line, Verdict(stated.text, str(tuple(shape)), holds)

    def _knows(self, line: int, stated: dims.Dims) -> bool:
        return any((line, stated.text) == (at, known.text) for at, known, _ in self._claims)

    def _are_sizes(self, symbols: set[str]) -> bool:
        known = (self._namespace[symbol] for symbol in symbols if symbol in self._namespace)
        return all(type(value) is int for value in known)
