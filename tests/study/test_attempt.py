"""What was told of an answer, and the grade that fits it."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Grade
from studyapp.study.attempt import Attempt


def test_nothing_told_proposes_nothing() -> None:
    """Who ticks, types and asks for nothing gets no proposal, nor by looking at points."""
    assert Attempt(5).proposed is None
    assert Attempt(5).moved(1).moved(1).proposed is None


def test_ticks_propose_by_their_share() -> None:
    """Nothing of four is Again, half of it Hard, all of it Good."""
    attempt = Attempt(4)
    grades = []
    for _ in range(4):
        attempt = attempt.ticked()
        grades.append(attempt.proposed)
    assert grades == [Grade.AGAIN, Grade.HARD, Grade.HARD, Grade.GOOD]
    assert attempt.ticked() == attempt, "there is no fifth point"


def test_a_tick_can_be_taken_back() -> None:
    """A second tick takes the first off; having judged at all stays."""
    attempt = Attempt(2).ticked().ticked()
    assert attempt.moved(-1).ticked().said == {0}
    assert Attempt(2).ticked(1).ticked(1).proposed is Grade.AGAIN


def test_a_hint_leaves_hard_at_best() -> None:
    """After a hint Good becomes Hard, Again stays, and Hard is proposed without a word."""
    hinted = Attempt(2).hinted()
    assert hinted.proposed is Grade.HARD
    assert hinted.ticked(0).ticked(1).proposed is Grade.HARD
    assert Attempt().hinted().typed(right=False).proposed is Grade.AGAIN


def test_a_typed_line_is_right_or_not() -> None:
    """A right line proposes Good, a wrong one Again; ticks after it count more."""
    assert Attempt().typed(right=True).proposed is Grade.GOOD
    assert Attempt().typed(right=False).proposed is Grade.AGAIN
    assert Attempt(2).typed(right=False).ticked().proposed is Grade.HARD


@given(
    st.integers(0, 5),
    st.lists(st.one_of(st.integers(-3, 3), st.sampled_from(["x", "h", "0", "9", "y"]))),
)
def test_any_keys_keep_it_whole(points: int, keys: list[int | str]) -> None:
    """Whatever is pressed, only points that exist are said, and the proposal is a button."""
    attempt = Attempt(points)
    for key in keys:
        match key:
            case int():
                attempt = attempt.moved(key)
            case "x":
                attempt = attempt.ticked()
            case "h":
                attempt = attempt.hinted()
            case "y":
                attempt = attempt.typed(right=True)
            case _:
                attempt = attempt.ticked(int(key))
        assert attempt.said <= set(range(points))
        assert 0 <= attempt.at <= points
        assert attempt.proposed in (None, Grade.AGAIN, Grade.HARD, Grade.GOOD)
