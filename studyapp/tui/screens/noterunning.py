"""The code and the questions of the note that is open: run where it stands, asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.schedule.schedules import Reviewed
from studyapp.study.queue import Item
from studyapp.tui.screens.notebench import NoteBench
from studyapp.tui.screens.noteplaces import NotePlaces
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.marking import GUTTER
from studyapp.tui.widgets.notepage import NotePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.notes import Note, Snippet


class NoteRunning(NotePlaces):
    """Lays the bench over the fence that it shows, wherever the page is scrolled."""

    def __init__(self, path: str, line: int = 1) -> None:
        super().__init__(path, line)
        self._side: NoteBench = NoteBench()

    @property
    def _page(self) -> NotePage:
        return self.query_one(NotePage)

    def lacking(self, act: str) -> str:
        """Before any code was run there is nothing to look into."""
        return super().lacking(act) if self._side.exhibit else "silent_bench"

    def name_keys(self) -> None:
        """Name the keys that do something now."""
        raise NotImplementedError

    def action_run(self, reseed: bool) -> None:  # noqa: FBT001  from a binding
        """Run the code at the cursor where it stands; where it runs, stop it."""
        self._at_fence(lambda: self._side.run_demo(reseed=reseed))

    def action_change(self) -> None:
        """Change the code at the cursor, and run that."""
        self._at_fence(self._side.change)

    def _at_fence(self, act: Callable[[], object]) -> None:
        """Show the fence that is meant, and act on it."""
        snippet = self._meant()
        if snippet is None or self.note is None:
            self.say_below(self.study_app.say("note_no_code"))
        elif snippet == self._side.snippet:
            act()
        else:
            self._side.show_fence(snippet, self.note, act)

    def _meant(self) -> Snippet | None:
        """The fence at the cursor; else the first in sight or below."""
        stop = self._page.here("fence")
        if stop is None or self.note is None:
            return None
        line = stop.line + self.note.body_line - 1
        return next((one for one in self.note.snippets if one.line == line), None)

    def put_away(self) -> None:
        """Close the bench; the fence is as the note has it."""
        self._side.close()
        self.lay_bench()
        self._page.focus()

    def reopen(self, note: Note, *, again: bool) -> None:
        """After the text was read `again`, go on with the fence where it is now; else close."""
        old = self._side.snippet
        same = (one for one in note.snippets if again and old and one.line == old.line)
        found = next(same, None)
        if found is None:
            self._side.close()
        elif found != old:
            self._side.show_fence(found, note, self._side.run_demo)
        self.lay_bench()

    def on_note_bench_grown(self) -> None:
        """Make room, and show what stands there now."""
        self.lay_bench()
        self._page.show_gap()

    def on_demo_shelf_changed(self) -> None:
        """Lay it where its fence stands."""
        self._side.styles.height = "80%" if self._side.editing else "auto"
        self.lay_bench()
        self.name_keys()

    def lay_bench(self) -> None:
        """Lay the bench over the gap that the page leaves for it."""
        side, page = self._side, self._page
        if not (side.display and side.snippet and self.note):
            page.leave_gap(0, 0)
            return
        page.leave_gap(side.snippet.line - self.note.body_line + 1, side.outer_size.height)
        if (row := page.gap_row) is not None:
            region = page.scrollable_content_region
            side.styles.width = max(1, region.width - GUTTER)
            side.styles.offset = page.styles.gutter.left + GUTTER, row - page.top

    def action_ask(self) -> None:
        """Ask the question at the cursor: as a review where it is due or new, else once more."""
        stop, note, app = self._page.here("card"), self.note, self.study_app
        line = stop.line + note.body_line - 1 if stop and note else 0
        card = next((one for one in note.cards if one.line == line), None) if note else None
        if card is None or card.id not in app.library.snapshot.cards:
            self.say_below(app.say("note_no_card"))
            return
        schedule = app.library.snapshot.schedule(card)
        met = isinstance(schedule, Reviewed)
        asked = any(isinstance(one, StudyScreen) for one in app.screen_stack)
        cram = asked or (isinstance(schedule, Reviewed) and schedule.due > app.today)
        items = (Item(card.id, "review" if met else "new"),)
        self.app.push_screen(StudyScreen(items, cram=cram))
