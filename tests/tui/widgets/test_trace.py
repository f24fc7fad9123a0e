from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.events import Claim, Event, Failure, Finished, Output, Value
from studyapp.tui.widgets.demo_lines import draw
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH
from studyapp.tui.widgets.folded import ROWS, draw_folded
from studyapp.tui.widgets.foot import foot
from studyapp.tui.widgets.ink import PLAIN
from studyapp.tui.widgets.look import Look
from studyapp.tui.widgets.snippet import Snippet
from studyapp.tui.widgets.trace import Trace

WORDS = st.text(st.sampled_from("ab=(#中，。 \n\x1b\u202e\t"), max_size=40)
LINES = st.integers(1, 12)
EVENTS = st.lists(
    st.one_of(
        st.builds(Value, LINES, WORDS, WORDS),
        st.builds(Output, st.one_of(LINES, st.none()), WORDS),
        st.builds(Claim, LINES, WORDS, WORDS, st.sampled_from([True, False, None])),
        st.builds(Failure, st.one_of(LINES, st.none()), WORDS, WORDS),
        st.builds(Finished, st.sampled_from(["ok", "needs", "timeout"]), WORDS, st.floats(0, 20)),
    ),
    max_size=12,
)
LOOKS = st.builds(Look, st.integers(16, 90), st.just(PLAIN), st.sampled_from([ENGLISH, CHINESE]))


@given(WORDS, EVENTS, LOOKS)
def test_every_drawn_line_fits_and_is_safe(code: str, events: list[Event], look: Look) -> None:
    """Whatever ran, open or folded, no line is wider than the pane or holds a hidden character."""
    snippet, trace = Snippet(code, 3, "python", runnable=True), Trace(tuple(events))
    folded = draw_folded(snippet, trace, look)
    assert len(folded) <= ROWS
    for line in [*(line for line, _ in draw(snippet, trace, look)), *folded]:
        assert sum(part.cell_length for part in line) <= look.width
        assert not {"\x1b", "\u202e", "\t", "\n"} & set("".join(part.text for part in line))


def test_code_that_gives_way_to_its_result_says_so() -> None:
    """A folded line whose code is cut ends it with a sign, wherever its colours change."""
    code = "scores = q @ q.transpose(-2, -1) / 8 ** 0.5  # [B, H, S, S]\n"
    trace = Trace((Value(3, "scores", "float32 (1, 2, 4, 4)  [[[[2.8284"),))
    for width in range(24, 80):
        snippet = Snippet(code, 3, "python", runnable=True)
        (line,) = draw_folded(snippet, trace, Look(width, PLAIN, ENGLISH))
        shown = "".join(part.text for part in line)
        assert code.rstrip() in shown or "…" in shown.partition("float32")[0]


def test_a_statement_ends_where_its_last_line_is() -> None:
    """Lines are the note's, and only top-level statements count."""
    snippet = Snippet("f(\n    1,\n)\nfor i in x:\n    g(i)\n", 20, "python", runnable=True)
    assert snippet.statement_ends() == {20: 22, 23: 24}
    assert snippet.numbers == range(20, 25)


def test_code_that_does_not_parse_has_no_statements() -> None:
    """Other languages and broken code are drawn line by line."""
    assert not Snippet("x = (", 1, "python", runnable=True).statement_ends()
    assert not Snippet("x = 1", 1, "cpp", runnable=False).statement_ends()


def test_what_belongs_to_no_line_is_gathered() -> None:
    """Output past Python's streams and failures of other fences come under None."""
    loose = (Output(None, "x"), Failure(1, "E", "m"))
    assert Trace(loose).by_line(Snippet("y\n", 5, "python", runnable=True)) == {None: [*loose]}


def test_the_foot_counts_claims() -> None:
    """One, all or some hold; those not judged are not counted."""
    yes, no, open_ = (Claim(1, "a", "b", holds) for holds in (True, False, None))
    end = Finished("ok", "", 0.0)

    def said(*events: Event) -> str:
        return foot(Trace((*events, end)), "", ENGLISH)

    assert said(yes, open_) == "1 claim holds"
    assert said(yes, yes) == "2 claims hold"
    assert said(yes, no) == "1 of 2 claims hold"
    assert said(open_) == ""
    assert foot(Trace((yes,)), "", ENGLISH) == ""


def test_the_foot_names_the_end_and_the_sandbox() -> None:
    """A status that is no plain success is said first; nothing that ran names no sandbox."""
    assert foot(Trace((Finished("timeout", "", 10.0),)), "rlimits", ENGLISH) == (
        "took too long · 10.0 s · rlimits"
    )
    assert foot(Trace((Finished("needs", "x", 0.0),)), "rlimits", CHINESE) == "未运行"


def test_a_true_comment_spares_the_value() -> None:
    """A bare expression's value is shown as a result, and not at all where a claim says it."""
    snippet = Snippet("x.size()\nx\n", 1, "python", runnable=True)
    size, x = Value(1, "x.size()", "torch.Size([2])"), Value(2, "x", "float32 (2,)")
    claim = Claim(2, "tensor([1., 1.])", "tensor([1., 1.])", holds=True)
    found = Trace((size, x, claim)).by_line(snippet)
    assert found == {1: [Value(1, "→", "torch.Size([2])")], 2: [claim]}


def test_what_an_expression_changed_keeps_its_name() -> None:
    """An in-place call shows the tensor that it changed under the tensor's own name."""
    snippet = Snippet("x.add_(1)  # tensor([2.])\n", 1, "python", runnable=True)
    changed = Value(1, "x", "float32 (1,)  [2.]")
    claim = Claim(1, "tensor([2.])", "tensor([2.])", holds=True)
    assert Trace((changed, claim)).by_line(snippet) == {1: [changed, claim]}


def test_that_a_definition_defines_is_not_told() -> None:
    """The value of a class statement says nothing that the code does not; a copy of it does."""
    snippet = Snippet("class A: ...\nB = A\n", 1, "python", runnable=True)
    copy = Value(2, "B", "class A")
    assert Trace((Value(1, "A", "class A"), copy)).by_line(snippet) == {2: [copy]}


def test_what_a_loop_counts_stands_at_its_head() -> None:
    """The loop's variable is bound by its first line, not by its last."""
    snippet = Snippet("for i in x:\n    y = i\n", 1, "python", runnable=True)
    first = Value(1, "i", "0", {"pass": 1})
    assert Trace((first,)).by_line(snippet) == {1: [first]}
