"""What the keys of the outlines' screen do with a chapter or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.screen import Screen

from studyapp.library.creating import looks_of
from studyapp.library.outlining import Linked, folder_for, link_note, named, promised
from studyapp.notes import Waits
from studyapp.notes.visible import visible
from studyapp.study.coverage import Tally
from studyapp.tui.hits import asked
from studyapp.tui.overview import crammed
from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.outlines import OutlineTree

if TYPE_CHECKING:
    from studyapp.library.candidates import Candidate
    from studyapp.tui.base import BaseApp
    from studyapp.tui.coverage import Coverage, Covered
    from studyapp.tui.day import Day
    from studyapp.tui.widgets.outlines import Place


class CoverageActs(Screen[None]):
    """Study, a new note, a link; on what the cursor is on."""

    def __init__(self) -> None:
        super().__init__()
        self.coverage: Coverage | None = None
        self.day: Day | None = None
        self._linked: list[Linked] = []

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def question_at(self, place: Place) -> Covered | None:
        """The question at a place; None where a chapter or an outline is."""
        if self.coverage is None or place.chapter is None or place.question is None:
            return None
        chapter = self.coverage.outlines[place.outline].chapters[place.chapter]
        return chapter.questions[place.question]

    def tally_at(self, place: Place) -> Tally:
        """How far the chapter or outline at a place is covered."""
        if self.coverage is None:
            return Tally()
        outline = self.coverage.outlines[place.outline]
        return outline.tally if place.chapter is None else outline.chapters[place.chapter].tally

    def action_unfold(self) -> None:
        """Unfold or fold a chapter."""
        self.query_one(OutlineTree).action_toggle_node()

    def action_right(self) -> None:
        """Unfold, or go in."""
        self.query_one(OutlineTree).unfold()

    def action_left(self) -> None:
        """Fold, or go out."""
        self.query_one(OutlineTree).fold()

    def _cards(self) -> list[Candidate]:
        """The cards of what the cursor is on, each once."""
        place = self.query_one(OutlineTree).place
        if place is None or self.coverage is None:
            return []
        one = self.question_at(place)
        outline = self.coverage.outlines[place.outline]
        covered = [one] if one else outline.below(place.chapter)
        return [*{card.id: card for each in covered for card in each.cards}.values()]

    def action_study(self) -> None:
        """Study what is due or new of the chapter: due cards first."""
        cards = self._cards()
        if self.day and (items := asked(cards, self.day)):
            pace = self.day.agenda.limits.pace
            self.app.push_screen(StudyScreen(items, pace=pace))
        else:
            self._say_why("coverage_nothing" if cards else "coverage_cardless")

    def action_cram(self) -> None:
        """Go through the chapter without touching the schedule."""
        if items := crammed(self._cards()):
            self.app.push_screen(StudyScreen(items, cram=True))
        else:
            self._say_why("coverage_cardless")

    def _say_why(self, why: str) -> None:
        """Say why a key does nothing; where no outline was counted, none does anything."""
        counting = "silent_outlines" if self.day else "silent_counting"
        key = why if self.coverage else counting
        self.notify(self.study_app.say(key), markup=False)

    def action_read(self) -> None:
        """Show the question's note."""
        place = self.query_one(OutlineTree).place
        one = self.question_at(place) if place else None
        if one and one.match.note:
            self.app.push_screen(NoteScreen(one.match.note))
        else:
            self._say_why("coverage_no_note" if one else "coverage_chapter")

    def action_new(self) -> None:
        """Make a note for a question that has none, and open it in the editor."""
        place = self.query_one(OutlineTree).place
        one = self.question_at(place) if place else None
        if one and one.match.note:
            self.study_app.warn("coverage_has_note", note=visible(one.match.note))
        elif place and one:
            self._make(place, one)
        else:
            self._say_why("coverage_chapter")

    @work(thread=True, exclusive=True, group="act")
    def _make(self, place: Place, one: Covered) -> None:
        app, coverage = self.study_app, self.coverage
        if coverage is None:
            return
        outline = coverage.outlines[place.outline]
        snapshot, path = app.library.snapshot, outline.outline.path
        groups = [
            [each.match.note for each in outline.below(at) if each.match.note]
            for at in outline.around(place.chapter)
        ]
        waited = promised(coverage.place, path, one.question, snapshot.root)
        folder, name = waited or (folder_for(snapshot, path, groups), "")
        names = [named(coverage.place, path, snapshot.root, folder)]
        looks = looks_of(snapshot, folder, one.question.difficulty, names)
        try:
            made = app.library.new_note(
                folder, one.question.text, "", app.clock(), looks=looks, name=name
            )
        except OSError as error:
            made = Waits(error.strerror or str(error), 0, "")
        if isinstance(made, Waits):
            app.call_from_thread(app.warn, "coverage_refused", reason=made.reason, hint=made.hint)
            return
        told = app.say("coverage_made", note=visible(made.path))
        app.call_from_thread(self.notify, told, markup=False)
        app.call_from_thread(app.action_refresh_library)
        app.call_from_thread(app.edit, made.path, made.line)

    def action_link(self) -> None:
        """Link a question to its note, in the outline."""
        place = self.query_one(OutlineTree).place
        one = self.question_at(place) if place else None
        if one and not one.match.note:
            self._say_why("coverage_no_note")
        elif place and one and one.match.how != "link":
            self._link(place, one)
        else:
            self._say_why("coverage_linked_before" if one else "coverage_chapter")

    @work(thread=True, exclusive=True, group="act")
    def _link(self, place: Place, one: Covered) -> None:
        app, coverage = self.study_app, self.coverage
        if coverage is None:
            return
        path = coverage.outlines[place.outline].outline.path
        done = link_note(coverage.place, path, one.question, app.library.root, one.match.note)
        if isinstance(done, Waits):
            app.call_from_thread(app.warn, "coverage_refused", reason=done.reason, hint=done.hint)
            return
        self._linked.append(done)
        told = app.say("coverage_linked", outline=visible(path), note=visible(one.match.note))
        app.call_from_thread(self.notify, told, markup=False)
        app.call_from_thread(app.action_refresh_library)

    def action_undo(self) -> None:
        """Take the last link out again, where nobody has changed the outline since."""
        if self._linked:
            self._unlink(self._linked.pop())
        else:
            self._say_why("silent_link")

    @work(thread=True, exclusive=True, group="act")
    def _unlink(self, linked: Linked) -> None:
        app = self.study_app
        try:
            undone = linked.undo()
        except OSError:
            undone = False
        key = "coverage_unlinked" if undone else "coverage_not_undone"
        app.call_from_thread(self.notify, app.say(key), markup=False)
        app.call_from_thread(app.action_refresh_library)
