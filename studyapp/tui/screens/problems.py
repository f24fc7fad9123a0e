"""What could not be read or written, and the way to the line of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.notes import Problem
from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose
from studyapp.tui.widgets.wrap import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp

_INDENT = "  "


class ProblemsScreen(ModalScreen[None]):
    """The problems of the settings and the notes; enter opens the file of the chosen one."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,ｅ,space,ideographic_space", "edit", "open in $EDITOR", id="problems.edit"),
        Binding("escape,q,ｑ,p,ｐ", "dismiss", "back", id="problems.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The problems, or that there are none; what goes unseen; the keys."""
        with Vertical(id="listing") as box:
            box.border_title = Content(self.study_app.say("problems_title"))
            yield OptionList(markup=False)
            yield Prose(id="none")
            yield KeyLine()

    def on_mount(self) -> None:
        """List them, now and whenever the library was read again."""
        self.watch(self.app, "snapshot", self.show)
        self.watch(self.app, "own", self.show, init=False)

    def on_resize(self) -> None:
        """Fold the lines anew, once it is known how wide they may be."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """List them; the one that was chosen stays so."""
        app, listed = self.study_app, self.query_one(OptionList)
        if not listed.size.width and listed.display:
            return
        self._problems = [*self._found()]
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(Option(self._told(one)) for one in self._problems)
        listed.display = bool(self._problems)
        if self._problems:
            listed.highlighted = min(at, len(self._problems) - 1)
            listed.focus()
        unwatched = app.watcher.failure if app.watcher else ""
        told = app.say("unwatched", reason=unwatched) if unwatched else ""
        none = self.query_one("#none", Prose)
        none.text = visible(told or ("" if self._problems else app.say("none")))
        none.display = bool(none.text)
        edit = Key("enter", app.say("problems.edit"), "screen.edit")
        back = Key("esc", app.say("problems.back"), "screen.dismiss")
        self.query_one(KeyLine).show([*([edit] if self._problems else ()), back])

    def _found(self) -> Iterator[Problem]:
        """Those of the settings, of what was read, and of what could not be written."""
        app = self.study_app
        yield from app.faults
        if snapshot := app.snapshot:
            yield from snapshot.problems
            for path, one in snapshot.waiting.items():
                yield Problem(path, one.line, one.reason, one.hint)

    def _told(self, problem: Problem) -> Content:
        """Where it is; below, what it is and what to do."""
        say = self.study_app.say
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        what = visible(say.trouble(problem))
        width = max(1, self.query_one(OptionList).content_size.width - len(_INDENT))
        lines = (f"{_INDENT}{what[start:end]}" for start, end in fold(what, width))
        return Content.assemble((visible(place), "bold"), "\n", "\n".join(lines))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: open the file at the line."""
        app, chosen = self.study_app, self._problems[message.option_index]
        app.edit(chosen.path, max(1, chosen.line))
        if chosen.path == str(app.services.own):
            app.reread_own()

    def action_edit(self) -> None:
        """The same by a key."""
        self.query_one(OptionList).action_select()
