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
        ("torch.eye(2).to_sparse()", "float32 (2, 2)  sparse_coo  2 stored"),
        ("torch.eye(2).to_sparse_csr()", "float32 (2, 2)  sparse_csr  2 stored"),
        (
            "torch.nested.nested_tensor([torch.ones(1, 2), torch.ones(3, 2)])",
            "nested float32  (1, 2), (3, 2)",
        ),
        ("torch.ones(2).conj()", "float32 (2,)  [1., 1.]"),
        ("torch.empty(3, device='meta')", "float32 (3,)  meta"),
        ("torch.ones(2, 2).cumsum(0).t()", "float32 (2, 2)  [[1., 2.], [1., 2.]]  strides (1, 2)"),
        ("nn.Parameter(torch.ones(1))", "float32 (1,)  [1.]  leaf"),
        ("torch.ones(2).expand(1, 2)", "float32 (1, 2)  [[1., 1.]]"),
        ("nn.ReLU()", "ReLU()  0 parameters"),
        ("nn.Sequential(nn.Linear(2, 3), nn.ReLU())", "Sequential(Linear, ReLU)  9 parameters"),
        ("nn.Linear(2, 1, bias=False).eval()",
         "Linear(in_features=2, out_features=1, bias=False)  2 parameters  eval"),
        ("optim.SGD(nn.Linear(2, 1).parameters(), lr=0.1)", "SGD(lr=0.1)  3 parameters"),
        ("DataLoader(TensorDataset(torch.ones(9, 2)), batch_size=4)",
         "DataLoader  3 batches of 4  from TensorDataset of 9"),
        ("torch.Generator()", "Generator  seed 67280421310721  on cpu"),
        ("torch.distributions.Normal(0.0, 1.0)", "Normal(loc: 0.0, scale: 1.0)"),
        ("nn.Linear(1, 2, bias=False).state_dict().keys()", "odict_keys(['weight'])"),
        ("{'w': torch.ones(4, 4)}", "{'w': float32 (4, 4)}"),
        ("(x * x for x in [1])", "generator <genexpr>  created"),
        ("torch.device('cpu')", "device(type='cpu')"),
        ("np.float64(0.5)", "0.5"),
        ("object()", "<object>"),
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


def test_a_view_tells_what_it_shares_and_from_where(runner: Runner) -> None:
    """Views name the tensor whose storage they use, their first element in it, their strides."""
    code = "a = torch.arange(6.)\nb = a[2:]\nc = a.view(2, 3)\nd = c.t()\ne = a.clone()"
    told = {value.name: value.summary for value in run(runner, code).values}
    assert told["b"].endswith("strides (1,)  shares a from element 2")
    assert told["c"].endswith("strides (3, 1)  shares a, b")
    assert told["d"].endswith("strides (1, 3)  shares a, b, c")
    assert "shares" not in told["e"]


def test_a_tensor_tells_how_it_came_about(runner: Runner) -> None:
    """The operations behind a value, its version and its gradient are among the details."""
    code = (
        "w = torch.ones(2, requires_grad=True)\n"
        "y = (w * 3 + 1).sum()\n"
        "y.backward()\n"
        "z = torch.zeros(2).add_(1)"
    )
    values = {value.name: value for value in run(runner, code).values}
    assert values["y"].details["chain"] == "Sum ← Add ← Mul"
    assert values["w"].details["grad"] == "[3., 3.]"
    assert values["z"].details["version"] == 1


def test_a_module_tells_its_children_and_their_parameters(runner: Runner) -> None:
    """A network's details hold one row for each child: name, kind, parameters."""
    code = "net = nn.Sequential(OrderedDict(fc=nn.Linear(2, 3), act=nn.ReLU()))"
    (value,) = run(runner, code).values
    assert value.summary == "Sequential(fc: Linear, act: ReLU)  9 parameters"
    layer = "Linear(in_features=2, out_features=3, bias=True)"
    assert value.details["children"] == [["fc", layer, 9], ["act", "ReLU()", 0]]


def test_an_object_without_a_text_of_its_own_shows_its_attributes(runner: Runner) -> None:
    """An instance of the note's class is told by what it holds, and never by its address."""
    code = "class Point:\n    def __init__(self):\n        self.x = 1\np = Point()"
    told = {value.name: value.summary for value in run(runner, code).values}
    assert told["p"] == "Point(x=1)"


def test_a_huge_tensor_is_told_at_once(runner: Runner) -> None:
    """A hundred million elements, none of them written, cost no copy and no time."""
    result = run(runner, "x = torch.empty(10_000, 10_000, dtype=torch.uint8).t()")
    assert result.values[0].summary.startswith("uint8 (10000, 10000)")
    assert result.seconds < 2
