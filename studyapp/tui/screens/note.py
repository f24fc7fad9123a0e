"""A whole note to read: its contents, its code run in place, its questions, its links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from studyapp.notes.visible import visible
from studyapp.tui import notekeys
from studyapp.tui.screens.notefinding import NoteFinding
from studyapp.tui.screens.noteplaces import Place
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.keyline import KeyLine, fitting
from studyapp.tui.widgets.notepage import NotePage
from studyapp.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.notes import Note
    from studyapp.tui.widgets.landmarks import Kind

_SPACE = re.compile(r"\W+")


class NoteScreen(NoteFinding):
    """One note at a time, from its own line on; backspace goes back to the one before."""

    CSS_PATH = "note.tcss"
    HELP: ClassVar[str] = "help_note"
    """What the help begins with here."""
    BINDINGS: ClassVar[list[BindingType]] = notekeys.BINDINGS

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

    def action_stop(self) -> None:
        """Leave the contents; else stop what runs, seek no longer, put results away, leave."""
        if self.query_one("#contents").has_focus:
            self.leave_contents()
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
        self.show_contents()
