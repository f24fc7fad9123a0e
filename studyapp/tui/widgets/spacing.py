"""The blanks between the pieces of a formula, as mathematicians set them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.tui.widgets.boxes import beside
from studyapp.tui.widgets.notation import LARGE, OPERATORS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.widgets.boxes import Box

_QUANTITIES = frozenset({"letter", "tail", "fraction", "function", "large", "close"})
_TOUCHING = frozenset({"open", "close", "blank", "wide", "mark"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a formula that no blank divides.

    `kind` is "letter" (any quantity), "tail" (one that ends in a script behind a sign),
    "fraction", "function", "large", "relation", "operator", "open", "close", "mark" (punctuation
    and bars), "blank" (as written) or "wide" (a blank that was asked for).
    """

    rows: Box
    kind: str = "letter"


def kind_of(sign: str) -> str:
    """What a single sign is."""
    if sign in RELATIONS:
        return "relation"
    if sign in OPERATORS:
        return "operator"
    if sign in LARGE:
        return "large"
    if sign in "([{⟨⌊⌈":
        return "open"
    if sign in ")]}⟩⌋⌉":
        return "close"
    return "mark" if sign in ",;:|‖!./" else "letter"


def joined(pieces: Sequence[Piece]) -> Box:
    """The pieces beside each other."""
    boxes: list[Box] = []
    before: Piece | None = None
    blank = False
    for piece in pieces:
        if piece.kind in ("blank", "wide"):
            blank = blank or piece.kind == "wide" or _keeps_blank(before)
            continue
        if not any(piece.rows):
            continue
        unary = piece.kind == "operator" and (before is None or before.kind not in _QUANTITIES)
        parted = blank or (not unary and before is not None and _parted(before, piece))
        if before and parted and not (before.rows[0][-1:] == " " or piece.rows[0][:1] == " "):
            boxes.append((" ",))
        boxes.append(piece.rows)
        before = Piece(piece.rows, "open") if unary and piece.rows[0] in "+−±∓" else piece
        blank = False
    return beside(boxes)


def _keeps_blank(before: Piece | None) -> bool:
    """Whether a blank as written counts: behind a quantity it does, behind ∂ or a bracket not."""
    return before is not None and before.kind != "open" and before.rows[0] not in "∂∇"


def _parted(left: Piece, right: Piece) -> bool:
    """Whether a blank stands between two pieces, though none was written."""
    kinds = {left.kind, right.kind}
    if kinds & {"relation", "operator"}:
        return left.kind != "open" and right.kind not in ("close", "mark")
    if right.kind in _TOUCHING or left.kind in ("open", "mark"):
        return left.kind == "large" and right.kind in ("open", "mark")
    return bool(kinds & {"large", "fraction", "function"}) or left.kind == "tail"
