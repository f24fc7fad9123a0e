"""One line for any value, as a person who knows torch would expect it."""

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect


def run(runner: Runner, code: str) -> Result:
    request = Request((Block(code, 1, 0),))
    result = collect(request, runner.run(request))
    assert result.error is None, result.error
    return result


@pytest.mark.parametrize(
    ("code", "summary"),
    [
        ("torch.arange(10)", "int64 (10,)  [0, 1, 2, 3, 4, 5, …]"),
        ("torch.zeros(0)", "float32 (0,)  []"),
        ("torch.tensor(True)", "bool ()  True"),
        ("torch.tensor([0.5, 1])", "float32 (2,)  [0.5000, 1.0000]"),
        ("torch.tensor([1e-9, 1.0])", "float32 (2,)  [1.0000e-09, 1.0000e+00]"),
        ("torch.tensor([float('nan'), 2])", "float32 (2,)  [nan, 2.]"),
        ("torch.ones(2, dtype=torch.bfloat16)", "bfloat16 (2,)  [1., 1.]"),
        ("torch.tensor([1 + 2j])", "complex64 (1,)  [(1+2j)]"),
        ("torch.eye(2).to_sparse()", "float32 (2, 2)"),
        ("torch.empty(3, device='meta')", "float32 (3,)  meta"),
        ("torch.ones(2, 2).cumsum(0).t()", "float32 (2, 2)  [[1., 2.], [1., 2.]]  strides (1, 2)"),
        ("nn.Parameter(torch.ones(1))", "float32 (1,)  [1.]  leaf"),
        ("torch.ones(2).expand(1, 2)", "float32 (1, 2)  [[1., 1.]]"),
        ("nn.ReLU()", "ReLU()  0 parameters"),
        ("[torch.ones(1)] * 9", "[" + "tensor([1.]), " * 6 + "…]"),
        ("{'a': (1, [2])}", "{'a': (1, [2])}"),
        ("'x' * 500", "'" + "x" * 158 + "…"),
        ("[[[[1]]]]", "[[[[…]]]]"),
        ("(1,)", "(1,)"),
        ("'two\\n' + 'lines'", "'two\\\\nlines'"),
        ("print", "def print(*args, sep=' ', end='\\n', file=None, flush=False)"),
        ("torch.float32", "torch.float32"),
        ("torch.Size([2])", "torch.Size([2])"),
    ],
)  # fmt: skip
def test_summaries_read_as_one_line(runner: Runner, code: str, summary: str) -> None:
    """Each sort of value is told in its own short form."""
    (value,) = run(runner, code).values
    expected = summary.replace("\\\\", "\\")
    assert value.summary == expected


def test_a_number_too_long_to_write_is_told_by_its_type(runner: Runner) -> None:
    """An integer beyond Python's own limit on digits is no failure."""
    (value,) = run(runner, "10 ** 100_000").values
    assert value.summary.startswith("int")


def test_small_tensors_are_written_as_torch_writes_them(runner: Runner) -> None:
    """For tensors of many sizes and ranges the literal is the one that torch prints."""
    code = (
        "literal = sys.modules['inside.tensors'].literal\n"
        "wrong = []\n"
        "for i in range(300):\n"
        "    scale = 10.0 ** random.randint(-6, 5)\n"
        "    t = torch.randn(random.randint(1, 5)) * scale\n"
        "    if i % 3 == 0: t = t.round()\n"
        "    text = ''.join(repr(t).split())\n"
        "    if ''.join(literal(t).split()) != text: wrong.append((text, literal(t)))\n"
        "print(wrong)"
    )
    assert run(runner, code).stdout == "[]\n"


def test_a_hundred_names_take_no_time(runner: Runner) -> None:
    """Watching many names, some large, costs a small part of a second."""
    code = "\n".join(f"t{i} = torch.zeros(1000, 100)" for i in range(100))
    result = run(runner, code)
    assert len(result.values) == 100
    assert result.seconds < 2
