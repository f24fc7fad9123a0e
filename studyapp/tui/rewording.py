"""The card on the screen, after its note was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.library.recognition import Rebound
    from studyapp.notes import Card, Note


def successor(
    gone: str,
    rebinds: Iterable[Rebound],
    asked: tuple[Card, Note] | None,
    notes: Mapping[str, Note],
) -> str | None:
    """The id under which the card `gone` goes on; None if it is no longer there.

    A card with a history is known again by the library. One without stays on the screen if its
    note, `asked` before the edit, now has a card that it had not: the nearest to the old place.
    """
    known = next((one.new.id for one in rebinds if one.old.card == gone), None)
    if known or asked is None or asked[0].id != gone:
        return known
    card, before = asked
    had = {one.id for one in before.cards}
    after = notes[card.note].cards if card.note in notes else ()
    new = [one for one in after if one.id not in had]
    return min(new, key=lambda one: abs(one.line - card.line)).id if new else None
