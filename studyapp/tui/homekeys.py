"""The keys of Home: what is bound, and which of them its foot names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("space,ideographic_space", "study", "study", id="home.study"),
    Binding("c,ｃ", "cram", "cram", id="home.cram"),
    Binding("t,ｔ", "first_pass", "first pass", id="home.first_pass"),
    Binding("slash,／", "filter", "choose cards", id="home.filter"),
    Binding("b,ｂ", "browse", "browse", id="home.browse"),
    Binding("d,ｄ", "day", "minutes, scheduler, interview", id="home.day"),
    Binding("comma,，", "settings", "settings", id="home.settings"),
    Binding("a,ａ", "stats", "statistics", id="home.stats"),
    Binding("v,ｖ", "coverage", "outlines", id="home.coverage"),
    Binding("i,ｉ", "mock", "mock interview", id="home.mock"),
    Binding("plus,equals_sign,＋", "weigh(1)", "heavier deck", id="home.heavier"),
    Binding("minus,－", "weigh(-1)", "lighter deck", id="home.lighter"),
    Binding("p,ｐ", "problems", "problems", id="home.problems"),
    Binding("r,ｒ", "rebinds", "reworded", id="home.rebinds"),
    Binding("s,ｓ", "suspended", "suspended cards", id="home.suspended"),
    Binding("n,N,ｎ,Ｎ", "cardless", "notes without a card", id="home.cardless"),
    Binding("m,ｍ", "mend", "mend conflicts", id="home.mend"),
    Binding("k,ｋ", "resolve('mine', False)", "keep mine", id="home.mine"),
    Binding("o,ｏ", "resolve('theirs', False)", "take theirs", id="home.theirs"),
    Binding("K,Ｋ", "resolve('mine', True)", "always keep mine", id="home.always_mine"),
    Binding("O,Ｏ", "resolve('theirs', True)", "always take theirs", id="home.always_theirs"),
    Binding("g,ｇ", "ignore", "keep the journal out of git", id="home.ignore"),
    Binding("u,ｕ", "undo", "undo", id="home.undo"),
    Binding("f5", "app.refresh_library", "refresh", id="home.refresh"),
    Binding("q,ｑ", "app.quit", "quit", id="home.quit"),
]
SPARE = ("f5", "v", "a", "c", "/", "t", "i")
"""Keys that the line does without where it is short; help names them all."""


def useful(say: Words, *, studyable: bool) -> list[Key]:
    """The keys to name; without a card there is nothing to study."""
    study = [
        Key("enter", say("k_study"), "screen.study"),
        Key("c", say("k_cram"), "screen.cram"),
        Key("t", say("k_first_pass"), "screen.first_pass"),
        Key("/", say("k_filter"), "screen.filter"),
        Key("b", say("k_browse"), "screen.browse"),
        Key("d", say("k_day"), "screen.day"),
        Key("a", say("k_stats"), "screen.stats"),
        Key("v", say("k_coverage"), "screen.coverage"),
        Key("i", say("k_mock"), "screen.mock"),
    ]
    first = [Key("ctrl+n", say("k_capture"), "app.capture")]
    return [
        *(study if studyable else first),
        Key("f5", say("k_refresh"), "app.refresh_library"),
        Key("?", say("k_help"), "app.help"),
        Key("q", say("k_quit"), "app.quit"),
    ]
