"""All notes in a list, to read one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.screens.picking import Pick, PickingScreen
from studyapp.tui.spoken import spoken

if TYPE_CHECKING:
    from studyapp.tui.base import BaseApp


def choose_note(app: BaseApp) -> None:
    """Let the person choose a note by words, and open it; not over another such choice."""
    if app.snapshot is None or isinstance(app.screen, PickingScreen):
        return

    def picked(pick: Pick | None) -> None:
        if pick:
            app.push_screen(NoteScreen(pick.path))

    flats = app.snapshot.notes.briefs.flats()
    picks = [Pick(path, 1, f"{spoken(flat.title)}  · {path}") for path, flat in flats]
    app.push_screen(PickingScreen(app.say("note_pick"), picks, app.say("note_pick_hint")), picked)
