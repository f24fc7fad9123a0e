"""The demos of a card: chosen while the question is read, shown after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from studyapp.demos.demo import Demo
from studyapp.notes.visible import visible
from studyapp.tui.demonstration import Exhibit, exhibit, title
from studyapp.tui.widgets.demo import DemoPane
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH, as_bound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from studyapp.notes import Card, Note, Snippet
    from studyapp.tui.base import BaseApp


class DemoShelf(Vertical):
    """The demos of one card at a time. Before the reveal nothing of them is to be seen."""

    @dataclass
    class Chosen(Message):
        """The demos of a card are known, or the one that was asked for."""

        wanted: Card | Snippet
        exhibits: Sequence[Exhibit]

    @dataclass
    class Changed(Message):
        """Another demo is shown, or it is folded, or it runs, or no longer."""

    def __init__(self) -> None:
        super().__init__(id="demoside")
        self._wanted: Card | Snippet | None = None
        self._here = ""
        self._exhibits: list[Exhibit] = []
        self._index = 0
        self._asks = 0
        self._revealed = False
        self._folded: bool | None = None

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    @property
    def exhibit(self) -> Exhibit | None:
        """What is shown, if anything is."""
        return self._exhibits[self._index] if self._exhibits and self._revealed else None

    @property
    def demo(self) -> Demo | None:
        """The demo shown, if there is one."""
        return self.exhibit.demo if self.exhibit else None

    @property
    def count(self) -> int:
        """How many demos the card has."""
        return len(self._exhibits) if self._revealed else 0

    @property
    def folded(self) -> bool:
        """Whether only the demo's most telling lines are shown."""
        return self.has_class("-folded")

    @property
    def roomy(self) -> bool:
        """Whether an open demo stands beside the answer; else it is folded until asked for."""
        return not self.screen.has_class("-narrow")

    @property
    def pane(self) -> DemoPane:
        """Where the demo is drawn."""
        return self.query_one(DemoPane)

    def compose(self) -> ComposeResult:
        """One pane."""
        say = self.study_app.say
        words = CHINESE if say.language == "zh" else ENGLISH
        yield DemoPane(as_bound(words, say.caps), off=self.study_app.runner.off, id="demo")

    def ask(self, card: Card) -> None:
        """A card's question is shown: hide the last demo, look for this card's."""
        self.close()
        self._wanted, self._here = card, card.note
        self._asks += 1
        self.call_after_refresh(self._choose, card, self._asks)  # the question is drawn first

    def _choose(self, card: Card, ask: int) -> None:
        if card is self._wanted and ask == self._asks:
            chooser = self.study_app.chooser
            self._bring(
                card, lambda: ((one, chooser.notes[one.note]) for one in chooser.choose(card))
            )

    def present(self, snippet: Snippet, note: Note) -> None:
        """Show a fence of a note by itself."""
        self.close()
        self._wanted, self._here, self._revealed = snippet, note.path, True
        demo = Demo(note.path, snippet.line, "note", 1.0, opens=False, snippet=snippet)
        self._folded = False
        self._bring(snippet, lambda: [(demo, note)])

    def reveal(self) -> None:
        """The answer is shown: show the demo too."""
        self._revealed = True
        self.show_demo()

    def close(self) -> None:
        """Show nothing."""
        self._wanted, self._exhibits, self._index = None, [], 0
        self._revealed, self._folded = False, None
        self.display = False

    @work(thread=True, exclusive=True, group="choose")
    def _bring(
        self, wanted: Card | Snippet, find: Callable[[], Iterable[tuple[Demo, Note]]]
    ) -> None:
        exhibits = [self.recalled(exhibit(demo, note)) for demo, note in find()]
        if self.study_app.runner.off:
            exhibits = [replace(one, run=None) for one in exhibits]
        self.post_message(self.Chosen(wanted, exhibits))

    def recalled(self, shown: Exhibit) -> Exhibit:
        """The same with what its last run gave, if a subclass knows; on a worker's thread."""
        return shown

    def on_demo_shelf_chosen(self, message: Chosen) -> None:
        """Keep the demos, unless the person is elsewhere already."""
        if message.wanted is self._wanted:
            self._exhibits = [*message.exhibits]
            if self._revealed:
                self.show_demo()

    def show_demo(self) -> None:
        """Show the code, not yet run, in the size that it deserves."""
        shown = self.exhibit
        self.display = shown is not None
        if shown:
            self.pane.border_title = Content(visible(self.named(shown)))
            self.pane.show(shown.snippet, shown.earlier)
            by_itself = shown.demo.opens and self.roomy
            self.fold(folded=not by_itself if self._folded is None else self._folded)
        self.post_message(self.Changed())

    def named(self, shown: Exhibit) -> str:
        """What stands above the code: where it comes from."""
        return title(shown.demo, self._here, shown.note, self.study_app.say)

    def fold(self, *, folded: bool) -> None:
        """Show the most telling lines only, or all."""
        self.set_class(folded, "-folded")
        self.pane.set_folded(folded=folded)
        self.post_message(self.Changed())

    def toggle(self) -> None:
        """Fold the demo, or open it, by the person's wish."""
        if self.demo:
            self._folded = not self.folded
            self.fold(folded=self._folded)

    def other(self, step: int) -> None:
        """Go to the next demo, or the one before."""
        if self.count > 1:
            self._index = (self._index + step) % self.count
            self.show_demo()
