"""The outlines: what they ask, which notes answer it, and how well it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from studyapp.library.outlines import outline_folder
from studyapp.notes.visible import visible
from studyapp.tui.coverage import coverage_of
from studyapp.tui.coveragewords import about_chapter, about_question, headline
from studyapp.tui.day import day_of
from studyapp.tui.screens.coverageacts import CoverageActs
from studyapp.tui.widgets.keyline import Key, KeyLine, fitting
from studyapp.tui.widgets.outlines import OutlineTree, Place
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Tree

    from studyapp.library.snapshot import Snapshot
    from studyapp.tui.coverage import Coverage
    from studyapp.tui.day import Day


class CoverageScreen(CoverageActs):
    """A tree of outlines, chapters, questions; what takes long is counted on a thread."""

    CSS_PATH = "coverage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "study", id="coverage.study", priority=True),
        Binding("space,ideographic_space", "unfold", "unfold", id="coverage.unfold", priority=True),
        Binding("right", "right", "unfold", id="coverage.right"),
        Binding("left", "left", "fold", id="coverage.left"),
        Binding("c,ｃ", "cram", "cram", id="coverage.cram"),
        Binding("n,ｎ", "new", "new note", id="coverage.new"),
        Binding("l,ｌ", "link", "link", id="coverage.link"),
        Binding("u,ｕ", "undo", "undo the link", id="coverage.undo"),
        Binding("o,ｏ", "read", "read the note", id="coverage.read"),
        Binding("escape,q,ｑ,v,ｖ", "dismiss", "back", id="coverage.back"),
    ]

    @dataclass
    class Counted(Message):
        """What `snapshot` covers of the outlines, or why it can't be told; None without any."""

        snapshot: Snapshot
        found: Coverage | str | None
        day: Day

    @dataclass
    class Offered(Message):
        """A line about the question at `place`, with the notes that come close to it."""

        place: Place
        told: str

    def compose(self) -> ComposeResult:
        """In one line; the tree; what the cursor is on; the keys."""
        say = self.study_app.say
        with Vertical(id="coverage") as box:
            box.border_title = Content(say("coverage_title"))
            yield Prose(say("coverage_counting"), id="headline")
            yield OutlineTree(say)
            yield Prose(id="about")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Count now, and again whenever the library was read or an answer was given."""
        self.query_one(OutlineTree).focus()
        self._name_keys()
        self.watch(self.app, "snapshot", self._count)

    def _count(self, snapshot: Snapshot | None) -> None:
        if snapshot:
            self._work_out(snapshot)

    @work(thread=True, exclusive=True, group="coverage")
    def _work_out(self, snapshot: Snapshot) -> None:
        app = self.study_app
        day = day_of(snapshot, app.today, app.library.settings)
        own = app.own.outlines
        place = outline_folder(snapshot.root, app.library.settings.outlines, own)
        found: Coverage | str | None
        try:
            found = coverage_of(snapshot, place, app.today) if place else None
        except OSError as error:
            found = error.strerror or str(error)
        self.post_message(self.Counted(snapshot, found, day))

    def on_coverage_screen_counted(self, message: Counted) -> None:
        """Show what was counted, if the library is still that one."""
        if message.snapshot is not self.study_app.snapshot:
            return
        say, found = self.study_app.say, message.found
        self.day = message.day
        tree = self.query_one(OutlineTree)
        if found is None or isinstance(found, str):
            told = say("coverage_unread", reason=found) if found else say("coverage_none")
            self.query_one("#headline", Prose).text = visible(told)
            tree.display = False
            self.coverage = None
            self._name_keys()
            return
        self.coverage = found
        self._name_keys()
        self.query_one("#headline", Prose).text = headline(found, say)
        tree.display = True
        tree.show(found)

    def on_tree_node_highlighted(self, message: Tree.NodeHighlighted[Place]) -> None:
        """Tell what the cursor is on."""
        place = message.node.data
        if place is None or self.coverage is None:
            return
        one = self.question_at(place)
        if one and not one.match.note:
            self._offer(place)
        self._tell(place, "")

    @work(thread=True, exclusive=True, group="offer")
    def _offer(self, place: Place) -> None:
        """Look for notes that come close to a question, which takes a moment among thousands."""
        one, say = self.question_at(place), self.study_app.say
        found = self.coverage.matcher.offers(one.question.text, 1) if one and self.coverage else []
        told = "".join(say("coverage_offer", note=n, likeness=alike) for n, alike in found)
        self.post_message(self.Offered(place, told))

    def on_coverage_screen_offered(self, message: Offered) -> None:
        """Tell of them, if the cursor is still there."""
        if message.place == self.query_one(OutlineTree).place and message.told:
            self._tell(message.place, message.told)

    def _tell(self, place: Place, offer: str) -> None:
        say = self.study_app.say
        question = self.question_at(place)
        chapter = about_chapter(self.tally_at(place), say)
        told = about_question(question, offer, say) if question else chapter
        self.query_one("#about", Prose).text = visible(told)

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self._name_keys()

    def _name_keys(self) -> None:
        say = self.study_app.say
        acts = [
            Key("enter", say("k_study"), "screen.study"),
            Key("space", say("k_unfold"), "screen.unfold"),
            Key("n", say("k_new_note"), "screen.new"),
            Key("l", say("k_link"), "screen.link"),
            Key("o", say("k_read"), "screen.read"),
            Key("c", say("k_cram"), "screen.cram"),
        ]
        keys = [
            *(acts if self.coverage else ()),
            Key("?", say("k_help"), "app.help"),
            Key("esc", say("k_back"), "screen.dismiss"),
        ]
        self.query_one(KeyLine).show(fitting(keys, self.size.width - 2, ("c", "o", "l")))
