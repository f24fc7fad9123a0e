"""The code fences of a note."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from functools import lru_cache

PYTHON = frozenset({"", "py", "python", "python3"})
"""Languages that a fence of Python code is labelled with; "" is a fence without a label."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One code fence.

    `language` is the lower-case first word of the info string, "" if none. `line`, `end_line`
    are the opening and the closing fence, `code_line` the first line of code, all 1-based in the
    file. `code` is dedented as markdown does. `trail` is the enclosing headings, outermost first.
    """

    language: str
    line: int
    end_line: int
    code: str
    code_line: int
    trail: tuple[str, ...] = ()

    @property
    def runnable(self) -> bool:
        """Whether this is Python that parses and does something; found once for each code."""
        return self.language in PYTHON and _is_python(self.code)


@lru_cache(maxsize=4096)
def _is_python(code: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a note's "\d" is the note's own matter
        try:
            return bool(ast.parse(code).body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
