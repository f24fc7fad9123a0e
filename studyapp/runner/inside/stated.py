"""The shapes of parameters that a definition's comments, docstring and unpackings state."""

from __future__ import annotations

import ast
import re
from typing import Collection, Iterator, Tuple  # noqa: UP035  Python 3.9 evaluates the alias below

Shape = Tuple[str, ...]  # noqa: UP006  as above
"""Dimensions as they are written, such as `("B", "S", "H/2")`."""

_ITEM = r"(?:\.\.\.|[A-Za-z0-9_*/+\-×]+(?: [a-z]+)?)"
_SHAPE = re.compile(rf"[\[((]\s*({_ITEM}(?:\s*[,,]\s*{_ITEM})*)\s*,?\s*[\]))]")
_NAMES = re.compile(r"\W*(\w+(?:\s*[,,/、]\s*\w+)*)\s*(?:\.shape)?\s*(.*)", re.DOTALL)
_HEADER = re.compile(r"\s*(\w+)\s*(?:[:=][^#]*)?,?\s*#\s*(.*)")
_NO_DIMENSION = re.compile(
    r"optional|default|int|float|str|bool|list|tuple|dict|none|true|false|any|\w*tensor|ndarray"
    r"|array|module|type",
    re.IGNORECASE,
)
_DOCUMENTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def read(
    lines: list[str], first: int, node: ast.AST, parameters: Collection[str]
) -> dict[str, Shape]:
    """The stated shape of each parameter; `lines` are the code's, the first at line `first`."""
    start = getattr(node, "lineno", first) - first
    end = (getattr(node, "end_lineno", None) or first) - first + 1
    found: dict[str, Shape] = {}
    for text in (*_remarks(lines, start, end), *_documentation(node)):
        for name, shape in _stated(text):
            if name in parameters:
                found.setdefault(name, shape)
    for name, shape in (*_headed(lines[start:end]), *_unpacked(node)):
        if name in parameters:
            found.setdefault(name, shape)
    return found


def _remarks(lines: list[str], start: int, end: int) -> Iterator[str]:
    """The comments right above the definition and inside it."""
    while start > 0 and lines[start - 1].lstrip().startswith(("#", "@")):
        start -= 1
    for line in lines[start:end]:
        _, mark, comment = line.partition("#")
        if mark:
            yield comment


def _documentation(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, _DOCUMENTED):
            yield from (ast.get_docstring(inner) or "").splitlines()


def _headed(lines: list[str]) -> Iterator[tuple[str, Shape]]:
    """The shapes beside the parameters of a signature that has a line for each."""
    for line in lines:
        match = _HEADER.match(line)
        shape = _shape(match.group(2)) if match else None
        if match and shape:
            yield match.group(1), shape


def _stated(text: str) -> Iterator[tuple[str, Shape]]:
    match = _NAMES.match(text)
    shape = _shape(match.group(2)) if match else None
    if match and shape:
        for name in re.split(r"\W+", match.group(1)):
            yield name, shape


def _shape(text: str) -> Shape | None:
    """The first shape in the text."""
    for match in _SHAPE.finditer(text):
        items = tuple(i.strip().replace(" ", "_") for i in re.split("[,,]", match.group(1)))
        if len(items) == 1 and match.group(0)[0] != "[" and "," not in match.group(0):
            continue
        if not any(map(_NO_DIMENSION.fullmatch, items)):
            return items
    return None


def _unpacked(node: ast.AST) -> Iterator[tuple[str, Shape]]:
    """Shapes that the code itself takes apart, as in `B, T, C = x.shape`."""
    stored: set[str] = set()
    assigned = [n for n in ast.walk(node) if isinstance(n, ast.Assign) and len(n.targets) == 1]
    for inner in sorted(assigned, key=lambda n: n.lineno):
        target, name = inner.targets[0], _asked(inner.value)
        if isinstance(target, ast.Tuple) and name and name not in stored:
            items = [getattr(item, "id", "") for item in target.elts]
            if all(items):
                yield name, _without_blanks(items)
        elif isinstance(target, ast.Name):
            stored.add(target.id)


def _asked(value: ast.expr) -> str | None:
    """The name whose `shape` or `size()` this is."""
    if isinstance(value, ast.Call) and not value.args:
        value = value.func
    if isinstance(value, ast.Attribute) and value.attr in {"shape", "size"}:
        return value.value.id if isinstance(value.value, ast.Name) else None
    return None


def _without_blanks(items: list[str]) -> Shape:
    last = len(items) - 1
    return tuple(
        name if name.strip("_") else ("d_model" if i == last else "batch" if i == 0 else "seq")
        for i, name in enumerate(items)
    )
