"""One sitting on the screen: the session decides, the recorder writes, this draws."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from studyapp.study import Drop, Pace, Phase, Renamed, Session, Settings, Tick, start, step
from studyapp.study.queue import cost_by
from studyapp.tui import labels
from studyapp.tui.recorder import NotSaved, Recorder, Saved
from studyapp.tui.rewording import successor
from studyapp.tui.screens.cardscreen import CardScreen
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message

    from studyapp.notes import Card, Note
    from studyapp.study.messages import Input
    from studyapp.study.queue import Item


class Sitting(CardScreen):
    """The cards that are asked, one after the other; what the keys do, a subclass says."""

    def __init__(
        self,
        items: Sequence[Item],
        *,
        cram: bool = False,
        seconds: float | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(cram=cram)
        self._items = items
        self._seconds = seconds
        self._pace = pace or Pace()
        self._asked: tuple[Card, Note] | None = None
        self._asked_at = 0.0
        self._began_at = monotonic()

    def on_mount(self) -> None:
        """Begin."""
        app = self.study_app

        def tell(message: Message) -> None:
            app.post_message(message)
            self.post_message(message)

        self._recorder = Recorder(app.library, app.clock, tell, cram=self._cram)
        self.watch(self.query_one(CardSide), "more", self.name_more, init=False)
        self.session = self.begin()
        self.call_after_refresh(self.furnish)

    def begin(self) -> Session:
        """The sitting before anything is done."""
        app = self.study_app
        own = app.library.settings
        costs = {} if self._cram else self._costs()
        settings = Settings(max_repeats=own.repeats_per_day, pace=self._pace, costs=costs)
        return start(self._items, app.clock(), settings, seconds=self._seconds)

    def _costs(self) -> dict[str, float]:
        """What Home foretold of each card, in seconds."""
        snapshot, day = self.study_app.library.snapshot, self.study_app.today
        cards = [snapshot.cards[item.card] for item in self._items if item.card in snapshot.cards]
        return {card.id: cost_by(snapshot.schedule(card), day, self._pace) for card in cards}

    async def on_unmount(self) -> None:
        """Leave nothing running and nothing unwritten; Home need not wait for it."""
        if self.beside:
            self.beside.stop()
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
        else:
            self._recorder.prepare(card.id)
            if session.phase is not Phase.ASKING:
                self.offer(card, session)

    def _stands(self, card: Card) -> bool:
        """Whether the card is on the screen as its note has it, whatever the review values."""
        if self._asked is None:
            return False
        shown, before = self._asked
        now = self.note_of(card)
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
        self._asked = card, self.note_of(card)
        self._asked_at = monotonic()
        self.query_one(CardSide).ask(card)
        self.query_one(Grades).set(())
        if self.beside:
            self.beside.ask(card)
        self.name_place()
        self.call_after_refresh(self._recorder.prepare, card.id)

    def _reveal(self, card: Card, session: Session) -> None:
        self.query_one(CardSide).reveal(card)
        self.offer(card, session)
        if self.beside:
            self.beside.reveal()

    def _finish(self, session: Session) -> None:
        app = self.study_app
        minutes = max(1, round((monotonic() - self._began_at) / 60))
        left = len(app.library.snapshot.state.repeats(app.today))
        text = labels.finished(session, minutes, left, app.say)
        self.query_one(CardSide).finish(app.say("finished"), text)
        if self.beside:
            self.beside.close()
        self.query_one(Grades).set(())
        self.name_place()

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

    def on_saved(self, message: Saved) -> None:
        """An act is durable: say so, and count again what rests on it."""
        self._offer_again(message)
        self.say_below(labels.saved(message, self.study_app.say))
        self.name_place()
        if self.session and self.session.phase is Phase.FINISHED:
            self._finish(self.session)

    def _offer_again(self, message: Saved) -> None:
        """Date the grades anew where the act, such as an undo, was about the card in sight."""
        session, card, about = self.session, self.card, message.committed.card
        if session is None or session.phase not in {Phase.REVEALED, Phase.DRILLING}:
            return
        if card and about and about.id == card.id:
            self.offer(card, session)

    def on_not_saved(self, message: NotSaved) -> None:
        """An act could not be journalled: go back to before it."""
        self._recorder.resume()
        self.session = message.before
