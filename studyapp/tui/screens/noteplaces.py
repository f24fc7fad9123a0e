"""The way through notes: what is open, what was before, where links lead and come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.message import Message

from studyapp.library.backlinks import backlinks
from studyapp.library.links import Links
from studyapp.library.reading import read_whole
from studyapp.library.walk import SUFFIXES
from studyapp.notes import Link
from studyapp.notes.links import target_of
from studyapp.notes.visible import visible
from studyapp.tui.screens.picking import Pick, PickingScreen
from studyapp.tui.screens.sideacts import SideActs
from studyapp.tui.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.notes import Note
    from studyapp.tui.widgets.landmarks import Where


class Place(NamedTuple):
    """A line of a note's file, or the heading of that name; the path is relative to the library."""

    path: str
    line: int = 1
    heading: str = ""


class NotePlaces(SideActs):
    """Opens one note after the other; how they look, a subclass says."""

    @dataclass
    class Loaded(Message):
        """A note was read, to be opened at a place."""

        place: Place
        note: Note
        text: str

    @dataclass
    class Lost(Message):
        """What was asked for can't be shown; `key` is a text with a place for `what`."""

        key: str
        what: str

    @dataclass
    class Linked(Message):
        """What links to the note is known."""

        path: str
        picks: Sequence[Pick]

    def __init__(self, path: str, line: int = 1) -> None:
        super().__init__()
        self.place = Place(path, line)
        self.note: Note | None = None
        self.past: list[Place] = []
        self._text = ""
        self._following = False
        self._left: Place | None = None

    def here(self) -> Place:
        """Where the person is."""
        raise NotImplementedError

    def go_to_heading(self, name: str) -> None:
        """Go to a heading of the note that is open."""
        raise NotImplementedError

    def go(self, place: Place) -> None:
        """Open another note; the way back is kept."""
        if not self._following:
            self._following = True
            self._left = self.here()
            self.load(place)

    def action_back(self) -> None:
        """Go back to the note before."""
        if not self.past:
            self.say_below(self.study_app.say("silent_back"))
        elif not self._following:
            self._following = True
            self.load(self.past.pop())

    @work(thread=True, exclusive=True, group="load")
    def load(self, place: Place) -> None:
        """Read the note at a place."""
        try:
            note, text = read_whole(self.study_app.library.snapshot, place.path)
        except OSError as error:
            self.post_message(self.Lost("note_unread", error.strerror or str(error)))
        else:
            self.post_message(self.Loaded(place, note, text))

    def on_note_places_loaded(self, message: Loaded) -> None:
        """Show it where it was gone to, or what it has become; now another can be opened."""
        before = self.place.path if self.note else None
        gone = self._following
        self.place, self.note = message.place, message.note
        if self._left:
            self.past.append(self._left)
        self._following, self._left = False, None
        again = before == message.place.path
        if gone or not again or message.text != self._text:
            self._text = message.text
            self.show(message.note, message.text, again=again)

    def show(self, note: Note, text: str, *, again: bool) -> None:
        """Show a note at its place, or `again` what it has become."""
        raise NotImplementedError

    def on_note_places_lost(self, message: Lost) -> None:
        """Say so; the note that is open stays."""
        self._following, self._left = False, None
        text = self.study_app.say(message.key, what=visible(message.what))
        self.notify(text, severity="warning", markup=False)

    def follow(self, link: Where) -> None:
        """Go where a link leads: in this note, to another; an address elsewhere is copied."""
        _, _, kind, url = link
        target = url if kind else target_of(url)
        heading = "" if kind else url.partition("#")[2]
        if target:
            self._find(Link("", target, 1, kind or "inline"), heading)
        elif url.startswith("#"):
            self.go_to_heading(heading)
        else:
            self.app.copy_to_clipboard(url)
            self.notify(self.study_app.say("note_address", what=visible(url)), markup=False)

    @work(thread=True, exclusive=True, group="follow")
    def _find(self, link: Link, heading: str = "") -> None:
        snapshot = self.study_app.library.snapshot
        place = Links(snapshot.root, snapshot.notes).place(link, self.place.path)
        if place is None:
            self.post_message(self.Lost("note_no_file", link.target))
        elif not place.lower().endswith(SUFFIXES):
            self.post_message(self.Lost("note_unread", place))
        else:
            self.app.call_from_thread(self.go, Place(place, 1, heading))

    def action_backlinks(self) -> None:
        """List what links here."""
        if self.note:
            self._look_back(self.note)

    @work(thread=True, exclusive=True, group="backlinks")
    def _look_back(self, note: Note) -> None:
        snapshot, say = self.study_app.library.snapshot, self.study_app.say
        links = Links(snapshot.root, snapshot.notes)
        outlines = {links.place(one, note.path): one for one in note.links if one.kind == "outline"}
        picks = [
            Pick(path, 1, f"{say('note_outline')} · {one.text}")
            for path, one in outlines.items()
            if path
        ]
        for one in backlinks(snapshot, note.path):
            where = say("note_where", path=one.path, line=one.line)
            picks.append(Pick(one.path, one.line, f"{spoken(one.title)}  · {where}"))
        self.post_message(self.Linked(note.path, picks))

    def on_note_places_linked(self, message: Linked) -> None:
        """Let one be chosen."""
        say = self.study_app.say
        if message.path != self.place.path:
            return
        if not message.picks:
            self.notify(say("note_no_links"), markup=False)
            return
        screen = PickingScreen(say("note_links_title"), message.picks, say("note_narrow_hint"))
        self.app.push_screen(screen, self._picked)

    def _picked(self, pick: Pick | None) -> None:
        if pick:
            self.go(Place(pick.path, pick.line))

    def action_edit(self) -> None:
        """Edit the note at the line that is looked at, and show what became of it."""
        here = self.here()
        self.study_app.edit(here.path, here.line)
        if here.path not in self.study_app.library.snapshot.notes:
            self.load(here)
