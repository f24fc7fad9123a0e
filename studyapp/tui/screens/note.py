"""A whole note to read: its contents, its code run in place, its questions, its links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui import notekeys
from studyapp.tui.screens.noteplaces import Place
from studyapp.tui.screens.noterunning import NoteRunning
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.keyline import KeyLine, fitting
from studyapp.tui.widgets.notepage import NotePage
from studyapp.tui.widgets.prompt import Prompt, PromptLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.notes import Note
    from studyapp.tui.widgets.landmarks import Kind

_WIDE = 130
"""Cells across from which the contents stand beside the note by themselves."""
_SPACE = re.compile(r"\W+")


class NoteScreen(NoteRunning):
    """One note at a time, from its own line on; backspace goes back to the one before."""

    CSS_PATH = "note.tcss"
    HELP: ClassVar[str] = "help_note"
    """What the help begins with here."""
    BINDINGS: ClassVar[list[BindingType]] = notekeys.BINDINGS

    def __init__(self, path: str, line: int = 1) -> None:
        super().__init__(path, line)
        self._contents: bool | None = None

    def compose(self) -> ComposeResult:
        """Where we are; the contents beside the page; a line to type; the keys."""
        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="said", markup=False)
        with Horizontal(id="main"):
            yield OptionList(id="contents", markup=False)
            with Container(id="body"):
                yield NotePage()
                yield self._side
        yield Prompt(id="seek")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Read the note, and again whenever the library was."""
        self.query_one("#contents").border_title = self.study_app.say("note_contents")
        self._page.focus()
        self.load(self.place)
        self.watch(self.app, "snapshot", self._read_again, init=False)
        self.watch(self._page, "scroll_y", self.lay_bench, init=False)
        self.watch(self._page, "stop", self.name_keys, init=False)
        self.watch(self.query_one("#contents"), "has_focus", self.name_keys, init=False)

    def _read_again(self) -> None:
        if self.note:
            self.load(self.here())

    def here(self) -> Place:
        """The line that is looked at."""
        if self.note is None:
            return self.place
        return Place(self.place.path, self._page.line + self.note.body_line - 1)

    def show(self, note: Note, text: str, *, again: bool) -> None:
        """Show a note at its place."""
        self.query_one("#place", Static).update(
            Content(f"{spoken(note.title)}  {visible(note.path)}")
        )
        shift = note.body_line - 1
        off = self.study_app.runner.off
        fences = {one.line - shift for one in note.snippets if one.runnable and not off}
        self._page.show_note(text, fences, {one.line - shift for one in note.cards})
        self.reopen(note, again=again)
        self.call_after_refresh(self._arrive, self.place)

    def _arrive(self, place: Place) -> None:
        if place.heading:
            self.go_to_heading(place.heading)
        elif self.note and place.line > self.note.body_line:
            self._page.go_to(place.line - self.note.body_line + 1)
        self.name_keys()

    def go_to_heading(self, name: str) -> None:
        """Go to the heading of that name, however it is spelled in a link."""
        wanted = _SPACE.sub("", name).casefold()
        for heading in self._page.landmarks.headings:
            if _SPACE.sub("", heading.words).casefold() == wanted:
                self._page.go_to_row(heading.row)
                return

    def on_note_page_laid_out(self) -> None:
        """The headings have other rows now, and the bench."""
        listed = self.query_one("#contents", OptionList)
        headings, at = self._page.landmarks.headings, listed.highlighted
        listed.clear_options()
        listed.add_options(
            Option(f"{'  ' * (one.level - 1)}{one.words}", str(one.row)) for one in headings
        )
        listed.highlighted = at
        self._show_contents()
        self.lay_bench()

    def _show_contents(self) -> None:
        wanted = self.size.width >= _WIDE if self._contents is None else self._contents
        self.query_one("#contents").display = wanted and bool(self._page.landmarks.headings)

    def action_contents(self) -> None:
        """Go to the contents; from there, put them away."""
        listed = self.query_one("#contents", OptionList)
        self._contents = not (listed.display and listed.has_focus)
        self._show_contents()
        if listed.display and self._contents:
            tops = [one.row for one in self._page.landmarks.headings if one.row <= self._page.top]
            listed.highlighted = max(0, len(tops) - 1)
            listed.focus()
        else:
            self._page.focus()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Go to a heading."""
        self._page.go_to_row(int(message.option.id or 0))
        self._leave_contents()

    def _leave_contents(self) -> None:
        """Go back to the page; where there is no room for both, the contents go."""
        if self.size.width < _WIDE:
            self._contents = None
            self._show_contents()
        self._page.focus()

    def action_page(self) -> None:
        """Go on by a page."""
        self._page.page_down()

    def action_turn(self, step: int, *kinds: Kind) -> None:
        """Go to the next link, fence or question, or the one before."""
        if self._page.turn(step, *(kinds or ("link", "fence", "card"))):
            return
        why = "note_no_code" if "fence" in kinds else "note_no_card"
        if not kinds or any(one.kind in kinds for one in self._page.landmarks.stops):
            why = "silent_further"
        self.say_below(self.study_app.say(why))

    def action_act(self) -> None:
        """Follow the link, run the code, ask the question: what the cursor is at."""
        match self._page.stop:
            case None:
                self.say_below(self.study_app.say("silent_stop"))
            case stop if stop.link:
                self.follow(stop.link)
            case stop if stop.kind == "fence":
                self.action_run(reseed=False)
            case _:
                self.action_ask()

    def on_note_page_followed(self, message: NotePage.Followed) -> None:
        """A link was clicked."""
        self.follow(message.link)

    def action_seek(self) -> None:
        """Ask for words to find."""
        say = self.study_app.say
        self.query_one("#seek", Prompt).ask(say("note_seek"), say("note_seek_hint"))

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Go to the words."""
        self._leave_seek()
        if not self._page.seek(message.text) and message.text:
            text = self.study_app.say("note_not_found", words=visible(message.text))
            self.say_below(text)
        self.name_keys()

    def on_prompt_line_left(self, _message: PromptLine.Left) -> None:
        """Find nothing after all."""
        self._leave_seek()

    def _leave_seek(self) -> None:
        self.query_one("#seek", Prompt).close()
        self._page.focus()

    def action_seek_on(self, step: int) -> None:
        """Go to the next find; where nothing is sought, leave as it was come."""
        if self._page.found[1]:
            self._page.seek_on(step)
            self.name_keys()
        else:
            self.action_seek()

    def action_stop(self) -> None:
        """Leave the contents; else stop what runs, seek no longer, put results away, leave."""
        if self.query_one("#contents").has_focus:
            self._leave_contents()
        elif self._side.running:
            self._side.cancel()
        elif self._page.found[1]:
            self._page.seek("")
            self.name_keys()
        elif self._side.display:
            self.put_away()
        else:
            self.action_leave()

    def say_below(self, text: str) -> None:
        """A few words beside the place."""
        self.query_one("#said", Static).update(Content(text))

    def name_keys(self) -> None:
        """Name the keys that do something now, as many as fit."""
        line, page = self.query_one("#keys", KeyLine), self._page
        keys = notekeys.useful(
            self.study_app.say,
            at=page.stop.kind if page.stop else None,
            code=any(one.kind == "fence" for one in page.landmarks.stops),
            cards=bool(page.landmarks.card_rows),
            past=bool(self.past),
            found=page.found,
        )
        if self.query_one("#contents").has_focus:
            keys = notekeys.of_contents(self.study_app.say)
        shown = [] if self._side.typing else keys
        line.show(fitting(shown, self.size.width - line.gutter.width, notekeys.SPARE))

    def on_resize(self) -> None:
        """Name more keys, or fewer; show the contents where there is room."""
        self.name_keys()
        self._show_contents()
