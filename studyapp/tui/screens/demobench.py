"""What is typed beneath a demo: lines to try where it ended, and what it will give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from studyapp.notes.snippets import typed
from studyapp.runner import Request
from studyapp.study.prediction import judge, subject
from studyapp.tui import probes
from studyapp.tui.screens.demoprobe import DemoProbe
from studyapp.tui.widgets.look import PROMPT
from studyapp.tui.widgets.prompt import Prompt, PromptLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.study.prediction import Subject


class DemoBench(DemoProbe):
    """The demos of a card, and a line to type where the person has something to say."""

    @dataclass
    class Judged(Message):
        """A run has judged what the person had said of it; `right` None: it could not."""

        said: str
        right: bool | None

    def __init__(self) -> None:
        super().__init__()
        self._history: list[str] = []
        self._question: Subject | None = None
        self._said = ""

    @property
    def prompt(self) -> Prompt:
        """Where lines are typed."""
        return self.query_one(Prompt)

    @property
    def guessable(self) -> bool:
        """Whether there is a result to come that was not seen yet."""
        return isinstance(self.wanted, Request) and not (self.running or self.pane.trace.events)

    def compose(self) -> ComposeResult:
        """The pane, and a line to type below it."""
        yield from super().compose()
        yield Prompt()

    def show_demo(self) -> None:
        """Show the code afresh, and ask nothing of it."""
        self._said = ""
        self.leave_prompt()
        super().show_demo()

    def ask_line(self) -> None:
        """Ask for a line to try in the state that the code leaves."""
        if isinstance(self.wanted, Request):
            self._question = None
            self.prompt.ask(PROMPT, self.study_app.say("try_hint"), self._history)
            self.post_message(self.Changed())

    def probe(self) -> None:
        """Let gradients flow back from the loss; before a run, ask what it will give."""
        if name := self.loss:
            self.try_line(f"{name}.backward()")
        elif self.guessable:
            self._ask_prediction()

    def _ask_prediction(self) -> None:
        snippet, say = self.pane.view.snippet, self.study_app.say
        self._question = asked = subject(typed(snippet.code), snippet.first_line)
        if asked:
            self.prompt.ask(
                say("predict", line=asked.line, source=asked.source), say("predict_hint")
            )
            self.post_message(self.Changed())

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Try the line, or keep the prediction and let the code speak."""
        message.stop()
        if not message.text:
            self.leave_prompt()
        elif self._question:
            self._said = message.text
            self.leave_prompt()
            self.go()
        else:
            self._history.append(message.text)
            self.ask_line()
            self.try_line(message.text)

    def on_prompt_line_left(self, message: PromptLine.Left) -> None:
        """Escape: ask no longer."""
        message.stop()
        self.leave_prompt()

    def leave_prompt(self) -> None:
        """Give the keys back to the card."""
        if self.prompt.display:
            self.prompt.close()
            self.give_back()
            self.post_message(self.Changed())

    def give_back(self) -> None:
        """Let the card have the keys again."""
        self.screen.query_one("#answer").focus()

    def ended(self, request: Request) -> None:
        """Judge what was said of this run."""
        super().ended(request)
        if self._said and self._question:
            right = judge(self._said, probes.came(self.pane.trace, self._question))
            self.post_message(self.Judged(self._said, right))
            self._said = ""
