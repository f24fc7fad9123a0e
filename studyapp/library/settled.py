"""Which notes were found in order before, and need no second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.authorship import Author
from studyapp.library.chronicle import names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from collections.abc import Set as AbstractSet

    from studyapp.library.index.briefs import Briefs
    from studyapp.library.index.views import Cards
    from studyapp.library.past import Past
    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.events import Event


def in_order(cards: Cards, read: Briefs, past: Past, assumed: Iterable[Event]) -> AbstractSet[str]:
    """The notes that were in order, and of which nothing was heard since or is `assumed`."""
    if past.since is None:
        return frozenset()
    heard = _notes(past.since.union(*map(names, assumed)), cards)
    return {
        path
        for path, digest in past.settled.items()
        if path not in heard and _plain(path, cards, read) and read.flat(path).digest == digest
    }


def settled(snapshot: Snapshot, read: Briefs) -> dict[str, bytes]:
    """The notes that are in order by what is journalled alone, with the digest of each."""
    assumed = [*(one.event for one in snapshot.rebinds), *snapshot.pending]
    heard = _notes(set[str]().union(*map(names, assumed)), snapshot.cards)
    return {
        path: digest
        for path in snapshot.standings.by(Author.OURS)
        if path in snapshot.state.adoptions
        and path not in heard
        and _plain(path, snapshot.cards, read)
        and (digest := read.flat(path).digest)
    }


def _notes(named: Collection[str], cards: Cards) -> set[str]:
    """The notes that are named, and those of the cards that are."""
    return {*named, *(cards.briefs[name].note for name in named if name in cards.briefs)}


def _plain(path: str, cards: Cards, read: Briefs) -> bool:
    """Whether a note's cards have the ids that its file alone tells, as it was `read`.

    Another file may be what gives a twin its id, or takes it.
    """
    return path in read and not cards.notes.briefs.is_changed(path)
