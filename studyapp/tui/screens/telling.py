"""Answers that are told in writing: typed where they are short, else in the person's editor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.study import Reveal
from studyapp.study.telling import same, typable
from studyapp.tui.editor import suffix_for
from studyapp.tui.screens.recalling import Recalling

if TYPE_CHECKING:
    from studyapp.notes import Card
    from studyapp.tui.screens.recallside import RecallSide, Told


class Telling(Recalling):
    """A sitting in which an answer can be written, and is then seen beside the right one."""

    def action_type(self) -> None:
        """Type a short answer."""
        if self.lacks(answer=False) or (card := self.card) is None:
            return
        if typable(card.answer):
            self.recall.ask_line()
        else:
            self.say_why("long")

    def on_recall_side_typing_changed(self) -> None:
        """Name the keys that there are now."""
        self.name_keys()

    def on_recall_side_typed(self, message: RecallSide.Typed) -> None:
        """Compare what was typed with the answer, both in sight."""
        if (card := self.card) and self.asked:
            self.compare(card, message.text)

    def compare(self, card: Card, text: str) -> None:
        """Show the answer beside what was typed, and say whether they are the same."""
        right, say = same(text, card.answer), self.study_app.say
        self._attempt = self._attempt.typed(right=right)
        self.take(Reveal())
        told = say("typed_right" if right else "typed_wrong", text=text)
        self.tell("typed", text, verbatim(told))

    def action_write(self) -> None:
        """Write the answer in the person's editor, then see both."""
        if (card := self.card) is None:
            self.say_why("card")
        elif self.asked or self.answered:
            suffix = suffix_for(card.answer)
            written = self.study_app.write(suffix)
            if written is None or not written.strip():
                return
            if self.asked:
                self.take(Reveal())
            prose = re.sub(r"(?<=\S)\n(?=\S)", "  \n", written)  # lines end where they were ended
            text = prose if suffix == ".md" else verbatim(written, suffix[1:])
            self.tell("written", written, text)

    def tell(self, kind: Told, text: str, markdown: str) -> None:  # noqa: ARG002  for who keeps it
        """Show what was typed or written: `text`, as `markdown`."""
        self.recall.tell(kind, markdown)


def verbatim(text: str, language: str = "") -> str:
    """`text` as it stands, as markdown."""
    mark = "~" * max(3, *(len(run) + 1 for run in re.findall("~+", text)), 3)
    return f"{mark}{language}\n{text.rstrip()}\n{mark}"
