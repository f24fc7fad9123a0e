from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.study.prediction import Came, Subject, judge, subject

TENSOR = Came(shape=(2, 3), dtype="float32", values="[[1., 2., 3.], [4., 5., 6.5]]", text="x")
SCALAR = Came(shape=(), dtype="float32", values="0.3678", text="float32 ()  0.3678")
PRINTED = Came(text="tensor([0., 1., 1.], grad_fn=<AddBackward0>)")
RAISED = Came(raised="RuntimeError")


@pytest.mark.parametrize(
    ("said", "came", "right"),
    [
        ("(2, 3)", TENSOR, True),
        ("[2,3]", TENSOR, True),
        ("2x3", TENSOR, True),
        ("2 × 3", TENSOR, True),
        ("torch.Size([2, 3])", TENSOR, True),
        ("shape (2, 3)", TENSOR, True),
        ("形状：（2，3）", TENSOR, True),
        ("(3, 2)", TENSOR, False),
        ("(2,)", Came(shape=(2,), values="[7, 9]"), True),
        ("[7, 9]", Came(shape=(2,), values="[7, 9]"), True),
        ("()", SCALAR, True),
        ("float32", TENSOR, True),
        ("torch.float32", TENSOR, True),
        ("float64", TENSOR, False),
        ("tensor([[1, 2, 3], [4, 5, 6.5]])", TENSOR, True),
        ("[1, 2, 3, 4, 5, 6.5]", TENSOR, False),
        ("0.37", SCALAR, True),
        ("0.4", SCALAR, True),
        ("0.36", SCALAR, False),
        ("[0, 1, 1]", PRINTED, True),
        ("tensor([0., 1., 1.])", PRINTED, True),
        ("[0, 1, 2]", PRINTED, False),
        ("True", Came(text="True"), True),
        ("false", Came(text="True"), False),
        ("-1", Came(text="-1"), True),
        ("1e-3", Came(text="0.0012"), True),
        ("hello world", Came(text="hello  world\n"), True),
        ("'cpu'", Came(text="cpu"), True),
        ("raises", RAISED, True),
        ("报错", RAISED, True),
        ("raises RuntimeError", RAISED, True),
        ("RuntimeError", RAISED, True),
        ("raises ValueError", RAISED, False),
        ("error", TENSOR, False),
        ("(2, 3)", RAISED, False),
        ("[1, 2", Came(values="[1., 2., …"), None),
        ("[7, 2", Came(values="[1., 2., …"), False),
        ("5", Came(), None),
        ("  ", TENSOR, None),
    ],
)
def test_a_prediction_is_held_against_what_came(said: str, came: Came, right: bool | None) -> None:  # noqa: FBT001  a row of the table
    """Shapes, types, numbers at the digits said, texts and errors, in the ways people type."""
    assert judge(said, came) is right


@given(st.text(), st.text(), st.text())
def test_whatever_is_typed_is_judged(said: str, values: str, text: str) -> None:
    """No text makes judging fail."""
    judge(said, Came(shape=(1,), values=values, text=text))


def test_the_last_statement_whose_line_does_not_tell_is_asked_about() -> None:
    """A comment with the result would make it no question; imports give nothing."""
    code = "import torch\nx = torch.ones(\n    2,\n)\ny = x * 2  # tensor([2., 2.])\nimport os\n"
    assert subject(code, 10) == Subject(11, 13, "x = torch.ones(2)")
    assert subject("y = 2  # 2\n", 5) == Subject(5, 5, "y = 2")
    assert subject("def f(): ...\n", 5) is None
    assert subject("y = (\n", 5) is None


@example("\r0", 1)
@given(st.text(), st.integers(1, 99))
def test_any_code_can_be_asked_about(code: str, line: int) -> None:
    """What does not parse has no subject, and nothing is raised."""
    subject(code, line)
