"""What an answer told is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Grade
from studyapp.study.telling import proposed, same, typable


@pytest.mark.parametrize(
    ("said", "of", "grade"),
    [(5, 5, Grade.GOOD), (3, 5, Grade.HARD), (2, 4, Grade.HARD), (2, 5, Grade.AGAIN)],
)
def test_points_propose_a_grade(said: int, of: int, grade: Grade) -> None:
    """All of them is Good, half is Hard, less is Again."""
    assert proposed(said, of) == grade


@given(st.integers(1, 50).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_more_said_is_never_a_worse_grade(points: tuple[int, int]) -> None:
    """Ticking one more point never lowers what is proposed."""
    said, of = points
    if said < of:
        assert proposed(said, of) <= proposed(said + 1, of)


def test_no_points_propose_nothing() -> None:
    """A caller that counts wrongly hears of it."""
    with pytest.raises(ValueError, match="3 of 2"):
        proposed(3, 2)
    with pytest.raises(ValueError, match="0 of 0"):
        proposed(0, 0)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("O(n log n)", "`O(n log n)`"),
        ("ｔｏｒｃｈ．ｎｏ＿ｇｒａｄ", "torch.no_grad"),
        ("链式法则。", "**链式法则**"),
        ("float 32", "Float32"),
        ("!=", "`!=`"),
    ],
)
def test_width_punctuation_and_case_do_not_matter(typed: str, answer: str) -> None:
    """An input method's full-width forms, a missing dot or a capital are no mistakes."""
    assert same(typed, answer)


@pytest.mark.parametrize(("typed", "answer"), [("", "x"), ("O(n)", "O(n²)"), ("==", "!=")])
def test_another_answer_is_another(typed: str, answer: str) -> None:
    """What differs in a letter, a digit or an operator is not the same."""
    assert not same(typed, answer)


def test_only_short_answers_can_be_typed() -> None:
    """One line of forty characters at most, and no code."""
    assert typable("`torch.no_grad()`")
    assert not typable("one\ntwo")
    assert not typable("x" * 41)
    assert not typable("")
    assert not typable("```\nx\n```")
