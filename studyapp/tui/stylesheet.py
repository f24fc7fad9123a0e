"""The styles of all screens and widgets, each source of them parsed once."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Keeps what it has parsed when another screen brings its own styles.

    Textual starts afresh then, lest a mistake in a file that somebody edits while the app runs
    spoil the styles in force; ours are edited by nobody meanwhile, and the first card waits.
    """

    def reparse(self) -> None:
        """Parse what is new, or everything where the theme's colours are."""
        self.parse()
