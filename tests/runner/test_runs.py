"""Runs of whole snippets in a real zygote."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.plan import plan
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect

Run = Callable[..., Result]


@pytest.fixture
def run(runner: Runner) -> Run:
    def run(*codes: str, line: int = 1, seed: int = 0, deadline: float = 10.0) -> Result:
        blocks = [Block(code, line + 20 * i, line + 20 * i - 1) for i, code in enumerate(codes)]
        request = Request(tuple(blocks), seed, deadline)
        return collect(request, runner.run(request))

    return run


def summaries(result: Result) -> dict[str, str]:
    return {value.name: value.summary for value in result.values}


def test_each_statement_tells_what_it_bound_at_its_line(run: Run) -> None:
    """Values come in order, at the note's lines, with dtype, shape, numbers and graph name."""
    result = run("w = torch.tensor([3.0, 4.0], requires_grad=True)\ns = (w * w).sum()", line=41)
    assert result.status == "ok"
    assert [(v.line, v.name, v.summary) for v in result.values] == [
        (41, "w", "float32 (2,)  [3., 4.]  leaf"),
        (42, "s", "float32 ()  25.  Sum"),
    ]


def test_a_bare_expression_shows_its_value(run: Run) -> None:
    """An expression's value goes by its own source; None is not shown."""
    result = run("torch.arange(3) + 1\nprint('hi')")
    assert summaries(result) == {"torch.arange(3) + 1": "int64 (3,)  [1, 2, 3]"}
    assert result.stdout == "hi\n"


def test_changes_in_place_are_seen(run: Run) -> None:
    """A method, an item and an append that change a known name give a line of their own."""
    result = run("t = torch.zeros(2)\nxs = [1]\nt.add_(1)\nt[0] = 5\nxs.append(2)")
    changes = [(v.line, v.name) for v in result.values if v.details.get("changed")]
    assert changes == [(3, "t"), (4, "t"), (5, "xs")]


def test_backward_shows_the_leafs_gradient(run: Run) -> None:
    """After `backward()` the leaf is told again, with its gradient."""
    result = run("p = torch.tensor([1.0, 2.0], requires_grad=True)\n(p * 3).sum().backward()")
    assert result.values[-1].name == "p"
    assert result.values[-1].details["grad"] == "[3., 3.]"


def test_a_view_names_what_it_shares_storage_with(run: Run) -> None:
    """A transposed view tells its strides and the tensor it lies in."""
    result = run("base = torch.arange(6).reshape(2, 3)\nflip = base.t()")
    assert result.values[-1].details["shares"] == ["base"]
    assert result.values[-1].details["stride"] == [1, 3]


def test_values_of_all_sorts_are_told(run: Run) -> None:
    """Modules, arrays, functions, classes and plain values each have their summary."""
    result = run(
        "layer = nn.Linear(2, 3)\na = np.eye(2)\ndef f(x, y=1): ...\n"
        "class Net(nn.Module): ...\nword = 'é'\npair = (1, torch.ones(1))"
    )
    assert summaries(result) == {
        "layer": "Linear(in_features=2, out_features=3, bias=True)  9 parameters",
        "a": "float64 (2, 2)  [[1., 0.], [0., 1.]]",
        "f": "def f(x, y=1)",
        "Net": "class Net(Module)",
        "word": "'é'",
        "pair": "(1, tensor([1.]))",
    }


def test_an_evil_repr_is_no_error_of_the_run(run: Run) -> None:
    """An object whose `repr` raises is named by its class."""
    result = run("class Bad:\n    def __repr__(self): raise ValueError\nb = Bad()")
    assert result.status == "ok"
    assert "repr raised ValueError" in summaries(result)["b"]


def test_definitions_alone_are_told_as_such(run: Run) -> None:
    """A fence that defines and imports, and prints nothing, is `defines`."""
    assert run("import math\ndef f(x): ...").status == "defines"
    assert run("def f(x):\n    return x\nf(1)").status == "ok"


def test_an_error_names_the_notes_line_and_keeps_what_came_before(run: Run) -> None:
    """The deepest frame of the note is the failure's line; earlier values stay."""
    result = run("def f(x):\n    return 1 / x\na = 1\nf(0)", line=101)
    assert result.status == "error"
    assert result.error is not None
    assert (result.error.line, result.error.type) == (102, "ZeroDivisionError")
    assert result.error.trace == ("line 104, in <module>: f(0)", "line 102, in f: return 1 / x")
    assert summaries(result)["a"] == "1"


def test_a_failing_earlier_block_is_blamed_by_its_fence(run: Run) -> None:
    """The reason names the fence that failed, the error its own line."""
    result = run("x = 1\nx.nothing", "y = x", line=11)
    assert result.status == "error"
    assert "fence at line 10" in result.reason
    assert result.error is not None
    assert result.error.line == 12


def test_earlier_blocks_run_silently(run: Run) -> None:
    """Only the target's values and prints are shown, though the others ran."""
    result = run("x = 20\nprint('before')", "y = x + 1")
    assert summaries(result) == {"y": "21"}
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import tensorflow as tf", "needs tensorflow"),
        ("print(undefined_name)", "needs `undefined_name`, which no fence defines before"),
        ("torch.zeros(1).cuda()", "needs CUDA"),
        ("torch.load('model.pt')", "needs the file `model.pt`"),
        ("import socket; socket.create_connection(('no.invalid', 1))", "needs the network"),
    ],
)
def test_what_is_missing_is_named(run: Run, code: str, reason: str) -> None:
    """What is not here, from a package to the network, ends as `needs` with the reason."""
    result = run(code)
    assert (result.status, result.reason) == ("needs", reason)


def test_each_run_begins_clean(run: Run) -> None:
    """Names, patched modules, default types and files of a run are gone in the next one."""
    run(
        "leak = 1\ntorch.leak = 1\ntorch.set_default_dtype(torch.float64)\n"
        "open('left.txt', 'w').write('x')\nimport builtins\nbuiltins.len = None"
    )
    result = run(
        "print(hasattr(torch, 'leak'), torch.get_default_dtype(), os.path.exists('left.txt'))\n"
        "print('leak' in globals(), len('abc'))"
    )
    assert result.stdout == "False torch.float32 False\nFalse 3\n"


def test_a_seed_decides_the_random_numbers(run: Run) -> None:
    """The same seed repeats torch's, numpy's and Python's numbers; another one doesn't."""
    code = "print(torch.rand(2), np.random.rand(), random.random())"
    first, again, other = run(code, seed=3), run(code, seed=3), run(code, seed=4)
    assert first.stdout == again.stdout != other.stdout


def test_a_long_run_makes_room_for_an_import(run: Run) -> None:
    """Where no pause is between the runs, what the next would import is imported ahead of it."""
    run("time.sleep(0.6)")
    result = run("ahead = 'torch._dynamo' in sys.modules")
    assert summaries(result) == {"ahead": "True"}


def test_output_carries_the_line_that_printed_it(runner: Runner) -> None:
    """Prints come as events between the values, in order, stderr among them."""
    request = Request((Block("a = 1\nprint('one')\nimport sys\nsys.stderr.write('two')", 5, 4),))
    events = [(type(e).__name__, getattr(e, "line", None)) for e in runner.run(request)]
    assert events == [
        ("Value", 5),
        ("Output", 6),
        ("Output", 8),
        ("Value", 8),
        ("Finished", None),
    ]


def test_source_is_there_for_inspection(run: Run) -> None:
    """`inspect` finds a function's source, as torch's own compilers need."""
    assert "return 7" in run("def f():\n    return 7\nprint(inspect.getsource(f))").stdout


def test_weak_references_die_with_their_names(run: Run) -> None:
    """Watching a snippet keeps none of its objects alive."""
    code = (
        "import weakref\nclass A: ...\na = A()\nr = weakref.ref(a)\n"
        "del a\ngc.collect()\nprint(r() is None)"
    )
    assert run(code).stdout == "True\n"


def test_code_that_python_refuses_is_not_python(run: Run) -> None:
    """A syntax error found by the other Python ends as `not-python`."""
    result = run("x = = 1", line=9)
    assert result.status == "not-python"
    assert result.error is not None
    assert result.error.line == 9


def test_leaving_by_sys_exit_is_no_error(run: Run) -> None:
    """`sys.exit()` ends the run as `ok`; with a code, as an error that tells it."""
    assert run("import sys\nsys.exit()").status == "ok"
    assert run("import sys\nsys.exit(3)").reason == "ended by sys.exit(3)"


def test_a_figure_needs_no_display(run: Run) -> None:
    """A plot by matplotlib is drawn without a screen."""
    assert run("fig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()").status == "ok"


SEED = Path(__file__).parents[2] / "../shared/seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the reference note is not here")
def test_the_reference_note_runs_as_its_reader_expects(runner: Runner) -> None:
    """Its four fences are ok with three claims that hold, needs, ok, and defines."""
    (note,) = SEED.glob("*.md")
    blocks, code, start = [], [], 0
    for number, line in enumerate(note.read_text(encoding="utf-8").splitlines(), 1):
        if line == "```python":
            start, code = number, []
        elif line == "```" and start:
            blocks.append(Block("\n".join(code), start + 1, start))
            start = 0
        else:
            code.append(line)
    results = {}
    for index, block in enumerate(blocks):
        planned = plan(blocks, index)
        ran = planned if isinstance(planned, Result) else collect(planned, runner.run(planned))
        results[block.fence] = ran
    assert [(line, r.status) for line, r in results.items()] == [
        (29, "ok"),
        (45, "needs"),
        (59, "ok"),
        (107, "showcased"),
    ]
    assert [value.name for value in results[29].values] == ["x", "y", "z", "loss"]
    assert [claim.holds for claim in results[29].claims] == [True] * 3
    assert "tensorflow" in results[45].reason
