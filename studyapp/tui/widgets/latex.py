"""LaTeX as a row of signs, and what its commands are."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SIGN = re.compile(r"\\[A-Za-z]+\*?|\\.|[ \t\n]+|.", re.DOTALL)
_DEEPEST = 40

SCRIPTS = frozenset("_^'")
FRACTIONS = frozenset({r"\frac", r"\dfrac", r"\tfrac", r"\cfrac"})
WRITTEN = frozenset(
    {r"\text", r"\textbf", r"\textit", r"\textrm", r"\texttt", r"\mbox"}
    | {r"\operatorname", r"\operatorname*"}
)
"""Their argument is words."""
UPRIGHT = frozenset(
    {r"\mathrm", r"\mathbf", r"\mathit", r"\mathsf", r"\mathtt", r"\boldsymbol", r"\bm"}
    | {r"\mathop", r"\mathbin", r"\mathrel"}
)
"""Their argument is drawn as if they were not there."""
FACES = frozenset({r"\mathbb", r"\mathcal", r"\mathfrak", r"\mathscr"})
SILENT = frozenset(
    {r"\displaystyle", r"\textstyle", r"\scriptstyle", r"\limits", r"\nolimits", r"\middle"}
    | {r"\big", r"\Big", r"\bigg", r"\Bigg", r"\bigl", r"\bigr", r"\Bigl", r"\Bigr"}
    | {r"\biggl", r"\biggr", r"\nonumber", r"\notag", r"\hline", r"\!", r"\end", r"\right"}
)
IGNORED = frozenset({r"\label", r"\color", r"\phantom", r"\hspace", r"\vspace"})
"""Their argument is not drawn."""
BLANKS = frozenset({"\\ ", r"\,", r"\;", r"\:", r"\quad", r"\qquad", "~"})
BRACKETS: Mapping[str, tuple[str, str]] = {
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""),
}
"""What stands around the rows of an environment."""
ALIGNED = frozenset({"aligned", "align", "split", "eqnarray", "alignedat", "alignat"})
ROOTS: Mapping[str, str] = {"3": "∛", "4": "∜"}


class TooDeep(Exception):
    """The formula is nested too deep to be drawn."""


class Signs:
    """The commands, letters and blanks of a formula, taken from left to right."""

    def __init__(self, latex: str) -> None:
        self._all = _SIGN.findall(latex.strip())
        self._at = 0
        self._depth = 0

    @property
    def ahead(self) -> str:
        """The next sign, "" at the end."""
        return self._all[self._at] if self._at < len(self._all) else ""

    def take(self) -> str:
        """The next sign, "" at the end; the one behind it is the next then."""
        sign = self.ahead
        self._at += 1
        return sign

    def skip_blanks(self) -> None:
        """Take what is blank."""
        while self.ahead.isspace():
            self._at += 1

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be one level deeper meanwhile. Raises TooDeep."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooDeep
        yield
        self._depth -= 1

    def written(self) -> str:
        """The next group as it stands, blanks and all; where none is, the next sign."""
        self.skip_blanks()
        if self.ahead != "{":
            return self.take()
        self._at += 1
        begun, depth = self._at, 1
        while depth and self.ahead:
            depth += (self.ahead == "{") - (self.ahead == "}")
            self._at += 1
        words = self._all[begun : self._at - (not depth)]
        return "".join(word for word in words if word not in ("$", "{", "}")).replace("\n", " ")

    def name(self) -> str:
        """The name in braces that an environment begins or ends with."""
        return self.written().strip().rstrip("*")
