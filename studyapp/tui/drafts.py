"""Changed code, put aside for as long as a sitting lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.tui.demonstration import Exhibit


class Drafts:
    """What became of the code of each demo, by its note and by the code that stands there."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str], str] = {}
        self._replaced: dict[tuple[str, str], str] = {}

    def draft(self, shown: Exhibit) -> str | None:
        """The changed code of a demo, if there is any."""
        return self._drafts.get(_key(shown))

    def keep(self, shown: Exhibit, code: str) -> None:
        """Put changed code aside; code as in the note is none."""
        if code == shown.snippet.code:
            self._drafts.pop(_key(shown), None)
        else:
            self._drafts[_key(shown)] = code

    def store(self, shown: Exhibit, code: str) -> None:
        """The note holds `code` now."""
        self._drafts.pop(_key(shown), None)
        self._replaced[shown.note.path, code] = shown.snippet.code

    def replaced(self, shown: Exhibit) -> str | None:
        """The code that the note held before, if it was replaced here."""
        return self._replaced.get(_key(shown))


def _key(shown: Exhibit) -> tuple[str, str]:
    return shown.note.path, shown.snippet.code
