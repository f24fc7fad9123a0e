"""Results stated in comments, beside what real statements give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.client import Runner
from studyapp.runner.events import Claim
from studyapp.runner.inside.claims import judge
from studyapp.runner.inside.outcomes import Outcome
from studyapp.runner.inside.remarks import find
from studyapp.runner.request import Block, Request
from studyapp.runner.results import collect


def claims(runner: Runner, code: str) -> list[Claim]:
    request = Request((Block(code, 1, 0),))
    result = collect(request, runner.run(request))
    assert result.error is None, result.error
    return list(result.claims)


HOLD = [
    "torch.tensor([1.0, 2.0]) * 2  # tensor([2., 4.])",
    "a = torch.tensor([1.0, 2.0]) * 2  # 返回tensor([2.0, 4.0])",
    "a = torch.tensor(8)  # 结果: tensor(8)",
    "a = torch.tensor([[1, 2], [3, 4]])  # [[1, 2], [3, 4]]",
    "a = torch.zeros(2, 3)  # torch.Size([2, 3])",
    "a = torch.zeros(2, 3)  # [2, 3]",
    "torch.zeros(2, 3).shape  # torch.Size([2, 3])",
    "torch.zeros(2, 3).shape  # (2, 3)",
    "print(torch.zeros(2, 3).shape)  # torch.Size([2, 3])",
    "print(torch.tensor([1, 2]))  # 输出：tensor([1, 2])",
    "print('sum:', 3)  # sum: 3",
    "print('sum:', torch.tensor([3]))  # tensor([3])",
    "a = 7 // 2  # 3",
    "a = 2 / 3  # 0.667",
    "a = torch.tensor(2.0) / 3  # 0.6667",
    "a = torch.tensor([2.0]) / 3  # -> tensor([0.67])",
    "a = torch.tensor([1.0], requires_grad=True) * 2  # tensor([2.], grad_fn=<MulBackward0>)",
    "a = torch.tensor([1.0], requires_grad=True)  # tensor([1.], requires_grad=True)",
    "1 == 1.0  # True",
    "torch.tensor(1) == 1  # True",
    "torch.ones(1).dtype  # torch.float32",
    "a = 1e-5 * 3  # 3e-05",
    "a = [1, 2] + [3]  # [1, 2, 3]",
    "a, b = 1, 2; c = (a, b)  # (1, 2)",
    "'ab'.upper()  # 'AB'",
    "print('ab'.upper())  # AB",
    "np.array([1.0, 2.0]) + 1  # array([2., 3.])",
    "print(np.array([1.0, 2.0]) + 1)  # [2. 3.]",
    "np.float64(2.5)  # 2.5",
    "a = torch.tensor([1, 2]); a[0] = 5  # tensor([5, 2])",
    "a = float('nan')  # nan",
    "a = torch.tensor([1, 2], dtype=torch.int32)  # tensor([1, 2], dtype=torch.int32)",
    "a = 6  # 返回 6，因为乘法优先",
    "max([], default=None)  # None",
    "a = torch.zeros(2, 3, 4)  # [batch, seq, dim]",
]


@pytest.mark.parametrize("line", HOLD)
def test_a_true_claim_holds(runner: Runner, line: str) -> None:
    """Results in the styles that notes use are found and seen to hold."""
    assert [claim.holds for claim in claims(runner, line)] == [True], line


SPOILED = [
    "torch.tensor([1.0, 2.0]) * 2  # tensor([2., 5.])",
    "a = torch.tensor([1.0, 2.0]) * 2  # 返回tensor([2.0])",
    "a = torch.zeros(2, 3)  # torch.Size([3, 2])",
    "a = torch.zeros(2, 3)  # [3, 2]",
    "torch.zeros(2, 3).shape  # (2, 4)",
    "print(torch.tensor([1, 2]))  # tensor([1, 3])",
    "a = 7 // 2  # 4",
    "a = 2 / 3  # 0.66",
    "1 == 2  # True",
    "torch.ones(1).dtype  # torch.float64",
    "a = [1, 2] + [3]  # [1, 2]",
    "'ab'.upper()  # 'ab'",
    "print(3 * 4)  # 13",
    "a = torch.tensor([1, 2], dtype=torch.int32)  # tensor([1, 2], dtype=torch.int64)",
    "a = torch.randn(2, 3)  # torch.Size([3, 3])",
]


@pytest.mark.parametrize("line", SPOILED)
def test_a_false_claim_does_not_hold(runner: Runner, line: str) -> None:
    """The same styles with one number changed are seen not to hold, with both sides told."""
    (claim,) = claims(runner, line)
    assert claim.holds is False, line
    assert claim.stated in line
    assert claim.actual


SILENT = [
    "a = 3  # 三个通道",
    "a = 5  # (1)",
    "a = 5  # 输出 3 个通道",
    "a = 5  # 返回 2D 张量",
    "a = torch.zeros(4)  # 3",
    "layer = nn.Linear(128, 64)  # 128 -> 64",
    "a = torch.zeros(2, 3)  # [0, 1, 2, 3]",
    "a = 5  # see section 3",
    "for i in range(3): i  # 7",
    "a = 1; b = 2",
    "def f(): return 1  # 2",
    "import math  # 3",
    "assert True  # False",
]


@pytest.mark.parametrize("line", SILENT)
def test_other_comments_are_no_claims(runner: Runner, line: str) -> None:
    """Words, numbering, units, ranges and comments on what has no value stay unjudged."""
    assert claims(runner, line) == [], line


UNJUDGED = [
    "a = torch.rand(2)  # tensor([0.1, 0.2])",
    "a = random.random()  # 0.5",
    "a = np.random.default_rng().random()  # 1.5",
    "a = 2 / 3  # 约等于 0.7 → 0.9",
]


@pytest.mark.parametrize("line", UNJUDGED)
def test_chance_and_vagueness_are_never_called_wrong(runner: Runner, line: str) -> None:
    """A claim about unseeded numbers, or one that hedges, has no verdict."""
    assert [claim.holds for claim in claims(runner, line)] == [None], line


def test_numbers_that_the_note_seeds_are_judged(runner: Runner) -> None:
    """After the note's own `manual_seed` its random numbers are a claim like any other."""
    code = "torch.manual_seed(0)\na = torch.rand(1)  # tensor([9.5])"
    assert [claim.holds for claim in claims(runner, code)] == [False]


def test_a_comment_belongs_to_the_last_statement_of_its_line(runner: Runner) -> None:
    """Of several statements on a line only the one before the comment is judged."""
    code = "a = 1; b = 2  # 2\nc = [\n    1,  # 5\n    2,\n]  # [1, 2]"
    assert [(claim.line, claim.holds) for claim in claims(runner, code)] == [(1, True), (5, True)]


@given(st.lists(st.integers(-999, 999) | st.floats(-1e6, 1e6).map(lambda x: round(x, 4))))
def test_a_list_states_itself(values: list[float]) -> None:
    """Any list of numbers, written out, is a claim that holds of it."""
    (verdict,) = judge(f"# {values}", Outcome(values), chance=False)
    assert verdict.holds is True


@given(st.lists(st.integers(-99, 99), min_size=1), st.data())
def test_a_spoiled_list_does_not_state_the_original(values: list[int], data: st.DataObject) -> None:
    """One number changed anywhere, and the claim does not hold."""
    at = data.draw(st.integers(0, len(values) - 1))
    spoiled = [*values[:at], values[at] + 1, *values[at + 1 :]]
    (verdict,) = judge(f"# 返回 {spoiled}", Outcome(values), chance=False)
    assert verdict.holds is False


@given(st.text(max_size=60))
def test_any_comment_is_read_without_fail(text: str) -> None:
    """Whatever a comment says, the search ends with a literal that can be read, or none."""
    stated = find("# " + text)
    assert stated is None or stated.text.strip()
