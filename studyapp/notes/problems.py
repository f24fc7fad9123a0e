"""What could not be understood or done, told to a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that needs a person: where it is, what it is, what to do.

    `path` is relative to the library; `line` is 1-based, 0 for the whole file.
    """

    path: str
    line: int
    message: str
    hint: str

    def __str__(self) -> str:
        """`path:line: message (hint)`, as compilers print it."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")
