"""One sitting on the screen: the session decides, the recorder writes, this draws."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.study import Drop, Pace, Phase, Renamed, Session, Settings, Tick, start, step
from studyapp.tui import labels
from studyapp.tui.recorder import NotSaved, Recorder, Saved
from studyapp.tui.rewording import successor
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.studykeys import SPARE, useful
from studyapp.tui.widgets.grades import Grades
from studyapp.tui.widgets.keyline import KeyLine, fitting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.message import Message

    from studyapp.notes import Card, Note
    from studyapp.study.messages import Input
    from studyapp.study.queue import Item
    from studyapp.tui.base import BaseApp


class Sitting(Screen[None]):
    """The cards that are asked, one after the other; what the keys do, a subclass says."""

    session: reactive[Session | None] = reactive(None, init=False)

    def __init__(
        self,
        items: Sequence[Item],
        *,
        cram: bool = False,
        seconds: float | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__()
        self._items = items
        self._seconds = seconds
        self._pace = pace or Pace()
        self._cram = cram
        self._asked: tuple[Card, Note] | None = None
        self._asked_at = 0.0
        self._began_at = monotonic()
        self._side = DemoSide()

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    @property
    def card(self) -> Card | None:
        """The card that is asked, if the folder still has it."""
        session = self.session
        if session is None or session.current is None:
            return None
        return self.study_app.library.snapshot.cards.get(session.current.card)

    def compose(self) -> ComposeResult:
        """Where we are; the card; the demo; the grades; the keys."""
        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="progress", markup=False)
        with Container(id="body"):
            yield CardSide(self.study_app.say)
            yield self._side
        with Horizontal(id="status"):
            yield Static(id="more", markup=False)
            yield Static(id="saved", markup=False)
        yield Grades(id="grades")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin."""
        app = self.study_app

        def tell(message: Message) -> None:
            app.post_message(message)
            self.post_message(message)

        self._recorder = Recorder(app.library, app.clock, tell, cram=self._cram)
        self.watch(self.query_one(CardSide), "more", self._below, init=False)
        own = app.library.settings
        settings = Settings(max_repeats=own.repeats_per_day, pace=self._pace)
        self.session = start(self._items, app.clock(), settings, seconds=self._seconds)

    async def on_unmount(self) -> None:
        """Leave nothing running and nothing unwritten; Home need not wait for it."""
        self._side.stop()
        await asyncio.to_thread(self._recorder.close)

    def take(self, *inputs: Input) -> None:
        """Step the session and hand its effects to the recorder."""
        session = self.session
        if session is None:
            return
        for one in (Tick(self.study_app.clock()), *inputs):
            before = session
            session, effects = step(session, one)
            self._recorder.perform(effects, before)
        self.session = session

    def reread(self) -> None:
        """The library was read again: the card may have changed, or be gone."""
        session, card = self.session, self.card
        if session is None or session.current is None:
            return
        if card is None:
            self._go_on(session.current.card)
        elif not self._stands(card):
            self._ask(card)
            if session.phase is not Phase.ASKING:
                self._reveal(card, session)
        elif session.phase is not Phase.ASKING:
            self._offer(card, session)

    def _stands(self, card: Card) -> bool:
        """Whether the card is on the screen as its note has it, whatever the review values."""
        if self._asked is None:
            return False
        shown, before = self._asked
        now = self._note(card)
        return (shown, before.title, before.snippets) == (card, now.title, now.snippets)

    def watch_session(self, before: Session | None, session: Session) -> None:
        """Draw what has changed: another question, its answer, or the end."""
        card = self.card
        if session.phase is Phase.FINISHED:
            self._finish(session)
        elif card is None:
            self._pass_over()
            return
        elif before is None or before.phase != session.phase or before.current != session.current:
            if before is None or before.current != session.current:
                self._ask(card)
            if session.phase is not Phase.ASKING:
                self._reveal(card, session)
        self.name_keys()

    def _ask(self, card: Card) -> None:
        self._asked = card, self._note(card)
        self._asked_at = monotonic()
        self.query_one(CardSide).ask(card)
        self.query_one(Grades).set(())
        self._side.ask(card)
        self._place()

    def _reveal(self, card: Card, session: Session) -> None:
        self.query_one(CardSide).reveal(card)
        self._offer(card, session)
        self._side.reveal()

    def _offer(self, card: Card, session: Session) -> None:
        """Say what each grade would do."""
        app, item = self.study_app, session.current
        if item is None:
            return
        outcomes, day = app.library.outcomes(card, app.today), app.today
        if session.phase is Phase.DRILLING:
            last = item.repeats + 1 >= session.settings.max_repeats
            options = labels.drill_options(item, outcomes, day, app.say, last=last)
        else:
            options = labels.grade_options(outcomes, day, app.say)
        if self._cram:
            options = labels.undated(options)
        self.query_one(Grades).set(options)

    def _finish(self, session: Session) -> None:
        app = self.study_app
        minutes = max(1, round((monotonic() - self._began_at) / 60))
        left = len(app.library.snapshot.state.repeats(app.today))
        text = labels.finished(session, minutes, left, app.say)
        self.query_one(CardSide).finish(app.say("finished"), text)
        self._side.close()
        self.query_one(Grades).set(())
        self._place()

    def _go_on(self, gone: str) -> None:
        """Stay with a card that was reworded; pass over one that is no longer there."""
        snapshot = self.study_app.library.snapshot
        new = successor(gone, snapshot.rebinds, self._asked, snapshot.notes)
        if new is None:
            self._pass_over()
        else:
            self.take(Renamed(gone, new))

    def _pass_over(self) -> None:
        """Go on where the folder has the card no longer."""
        self.notify(self.study_app.say("card_gone"), markup=False)
        self.take(Drop())

    def _note(self, card: Card) -> Note:
        return self.study_app.library.snapshot.notes[card.note]

    def _place(self) -> None:
        app, place, progress = self.study_app, "", ""
        if (card := self.card) and self.session:
            flagged = app.library.snapshot.card_state(card).flagged
            place = labels.place(card, self._note(card).title, flagged=flagged)
            progress = labels.progress(self.session, app.say, cram=self._cram)
        self.query_one("#place", Static).update(Content(visible(place)))
        self.query_one("#progress", Static).update(Content(progress))

    def _below(self, more: int) -> None:
        text = self.study_app.say("more", n=more) if more else ""
        self.query_one("#more", Static).update(Content(text))
        self.name_keys()

    def name_keys(self) -> None:
        """Name the keys that do something now, as many as fit."""
        if self.session:
            line, more = self.query_one("#keys", KeyLine), bool(self.query_one(CardSide).more)
            keys = useful(self.session, more=more, say=self.study_app.say)
            if self._side.typing:
                keys = []
            line.show(fitting(keys, self.size.width - line.gutter.width, SPARE))

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self.name_keys()

    def on_saved(self, message: Saved) -> None:
        """An act is durable: say so, and count again what rests on it."""
        self.say_below(labels.saved(message, self.study_app.say))
        self._place()
        if self.session and self.session.phase is Phase.FINISHED:
            self._finish(self.session)

    def on_not_saved(self, message: NotSaved) -> None:
        """An act could not be journalled: go back to before it."""
        self._recorder.resume()
        self.session = message.before

    def say_below(self, text: str) -> None:
        """A few words under the card."""
        self.query_one("#saved", Static).update(Content(text))
