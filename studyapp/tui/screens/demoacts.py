"""A sitting whose demos can be run, tried and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study import Phase
from studyapp.tui.screens.sideacts import SideActs
from studyapp.tui.screens.sitting import Sitting
from studyapp.tui.widgets.grades import Grades

if TYPE_CHECKING:
    from studyapp.tui.screens.demobench import DemoBench


class DemoActs(Sitting, SideActs):
    """The demo beside the card has its room, and its part in the grade."""

    def on_demo_shelf_changed(self) -> None:
        """Lay an open demo beside the card where there is room."""
        side = self._side
        body = self.query_one("#body")
        body.set_class(bool(side.demo) and not side.folded, "-open")
        self.set_class(side.editing, "-editing")
        body.set_class(side.editing, "-editing")
        self.name_keys()

    def on_demo_bench_judged(self, message: DemoBench.Judged) -> None:
        """Propose the grade that the prediction deserves; to give it is the person's."""
        session, say = self.session, self.study_app.say
        if session is None or message.right is None:
            self.say_below(say("unjudged", said=message.said))
            return
        wrong = "1" if session.phase is Phase.DRILLING else "2"
        self.query_one(Grades).proposed = "3" if message.right else wrong
        self.say_below(say("right" if message.right else "wrong", said=message.said))
        self.name_keys()
