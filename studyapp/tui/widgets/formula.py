r"""LaTeX formulas as text that a terminal shows: `\frac{\partial L}{\partial w_i}` is ∂L/∂wᵢ.

Fractions and roots stand on the line, with the brackets that this needs; matrices and cases keep
their rows where a formula has lines of its own. What is not known stands as it was written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from studyapp.tui.widgets.boxes import beside, bracketed, grid
from studyapp.tui.widgets.latex import (
    ALIGNED,
    BLANKS,
    BRACKETS,
    FACES,
    FRACTIONS,
    IGNORED,
    ROOTS,
    SCRIPTS,
    SILENT,
    UPRIGHT,
    WRITTEN,
    Signs,
    TooDeep,
)
from studyapp.tui.widgets.notation import (
    ACCENTS,
    FUNCTIONS,
    accented,
    faced,
    fraction,
    is_atom,
    lowered,
    raised,
    symbol,
)
from studyapp.tui.widgets.spacing import Piece, joined, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.tui.widgets.boxes import Box

_LONGEST = 4000


@lru_cache(maxsize=512)
def formula(latex: str, *, display: bool = False) -> Box:
    """The rows of a formula: one, or in `display` as many as its matrices and cases have.

    Any text gives rows; what is no LaTeX comes back much as it is.
    """
    if len(latex) > _LONGEST:
        return (latex,)
    try:
        rows = _Reader(latex, display=display).rows()
    except TooDeep:
        return (latex,)
    if not display:
        return ("; ".join(filter(None, (joined(row)[0].strip() for row in rows))),)
    return tuple(line.rstrip() for row in rows for line in joined(row)) or ("",)


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, latex: str, *, display: bool) -> None:
        self._signs = Signs(latex)
        self._display = display

    def rows(self) -> list[list[Piece]]:
        """The pieces of each row of the whole formula."""
        rows = []
        while self._signs.ahead:
            rows.append(self._row(()))
            self._signs.take()  # a line's end, or a brace that nothing opened
        return rows

    def _row(self, ends: tuple[str, ...]) -> list[Piece]:
        r"""Pieces up to one of `ends`, a closing brace or `\\`; none of these is taken."""
        pieces: list[Piece] = []
        with self._signs.inside():
            while (sign := self._signs.ahead) and sign not in ("}", r"\\", *ends):
                self._signs.take()
                if sign in SCRIPTS:
                    self._attach(sign, pieces)
                else:
                    pieces += self._piece(sign)
        return pieces

    def _piece(self, sign: str) -> Iterator[Piece]:
        if sign.isspace() or sign in BLANKS:
            yield Piece((" ",), "wide" if sign in BLANKS else "blank")
        elif sign == "{":
            yield Piece(joined(self._rest_of_group()))
        elif sign == r"\left":
            yield self._stretched()
        elif sign == r"\begin":
            yield self._environment(self._signs.name())
        elif sign in IGNORED:
            self._argument()
        elif sign not in SILENT:
            yield self._command(sign) if sign[0] == "\\" else _plain(sign)

    def _command(self, sign: str) -> Piece:
        if sign[1:] in FUNCTIONS:
            return Piece((sign[1:],), "function")
        if sign in WRITTEN:
            kind = "function" if sign.startswith(r"\operatorname") else "letter"
            return Piece((self._signs.written(),), kind)
        if sign in FRACTIONS:
            return Piece((fraction(self._text(), self._text()),), "fraction")
        drawn = None if sign in (r"\not", r"\sqrt") else symbol(sign)
        return _plain(drawn) if drawn else self._with_argument(sign)

    def _with_argument(self, sign: str) -> Piece:
        match sign:
            case r"\sqrt":
                drawn = self._root()
            case r"\binom" | r"\dbinom":
                drawn = f"C({self._text()}, {self._text()})"
            case r"\not":
                return Piece((normalize("NFC", self._text() + "\u0338"),), "relation")
            case _ if sign in UPRIGHT:
                drawn = self._text()
            case _ if sign in FACES:
                drawn = faced(sign, self._text())
            case _ if sign in ACCENTS:
                drawn = accented(sign, self._text())
            case _:
                return Piece((sign,), "tail")
        return Piece((drawn,))

    def _attach(self, mark: str, pieces: list[Piece]) -> None:
        """Set what follows as a script of the last piece; blanks before it mean nothing."""
        while pieces and pieces[-1].kind == "blank":
            pieces.pop()
        base = pieces.pop() if pieces else Piece(("",))
        if mark == "'":
            script = "′"
        else:
            text = self._text()
            script = (lowered if mark == "_" else raised)(text) if text else ""
        rows, kind = base.rows, base.kind
        if kind == "fraction" or (mark == "^" and " " in rows[0] and not is_atom(rows[0])):
            rows, kind = bracketed(rows, "(", ")"), "letter"
        if kind == "letter" and script[:1] in ("_", "^"):
            kind = "tail"
        pieces.append(Piece(beside([rows, (script,)]), "close" if kind == "mark" else kind))

    def _text(self) -> str:
        """The next argument on one line."""
        display, self._display = self._display, False
        text = joined(self._argument())[0].strip()
        self._display = display
        return text

    def _argument(self) -> list[Piece]:
        self._signs.skip_blanks()
        if self._signs.ahead in ("", "}", "&", r"\\"):
            return []
        sign = self._signs.take()
        if sign == "{":
            return self._rest_of_group()
        with self._signs.inside():
            return [Piece((sign,))] if sign in SCRIPTS else [*self._piece(sign)]

    def _rest_of_group(self) -> list[Piece]:
        pieces = self._row(())
        while self._signs.ahead == r"\\":  # a break inside of braces breaks nothing
            self._signs.take()
            pieces += [Piece((" ",), "wide"), *self._row(())]
        self._signs.take()
        return pieces

    def _root(self) -> str:
        self._signs.skip_blanks()
        degree = ""
        if self._signs.ahead == "[":
            self._signs.take()
            degree = joined(self._row(("]",)))[0]
            self._signs.take()
        text = self._text()
        sign = ROOTS.get(degree) or (raised(degree) if degree else "") + "√"
        return sign + (text if is_atom(text) else f"({text})")

    def _stretched(self) -> Piece:
        r"""What stands between `\left` and `\right`, in brackets as tall as that."""
        left = self._bracket()
        pieces = self._row((r"\right",))
        right = self._bracket() if self._signs.take() == r"\right" else ""
        return Piece(bracketed(joined(pieces), left, right))

    def _bracket(self) -> str:
        self._signs.skip_blanks()
        sign = self._signs.take()
        return "" if sign == "." else symbol(sign) or sign

    def _environment(self, name: str) -> Piece:
        if name in ("array", "alignedat", "alignat"):
            self._argument()  # how columns are aligned
        rows = [[joined(cell)[0].strip() for cell in row] for row in self._cells()]
        rows = [row for row in rows if any(row)] or [[""]]
        left, right = BRACKETS.get(name, ("", ""))
        if not self._display:
            gap = ", " if name == "cases" else " "
            lines = (gap.join(cell.rstrip(",") for cell in row if cell) for row in rows)
            right = "}" if name == "cases" else right
            return Piece((f"{left}{'; '.join(lines)}{right}",))
        if name in ALIGNED:
            return Piece(grid(rows, " ", "rl"))
        aligns = "l" if name in ("cases", "gather", "gathered", "equation") else "r"
        return Piece(bracketed(grid(rows, "  ", aligns), left, right))

    def _cells(self) -> Iterator[list[list[Piece]]]:
        """The cells of each row of an environment, whose end is taken."""
        row: list[list[Piece]] = []
        while True:
            row.append(self._row(("&", r"\end")))
            sign = self._signs.take()
            if sign == "&":
                continue
            yield row
            row = []
            if sign in ("", r"\end"):
                if sign:
                    self._signs.name()
                return


def _plain(sign: str) -> Piece:
    drawn = "−" if sign == "-" else sign
    return Piece((drawn,), kind_of(drawn))
