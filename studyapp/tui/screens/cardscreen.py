"""The screen of a card: where we are, the card, its demo, the grades, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.study import Phase, Session
from studyapp.study.leech import is_leech
from studyapp.tui import labels
from studyapp.tui.demokeys import prompt_keys
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.screens.recallside import RecallSide
from studyapp.tui.studykeys import SPARE, useful
from studyapp.tui.widgets.grades import Grades
from studyapp.tui.widgets.keyline import Key, KeyLine, fitting

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.notes import Card, Note
    from studyapp.tui.base import BaseApp
    from studyapp.tui.screens.demoside import DemoSide


class CardScreen(Screen[None]):
    """Draws a session; what moves it, a subclass says."""

    session: reactive[Session | None] = reactive(None, init=False)
    _side: DemoSide
    _furnished = False

    def __init__(self, *, cram: bool = False) -> None:
        super().__init__()
        self._cram = cram

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
        """Where we are; the card, beside which a demo will stand; the grades; the keys."""
        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="progress", markup=False)
        with Container(id="body"):
            yield self.card_side()
        with Horizontal(id="status"):
            yield Static(id="more", markup=False)
            yield Static(id="saved", markup=False)
        yield Grades(id="grades")
        yield KeyLine(id="keys")

    @property
    def beside(self) -> DemoSide | None:
        """The place of the demos, once it is made."""
        return self._side if self._furnished else None

    async def furnish(self) -> None:
        """Make the place of the demos, for which the first question does not wait."""
        if self._furnished or not self.is_attached:
            return
        from studyapp.tui.screens.demoside import DemoSide  # noqa: PLC0415  a question comes first

        self._side = DemoSide()
        await self.query_one("#body").mount(self._side)
        self._furnished = True
        if (card := self.card) and self.session:
            self._side.ask(card)
            if self.session.phase is not Phase.ASKING:
                self._side.reveal()
        self.name_keys()

    async def on_key(self) -> None:
        """Be ready before a key can ask for anything."""
        await self.furnish()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A click that comes before even a key does nothing."""
        return self._furnished and super().check_action(action, parameters)

    def card_side(self) -> RecallSide:
        """Where the card is drawn."""
        return RecallSide(self.study_app.say)

    def note_of(self, card: Card) -> Note:
        """The note that a card stands in."""
        return self.study_app.library.snapshot.notes[card.note]

    def offer(self, card: Card, session: Session) -> None:
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

    def name_place(self) -> None:
        """Say where the card stands, and where the sitting does."""
        app, place, progress = self.study_app, "", ""
        if (card := self.card) and self.session:
            own = app.library.snapshot.card_state(card)
            leech = app.say("leech") if is_leech(own.schedule) else ""
            title = self.note_of(card).title
            place = labels.place(card, title, flagged=own.flagged, leech=leech)
            progress = labels.progress(self.session, app.say, cram=self._cram)
        self.query_one("#place", Static).update(Content(visible(place)))
        self.query_one("#progress", Static).update(Content(progress))

    def name_more(self, more: int) -> None:
        """Say how much of the page is below its fold."""
        text = self.study_app.say("more", n=more) if more else ""
        self.query_one("#more", Static).update(Content(text))
        self.name_keys()

    def name_keys(self) -> None:
        """Name the keys that do something now, as many as fit."""
        if self.session:
            line, keys = self.query_one("#keys", KeyLine), self.useful(self.session)
            if (side := self.beside) and side.typing:
                near = side.roomy or not side.prompt.display
                keys = [] if near else [*prompt_keys(self.study_app.say)]
            line.show(fitting(line.as_bound(keys), self.size.width - line.gutter.width, SPARE))

    def useful(self, session: Session) -> list[Key]:
        """The keys of the card that do something now."""
        more, say = bool(self.query_one(CardSide).more), self.study_app.say
        return useful(session, more=more, proposed=self.query_one(Grades).proposed, say=say)

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self.name_keys()

    def say_below(self, text: str) -> None:
        """A few words under the card."""
        self.query_one("#saved", Static).update(Content(text))
