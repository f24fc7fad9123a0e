"""The code fences of a note."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PYTHON = frozenset({"", "py", "pycon", "python", "python3"})
"""Languages that a fence of Python code is labelled with; "" is a fence without a label."""

_OUTPUT = frozenset({"", "console", "out", "output", "plain", "plaintext", "text", "txt"})
_NEAR = 4
"""Lines from a fence to its output: room for a label between blank lines."""

_PROMPT = re.compile(r"[ \t]*(?:>>>|\.\.\.)(?: |$)")


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

    @property
    def heading(self) -> str:
        """The nearest heading above it, or empty."""
        return self.trail[-1] if self.trail else ""


def typed(code: str) -> str:
    """What is typed in a session of Python's prompt, every line at its place; else the code."""
    if ">>>" not in code:
        return code
    prompts = [(line, _PROMPT.match(line)) for line in code.split("\n")]
    if not any(found and ">>>" in found.group() for _, found in prompts):
        return code
    return "\n".join(line[found.end() :] if found else "" for line, found in prompts)


def output_of(snippet: Snippet, snippets: Sequence[Snippet]) -> str:
    """What the fence right behind a snippet says that it prints; empty where none does.

    `snippets` are all of the note's. Whether it is an output at all is for those to judge who
    run the snippet: a diagram may stand there as well.
    """
    for after in snippets:
        if 0 < after.line - snippet.end_line <= _NEAR and after.trail == snippet.trail:
            return after.code if after.language in _OUTPUT and not after.runnable else ""
    return ""


@lru_cache(maxsize=4096)
def _is_python(code: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a note's "\d" is the note's own matter
        try:
            return bool(ast.parse(typed(code)).body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
