"""The marks of a demo whose claims differ here: set aside for good, and put back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.library.asides import asides, mark_text
from studyapp.tui.screens.demobench import DemoBench
from studyapp.tui.screens.marks import MarksScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.runner import Claim
    from studyapp.tui.demonstration import Exhibit


class DemoMarks(DemoBench):
    """The demos of a card; a mark that differs can be set aside, in this note, for good."""

    @dataclass
    class Moved(Message):
        """The marks with these texts were set aside, or put back if they were."""

        note: str
        texts: frozenset[str]
        aside: bool

    def __init__(self) -> None:
        super().__init__()
        self._last: Sequence[Claim] = ()

    @property
    def differing(self) -> list[Claim]:
        """The claims of the run that do not hold, one for each line, set aside or not."""
        if self.exhibit is None or not self.exhibit.is_noted:
            return []
        return [*{claim.line: claim for claim in self.pane.trace.differing}.values()]

    def close(self) -> None:
        """Show nothing; the marks of the card before are no longer the last thing done."""
        self._last = ()
        super().close()

    def recalled(self, shown: Exhibit) -> Exhibit:
        """The same, knowing which of its note's marks are set aside; on a worker's thread."""
        library = self.study_app.library
        found = asides(library.root, library.snapshot.state.live)
        texts = frozenset(text for note, text in found if note in {"", shown.note.path})
        return replace(super().recalled(shown), aside=texts)

    def show_demo(self) -> None:
        """Show the code without the marks that are set aside."""
        self.pane.spare(self.is_aside)
        super().show_demo()

    def is_aside(self, claim: Claim) -> bool:
        """Whether the mark of a claim is set aside."""
        return self.exhibit is not None and self._text(claim) in self.exhibit.aside

    def _text(self, claim: Claim) -> str:
        snippet = self.pane.view.snippet
        return mark_text(snippet.code, snippet.first_line, claim.line, claim.stated)

    def set_aside(self) -> None:
        """Set the one mark that differs aside, or put it back; of several, let choose."""
        marks = self.differing
        if not marks[1:]:
            self._turn(marks)
            return

        def chosen(aside: frozenset[int] | None) -> None:
            if aside is not None:
                self._turn([one for one in marks if self.is_aside(one) != (one.line in aside)])

        self.app.push_screen(MarksScreen(marks, self.is_aside, self.study_app.say), chosen)

    def put_back(self) -> bool:
        """Take back what was done to marks last, if that was the last thing done to this card."""
        turned, self._last = self._last, ()
        self._turn(turned)
        self._last = ()
        return bool(turned)

    def _turn(self, marks: Sequence[Claim]) -> None:
        if marks and (shown := self.exhibit):
            self._last = marks
            self._journal(shown.note.path, {self._text(one): one.line for one in marks})

    @work(thread=True, group="act")
    def _journal(self, note: str, marks: dict[str, int]) -> None:
        app, aside = self.study_app, False
        try:
            for text, line in marks.items():
                aside = app.library.set_aside(note, text, line, app.clock())
        except OSError as error:
            self.post_message(self.Trouble(error.strerror or str(error)))
        else:
            self.post_message(self.Moved(note, frozenset(marks), aside))

    def on_demo_marks_moved(self, message: Moved) -> None:
        """Draw the demos of that note with their marks as they are now."""
        self._exhibits = [
            replace(one, aside=one.aside ^ message.texts) if one.note.path == message.note else one
            for one in self._exhibits
        ]
        self.pane.spare(self.is_aside)
        self.post_message(self.Changed())
