"""The signs of formulas: symbols, letters of other faces, accents, raised and lowered text.

The tables are unicodeit's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from unicodeit.data import COMBININGMARKS, REPLACEMENTS, SUBSUPERSCRIPTS

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Mapping[str, str] = dict(REPLACEMENTS) | {
    r"\lVert": "‖",
    r"\rVert": "‖",
    r"\lvert": "|",
    r"\rvert": "|",
    r"\dots": "…",
    r"\cdot": "·",
    r"\epsilon": "ϵ",
    r"\implies": "⇒",
    r"\iff": "⇔",
    r"\bmod": "mod",
    r"\top": "⊤",
    r"\_": "_",
    r"\#": "#",
    r"\&": "&",
    r"\%": "%",
    r"\$": "$",
    r"\}": "}",
}
ACCENTS: Mapping[str, str] = dict(COMBININGMARKS) | {
    r"\bar": "\u0304",  # a macron, which more fonts have
    r"\widehat": "\u0302",
    r"\widetilde": "\u0303",
}
_EVERYWHERE = frozenset({r"\overline", r"\underline", r"\doubleunderline"})
_RAISED = {ord(key[1]): sign for key, sign in SUBSUPERSCRIPTS if key[0] == "^"}
_LOWERED = {ord(key[1]): sign for key, sign in SUBSUPERSCRIPTS if key[0] == "_"}
_RAISED |= {ord("′"): "′", ord("⊤"): "ᵀ", ord("∘"): "°", ord("†"): "†", ord("*"): "*"}
RELATIONS = frozenset("=<>≤≥≠≈≡∼≃≅∝∈∉∋⊂⊆⊃⊇→←⇒⇐⇔↔↦≜≪≫≺≻⊢⊨⟶⟹⟵⟺≔⇝∣∥⊥")
OPERATORS = frozenset("+−×·÷±∓∘⊙⊗⊕⊖∪∩∧∨∖⋆∗") | {"mod"}
LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂")
FUNCTIONS = frozenset(
    {"arccos", "arcsin", "arctan", "arg", "argmax", "argmin", "cos", "cosh"}
    | {"cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom"}
    | {"inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max"}
    | {"min", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh"}
)
_ATOM = re.compile(r"[∂∇√Δd]?(?:\d+(?:\.\d+)?|\w)[\u0300-\u036f\u20d0-\u20ff′*]*(?:_\w+)?")
_WORD = re.compile(r"[A-Za-z]{3,}")
_SIMPLE = re.compile(r"[A-Za-z0-9]+|.")
_SCRIPTS = "".join([*_RAISED.values(), *_LOWERED.values()])


@lru_cache(maxsize=512)
def symbol(command: str) -> str | None:
    r"""The sign that a command such as `\alpha` stands for, if any is known."""
    return _NAMES.get(command)


def faced(command: str, text: str) -> str:
    r"""Letters in the face that a command such as `\mathbb` names, as far as there are any."""
    return "".join(_NAMES.get(f"{command}{{{letter}}}", letter) for letter in text)


def accented(command: str, text: str) -> str:
    r"""`text` under the mark of a command such as `\hat`."""
    mark = ACCENTS[command]
    if not text:
        return ""
    if command in _EVERYWHERE:
        return "".join(sign if combining(sign) else sign + mark for sign in text)
    return normalize("NFC", text[0] + mark) + text[1:]


def raised(text: str) -> str:
    """`text` as an exponent: in raised signs if there are such, else behind a caret."""
    return _placed(text, _RAISED, "^")


def lowered(text: str) -> str:
    """`text` as an index: in lowered signs if there are such, else behind a low line."""
    return _placed(text, _LOWERED, "_")


def _placed(text: str, signs: Mapping[int, str], mark: str) -> str:
    text = text.replace(" ", "")
    if not _WORD.fullmatch(text) and all(ord(sign) in signs for sign in text):
        return text.translate(signs)
    whole = _SIMPLE.fullmatch(text) or (text[0] in "([{" and _closes(text))
    return f"{mark}{text}" if whole else f"{mark}({text})"


def fraction(above: str, below: str) -> str:
    """One text over another on one line, with the brackets that this needs."""
    if not is_bare(above, " /"):
        above = f"({above})"
    return f"{above}/{below}" if is_atom(below) else f"{above}/({below})"


def is_atom(text: str) -> bool:
    """Whether `text` is one quantity, with its accents and scripts, or stands in brackets."""
    found = _ATOM.match(text)
    rest = text[found.end() :].lstrip(_SCRIPTS) if found else text
    return (not rest and found is not None) or (rest[:1] in tuple("([{") and _closes(rest))


def is_bare(text: str, signs: str) -> bool:
    """Whether none of `signs` stands in `text` outside of brackets."""
    depth = 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if depth <= 0 and sign in signs:
            return False
    return True


def _closes(text: str) -> bool:
    """Whether the bracket that `text` begins with is closed by its last sign."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0:
            return at == len(text) - 1
    return False
