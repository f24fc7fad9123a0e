"""The demo beside an answer: shown, run, tried out, and changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.message import Message

from studyapp.notes.visible import visible
from studyapp.tui.demokeys import DRAFT_SPARE, SPARE, draft_keys, keys
from studyapp.tui.drafts import Drafts
from studyapp.tui.screens.demomanual import DemoManual
from studyapp.tui.widgets.keyline import KeyLine, arranged
from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.notes import Waits
    from studyapp.runner import Request, Result
    from studyapp.tui.demonstration import Exhibit
    from studyapp.tui.widgets.draft import Draft


class DemoSide(DemoManual):
    """The demos of a card; the code of the one that is shown can be changed.

    What was changed and not saved is there again when the code is next changed.
    """

    @dataclass
    class Stored(Message):
        """The note holds the changed code now, or `waits` says why not."""

        shown: Exhibit
        code: str
        waits: Waits | None

    def __init__(self) -> None:
        super().__init__()
        self._drafts = Drafts()
        self._changed: Exhibit | None = None

    @cached_property
    def draft(self) -> Draft:
        """The editor, made when it is first wanted: its grammar takes as long as a whole card."""
        from studyapp.tui.widgets.draft import Draft  # noqa: PLC0415  few cards are changed

        self.mount(draft := Draft(), before=0)
        return draft

    @property
    def editing(self) -> bool:
        """Whether the code is being changed."""
        return self._changed is not None

    @property
    def typing(self) -> bool:
        """Whether letters are text now, and no keys of the card."""
        return self.editing or self.prompt.display

    @property
    def drafted(self) -> bool:
        """Whether there is changed code of this demo, put aside."""
        return self.exhibit is not None and self._drafts.draft(self.exhibit) is not None

    @property
    def wanted(self) -> Request | Result | None:
        """The run of the code as it was changed, where it is being changed."""
        return self._changed.run if self._changed else super().wanted

    def compose(self) -> ComposeResult:
        """What differs from the note, or the pane; a line to type; the keys."""
        yield Page(id="difference")
        yield from super().compose()
        yield KeyLine(id="demokeys")

    def show_demo(self) -> None:
        """Show the note's own code."""
        self._leave()
        super().show_demo()

    def close(self) -> None:
        """Change nothing more; show nothing."""
        self._leave()
        super().close()

    def change(self) -> None:
        """Open the code in an editor, as it was left there last."""
        shown = self.exhibit
        if shown is None or shown.run is None or self.editing:
            return
        self.leave_prompt()
        self.fold(folded=False)
        code = self._drafts.draft(shown) or shown.snippet.code
        self.add_class("-editing")
        say, place = self.study_app.say, f"{shown.note.path}:{shown.demo.line}"
        self.draft.border_title = Content(say("draft_title", place=visible(place)))
        self.pane.border_title = say("result")
        self.query_one("#difference").border_title = say("difference_title")
        self.draft.start(code, shown.snippet.first_line)
        self._take(shown, code)
        if self.study_app.may_autorun():
            self.run_demo()
        self.post_message(self.Changed())

    def on_draft_wished(self, message: Draft.Wished) -> None:
        """Do what a key of the editor asks for."""
        shown = self.exhibit
        if shown is None or not self.editing:
            return
        match message.wish:
            case "run":
                self._compare(shown, wanted=False)
                self._take(shown, self.draft.code)
                self.run_demo()
            case "diff":
                self._compare(shown, wanted=not self.has_class("-comparing"))
            case "reset":
                self._reset(shown)
            case "save" if shown.is_noted:
                self._store(shown, self.draft.code)
            case "leave":
                self.show_demo()
                self.give_back()

    def _take(self, shown: Exhibit, code: str) -> None:
        """Let runs be of this code from now on."""
        self.stop()
        self._changed = shown.changed(code)
        self.pane.show(self._changed.snippet, self._changed.earlier, bare=True)

    def _compare(self, shown: Exhibit, *, wanted: bool) -> None:
        """Show what was changed in the place of the results, or the results again."""
        from studyapp.tui.widgets.draft import difference  # noqa: PLC0415  the editor's own

        self.set_class(wanted, "-comparing")
        if wanted:
            text = difference(shown.snippet.code, self.draft.code)
            fence = f"~~~~~~diff\n{text}\n~~~~~~"
            self.query_one("#difference", Page).show(
                fence if text else self.study_app.say("no_difference")
            )

    def _reset(self, shown: Exhibit) -> None:
        """Go back to the note's code; from there, to what was saved over in this sitting."""
        note = shown.snippet.code
        before = self._drafts.replaced(shown) if self.draft.code == note else None
        self.draft.start(before or note, shown.snippet.first_line)
        self._compare(shown, wanted=self.has_class("-comparing"))

    @work(thread=True, group="act")
    def _store(self, shown: Exhibit, code: str) -> None:
        app, snippet = self.study_app, shown.demo.snippet
        try:
            waits = app.library.save_code(shown.note.path, snippet, code, app.clock())
        except OSError as error:
            reason = app.say.reason(error.strerror or str(error))
            self.post_message(self.Trouble(reason))
        else:
            self.post_message(self.Stored(shown, code, waits))

    def on_demo_side_stored(self, message: Stored) -> None:
        """Where the note took the code, that is the note's code now; read it again."""
        if message.waits is None:
            self._drafts.store(message.shown, message.code)
            self._changed = None
            self.study_app.action_refresh_library()

    def on_demo_shelf_changed(self) -> None:
        """Name the keys that do something now."""
        say, line = self.study_app.say, self.query_one("#demokeys", KeyLine)
        shown = line.as_bound(draft_keys(self, say) if self.editing else keys(self, say))
        spares = DRAFT_SPARE if self.editing else SPARE
        width = self.size.width - line.gutter.width
        line.show_rows(arranged(shown, width, 2 if self.roomy else 1, spares))

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self.on_demo_shelf_changed()

    def _leave(self) -> None:
        """Put the editor away; what was changed there is kept."""
        if self._changed and self.exhibit:
            self._drafts.keep(self.exhibit, self.draft.code)
        self._changed = None
        self.remove_class("-editing", "-comparing")
