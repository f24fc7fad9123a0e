"""What the keys of a screen do with the demo that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from studyapp.runner import Ready, Starting, Unavailable
from studyapp.tui.demokeys import RUNNING, lacking
from studyapp.tui.screens.listing import ListingScreen

if TYPE_CHECKING:
    from studyapp.tui.base import BaseApp
    from studyapp.tui.screens.demomarks import DemoMarks
    from studyapp.tui.screens.demoprobe import DemoProbe
    from studyapp.tui.screens.demorun import DemoRun
    from studyapp.tui.screens.demoside import DemoSide
    from studyapp.tui.widgets.draft import Wish


class SideActs(Screen[None]):
    """A screen whose demos can be run, tried and changed."""

    _side: DemoSide

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def say_below(self, text: str) -> None:
        """A few words at the foot of the screen."""
        raise NotImplementedError

    def lacking(self, act: str) -> str:
        """The text that says why an act of the demo does nothing now; "" where it does."""
        return lacking(self._side, act)

    def _can(self, act: str) -> bool:
        """Whether an act of the demo does something now; else say why not."""
        if why := self.lacking(act):
            self.say_below(self.study_app.say(why))
        return not why

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where code is turned off, there are no keys for it."""
        if action in RUNNING and self.study_app.runner.off:
            return False
        return super().check_action(action, parameters)

    def action_run(self, reseed: bool) -> None:  # noqa: FBT001  from a binding
        """Run the demo; where it runs, stop it."""
        if self._can("run"):
            self._side.run_demo(reseed=reseed)

    def action_other(self, step: int) -> None:
        """Show another demo."""
        if self._can("other"):
            self._side.other(step)

    def action_swap(self) -> None:
        """Fold the demo, or open it."""
        if self._can("swap"):
            self._side.toggle()

    def action_change(self) -> None:
        """Change the code, and run that."""
        if self._can("change"):
            self._side.change()

    def action_wish(self, wish: Wish) -> None:
        """A key of the editor was clicked."""
        self._side.draft.action_wish(wish)

    def action_try(self) -> None:
        """Type a line that goes on where the code ended."""
        if self._can("try"):
            self._side.ask_line()

    def action_probe(self) -> None:
        """Let gradients flow back; before a run, predict what it gives."""
        if self._can("probe"):
            self._side.probe()

    def action_graph(self) -> None:
        """Show the autograd graph, or the code again."""
        if self._can("graph"):
            self._side.toggle_graph()

    def action_figure(self) -> None:
        """Open the last figure."""
        if self._can("figure"):
            self._side.open_figure()

    def action_aside(self) -> None:
        """Set a mark that differs aside for good, or put it back."""
        if self._can("aside"):
            self._side.set_aside()

    def action_earlier(self) -> None:
        """Show the fences that run before the demo, or hide them."""
        if self._can("earlier"):
            self._side.pane.toggle_earlier()

    def action_where(self) -> None:
        """Say what runs the code, and what keeps it in."""
        say = self.study_app.say
        match self.study_app.runner.state:
            case Ready() as state:
                facts = {
                    "python": str(state.python),
                    "torch": state.torch,
                    "device": state.device,
                    "walls": state.level,
                    "out": state.keeps_out,
                    "through": state.lets_through,
                }
                told = {key: say.reason(fact) for key, fact in facts.items() if fact}
                lines = [say(f"where_{key}", fact=fact) for key, fact in told.items()]
            case Starting():
                lines = [say("where_starting")]
            case Unavailable() as state:
                lines = [say.reason(state.reason), say.reason(state.hint)]
            case _:
                lines = [say("where_dead")]
        self.app.push_screen(ListingScreen(say("where_title"), lines))

    def action_stop(self) -> None:
        """Stop the demo that runs; where none does, leave."""
        if self._side.running:
            self._side.cancel()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Back to Home; everything is saved already."""
        if self.is_current:
            self.dismiss()

    def on_demo_run_consented(self, message: DemoRun.Consented) -> None:
        """Say once where code runs, and that it may now run by itself."""
        key = "walled_autorun" if self.study_app.may_autorun() else "walled"
        self.say_below(self.study_app.say(key, level=message.level))

    def on_demo_marks_moved(self, message: DemoMarks.Moved) -> None:
        """Say what became of marks."""
        key = "mark_aside" if message.aside else "mark_back"
        self.say_below(self.study_app.say(key, n=len(message.texts)))

    def on_demo_probe_trouble(self, message: DemoProbe.Trouble) -> None:
        """Say what can't be had."""
        self.notify(message.reason, severity="warning", markup=False)

    def on_demo_side_stored(self, message: DemoSide.Stored) -> None:
        """Say whether the note took the changed code."""
        say = self.study_app.say
        if waits := message.waits:
            text = say("code_waits", reason=waits.reason, hint=waits.hint)
            self.notify(text, severity="warning", markup=False)
        else:
            self.say_below(say("code_saved"))
