"""Study: question, answer, grade; a demo beside the answer."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from studyapp.library.reading import read_body
from studyapp.notes.visible import visible
from studyapp.schedule.grades import Grade
from studyapp.study import (
    Drop,
    Graded,
    Mark,
    Marked,
    Phase,
    Record,
    Reveal,
    Revoke,
    Session,
    Tick,
    Undo,
    start,
    step,
)
from studyapp.tui import labels
from studyapp.tui.recorder import NotSaved, Recorder, Saved
from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.screens.listing import ListingScreen
from studyapp.tui.screens.reader import ReaderScreen
from studyapp.tui.widgets.grades import Grades
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.study.messages import Input, Marking
    from studyapp.study.queue import Item
    from studyapp.tui.app import StudyApp


class StudyScreen(Screen[None]):
    """One sitting. The session decides, the recorder writes, this screen draws."""

    CSS_PATH = "study.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-narrow"),
        (110, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,ideographic_space", "forward", "reveal", id="study.forward"),
        Binding("1,１", "grade('1')", "again", id="study.again"),
        Binding("2,２", "grade('2')", "hard", id="study.hard"),
        Binding("3,３", "grade('3')", "good", id="study.good"),
        Binding("4,４", "grade('4')", "easy", id="study.easy"),
        Binding("r,ｒ", "run(False)", "run", id="study.run"),
        Binding("R,Ｒ", "run(True)", "run with another seed", id="study.reseed"),
        Binding("left_square_bracket,【,［", "other(-1)", "previous demo", id="study.previous"),
        Binding("right_square_bracket,】,］", "other(1)", "next demo", id="study.next"),
        Binding("d,ｄ", "swap", "fold the demo", id="study.swap"),
        Binding("n,ｎ", "note", "note", id="study.note"),
        Binding("e,ｅ", "edit", "edit", id="study.edit"),
        Binding("w,ｗ", "why", "why this date", id="study.why"),
        Binding("u,ｕ,ctrl+z", "undo", "undo", id="study.undo"),
        Binding("s,ｓ", "mark('suspend')", "suspend", id="study.suspend"),
        Binding("b,ｂ", "mark('bury')", "bury", id="study.bury"),
        Binding("f,ｆ", "mark('flag')", "flag", id="study.flag"),
        Binding("escape", "stop", "stop", id="study.stop"),
        Binding("q,ｑ", "leave", "leave", id="study.leave"),
    ]

    session: reactive[Session | None] = reactive(None, init=False)

    def __init__(self, items: Sequence[Item], *, cram: bool = False) -> None:
        super().__init__()
        self._items = items
        self._cram = cram
        self._asked_at = 0.0
        self._began_at = monotonic()
        self._side = DemoSide()

    @property
    def study_app(self) -> StudyApp:
        """The app, by its own type."""
        return cast("StudyApp", self.app)

    @property
    def card(self) -> Card | None:
        """The card that is asked, if the folder still has it."""
        session = self.session
        if session is None or session.current is None:
            return None
        return self.study_app.library.snapshot.cards.get(session.current.card)

    def compose(self) -> ComposeResult:
        """Where we are; question and answer; the demo; the grades; the keys."""
        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="progress", markup=False)
        with Container(id="body"):
            with Vertical(id="card"):
                yield Page(id="question")
                yield Static(id="veil", markup=False)
                yield Page(id="answer")
            yield self._side
        with Horizontal(id="status"):
            yield Static(id="more", markup=False)
            yield Static(id="saved", markup=False)
        yield Grades(id="grades")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin the sitting."""
        say = self.study_app.say
        self.query_one("#question").border_title = say("question")
        self.query_one("#answer").border_title = say("answer")
        app = self.study_app
        self._recorder = Recorder(app.library, app.clock, self.post_message, cram=self._cram)
        self.watch(self.query_one("#answer", Page), "more_below", self._status, init=False)
        self.session = start(self._items, app.clock())

    def on_unmount(self) -> None:
        """Leave nothing running and nothing unwritten."""
        self._side.stop()
        self._recorder.close()

    def _take(self, *inputs: Input) -> None:
        """Step the session and hand its effects to the recorder."""
        session = self.session
        if session is None:
            return
        for one in (Tick(self.study_app.clock()), *inputs):
            session, effects = step(session, one)
            self._recorder.perform(effects)
        self.session = session

    def watch_session(self, before: Session | None, session: Session) -> None:
        """Draw what has changed: another question, its answer, or the end."""
        if session.phase is Phase.FINISHED:
            self._finish(session)
        elif before is None or before.phase != session.phase or before.current != session.current:
            if before is None or before.current != session.current:
                self._ask()
            if session.phase is not Phase.ASKING:
                self._reveal(session)
        self._keys(session)

    def _ask(self) -> None:
        card = self.card
        if card is None:
            self._take(Drop())
            return
        self._asked_at = monotonic()
        self._place(card)
        context = f"\n\n{card.context}" if card.context else ""
        self.query_one("#question", Page).show(card.question + context)
        self._veil(self.study_app.say("veil"))
        self.query_one(Grades).set(())
        self._side.ask(card)
        self._status()

    def _reveal(self, session: Session) -> None:
        card, item = self.card, session.current
        if card is None or item is None:
            return
        answer = self.query_one("#answer", Page)
        answer.display = True
        self.query_one("#veil").display = False
        answer.show(card.answer)
        answer.focus()
        app = self.study_app
        outcomes, day = app.library.outcomes(card, app.today), app.today
        if session.phase is Phase.DRILLING:
            options = labels.drill_options(item, outcomes, day, app.say)
        else:
            options = labels.grade_options(outcomes, day, app.say)
        self.query_one(Grades).set(options)
        self._side.reveal()
        self._status()

    def _veil(self, text: str) -> None:
        """Hide the answer behind a few words."""
        veil = self.query_one("#veil", Static)
        veil.update(Content(text))
        veil.display = True
        answer = self.query_one("#answer", Page)
        answer.clear()
        answer.display = False

    def _finish(self, session: Session) -> None:
        say = self.study_app.say
        minutes = max(1, round((monotonic() - self._began_at) / 60))
        left = len(self.study_app.library.snapshot.state.repeats(self.study_app.today))
        text = say("finished_text", n=session.done, minutes=minutes)
        if left:
            text += "\n\n" + say("finished_left", n=left)
        page = self.query_one("#question", Page)
        page.border_title = say("finished")
        page.show(text)
        self._veil("")
        self.query_one("#veil").display = False
        self._side.display = False
        self.query_one(Grades).set(())
        page.focus()

    def _place(self, card: Card) -> None:
        title = self.study_app.library.snapshot.notes[card.note].title
        self.query_one("#place", Static).update(Content(visible(labels.place(card, title))))
        if session := self.session:
            told = labels.progress(session, self.study_app.say, cram=self._cram)
            self.query_one("#progress", Static).update(Content(told))

    def _status(self, *_: object) -> None:
        more = self.query_one("#answer", Page).more_below
        text = (
            self.study_app.say("more", n=more) if more and self.query_one("#answer").display else ""
        )
        self.query_one("#more", Static).update(Content(text))

    def _keys(self, session: Session) -> None:
        self.query_one(KeyLine).show(self._useful(session))

    def _useful(self, session: Session) -> list[Key]:
        say = self.study_app.say
        if session.phase is Phase.FINISHED:
            return [
                Key("enter", say("k_home"), "screen.leave"),
                Key("u", say("k_undo"), "screen.undo"),
            ]
        revealed = session.phase is not Phase.ASKING
        forward = Key("space", say("good" if revealed else "k_answer"), "screen.forward")
        side = self._side
        demo = []
        if side.demo and side.demo.snippet.runnable:
            demo.append(Key("r", say("k_run"), "screen.run(False)"))
        if side.demo:
            demo.append(Key("d", say("k_fold"), "screen.swap"))
        if side.count > 1:
            demo.append(Key("[ ]", say("k_other"), "screen.other(1)"))
        return [
            forward,
            *demo,
            Key("n", say("k_note"), "screen.note"),
            Key("w", say("k_why"), "screen.why"),
            Key("u", say("k_undo"), "screen.undo"),
            Key("?", say("k_help"), "app.help"),
            Key("q", say("k_leave"), "screen.leave"),
        ]

    def on_demo_side_chosen(self) -> None:
        """Name the demo's keys once there is one."""
        if self.session:
            self.call_after_refresh(self._keys, self.session)

    def on_grades_chosen(self, message: Grades.Chosen) -> None:
        """A grade was clicked."""
        self.action_grade(message.key)

    def action_forward(self) -> None:
        """Show the answer; page through it; then Good."""
        session = self.session
        if session is None or session.phase is Phase.FINISHED:
            self.action_leave()
        elif session.phase is Phase.ASKING:
            self._take(Reveal())
        elif not self.query_one("#answer", Page).page_down():
            self.action_grade("3")

    def action_grade(self, key: str) -> None:
        """Grade the card by the key of a button that is shown."""
        session = self.session
        if session is None or session.phase in {Phase.ASKING, Phase.FINISHED}:
            return
        keys = labels.DRILL_KEYS if session.phase is Phase.DRILLING else labels.KEYS
        if (grade := keys.get(key)) is not None:
            self._take(Graded(Grade(grade), monotonic() - self._asked_at))

    def action_mark(self, mark: Marking) -> None:
        """Suspend, bury or flag the card."""
        if self.card:
            self._take(Marked(mark))

    def action_undo(self) -> None:
        """Take back the last act of this sitting."""
        if self.session and self.session.past is None:
            self.notify(self.study_app.say("nothing_to_undo"), markup=False)
        else:
            self._take(Undo())

    def action_run(self, reseed: bool) -> None:  # noqa: FBT001  from a binding
        """Run the demo."""
        self._side.run_demo(reseed=reseed)

    def action_other(self, step: int) -> None:
        """Show another demo."""
        self._side.other(step)

    def action_swap(self) -> None:
        """Fold the demo, or open it."""
        self._side.toggle()

    def action_stop(self) -> None:
        """Stop the demo that runs; where none does, leave."""
        side = self._side
        if side.running:
            self.study_app.runner.cancel()
        else:
            self.action_leave()

    def action_note(self) -> None:
        """Read the whole note."""
        if card := self.card:
            snapshot = self.study_app.library.snapshot
            try:
                text = read_body(snapshot.root, snapshot.notes[card.note])
            except OSError as error:
                self.notify(error.strerror or str(error), severity="warning", markup=False)
                return
            self.app.push_screen(ReaderScreen(card.note, text))

    def action_edit(self) -> None:
        """Edit the card in the person's editor."""
        if self.card:
            self.study_app.edit(self.card.note, self.card.line)

    def action_why(self) -> None:
        """Say why the card is due when it is."""
        if card := self.card:
            schedule = self.study_app.library.snapshot.schedule(card)
            say = self.study_app.say
            self.app.push_screen(ListingScreen(say("why_title"), [labels.why(schedule, say)]))

    def action_leave(self) -> None:
        """Back to Home; everything is saved already."""
        self.dismiss()

    def reread(self) -> None:
        """The library was read again: the card may have changed, or be gone."""
        session = self.session
        if session and session.current:
            self._ask()
            if session.phase is not Phase.ASKING and self.card:
                self._reveal(session)

    def on_saved(self, message: Saved) -> None:
        """An act is durable: say so, and whether a note waits."""
        say, committed = self.study_app.say, message.committed
        self.study_app.snapshot = self.study_app.library.snapshot
        if committed.waiting and committed.card:
            waits = committed.waiting
            self.notify(
                say("note_waits", note=committed.card.note, reason=waits.reason),
                severity="warning",
                markup=False,
            )
        match message.effect:
            case Record(grade=grade):
                self._tell(say("saved", what=say(grade.name.lower())))
            case Mark(mark=mark):
                self._tell(say(f"marked_{mark}"))
            case Revoke():
                self._tell(say("undone"))

    def on_not_saved(self, message: NotSaved) -> None:
        """An act could not be journalled: go back to before it."""
        session = self.session
        while session and session.next_ref > message.effect.ref and session.past:
            session = session.past.before
        self.session = session
        text = self.study_app.say("not_saved", reason=message.reason)
        self.notify(text, severity="error", markup=False)

    def _tell(self, text: str) -> None:
        self.query_one("#saved", Static).update(Content(text))
