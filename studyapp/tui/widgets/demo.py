"""A snippet beside the answer, and what came out when it ran."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from collections.abc import Mapping


class DemoPane(ScrollView, can_focus=True):
    """One snippet: its lines, and beneath each what it bound, printed, claimed or raised."""

    def __init__(
        self,
        words: Mapping[str, str],
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._words = words

    def set_snippet(
        self, code: str, first_line: int, language: str, title: str, *, runnable: bool
    ) -> None:
        """Show `code`, not yet run; its first line is the note's line `first_line`."""

    def set_sandbox(self, level: str) -> None:
        """Name what keeps the snippet in, shown at the foot: `bubblewrap`, `rlimits` …"""

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001  a setter of one state
        """Fold to the three most telling lines, or open again."""

    def begin(self) -> None:
        """A run starts: earlier results give way as new ones arrive."""

    def add(self, event: Any) -> None:
        """Take the runner's next event; `Finished` ends the run."""

    def fail(self, reason: str, hint: str) -> None:
        """Nothing can run here: say why and what a person can do."""
