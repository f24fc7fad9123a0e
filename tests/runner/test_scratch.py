"""Scratch lines after a run, warnings, and what torch counts of changes in place."""

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.events import SCRATCH
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect

LEAF = "w = torch.tensor([1.0, 2.0], requires_grad=True)\nloss = (w * w).sum()"


def run(runner: Runner, code: str, scratch: str = "") -> Result:
    request = Request((Block(code, 11, 10),), scratch=scratch)
    return collect(request, runner.run(request))


def told(result: Result) -> list[tuple[str, str]]:
    return [(v.name, v.summary) for v in result.values if v.line == SCRATCH]


def test_backward_in_scratch_shows_the_leaves_gradients(runner: Runner) -> None:
    """The call itself gives nothing, the leaf is told with its new gradient."""
    result = run(runner, LEAF, "loss.backward()")
    ((name, summary),) = told(result)
    assert name == "w"
    assert "grad [2., 4.]" in summary
    assert result.status == "ok"


def test_scratch_expressions_and_names_are_told(runner: Runner) -> None:
    """Bare expressions go by their source, None among them; the usual imports are there."""
    result = run(runner, "x = 2", "x ** 5\nnone = None\nnone\ny = F.relu(torch.ones(1))\nprint(x)")
    assert told(result) == [
        ("x ** 5", "32"),
        ("none", "None"),
        ("none", "None"),
        ("y", "float32 (1,)  [1.]"),
    ]
    assert result.stdout == "2\n"


@pytest.mark.parametrize(
    ("scratch", "error"), [("1 / 0", "ZeroDivisionError"), ("1 +", "SyntaxError")]
)
def test_an_error_in_scratch_is_not_the_notes(runner: Runner, scratch: str, error: str) -> None:
    """The status stays the target's; the failure has the line of scratch."""
    result = run(runner, "x = 2", scratch)
    assert result.status == "ok"
    assert result.error is not None
    assert (result.error.line, result.error.type) == (SCRATCH, error)


def test_scratch_is_left_out_after_a_failure(runner: Runner) -> None:
    """Where the target failed, its state is no place to look around in."""
    result = run(runner, "x = 2\n1 / 0", "x")
    assert result.status == "error"
    assert told(result) == []


def test_a_deprecation_is_told_once_at_the_notes_line(runner: Runner) -> None:
    """As the warning gives it, in a loop as well, and not printed."""
    code = "x = torch.ones(2)\nfor _ in range(3):\n    t = torch.range(0, 2)\nprint('end')"
    result = run(runner, code)
    assert result.stdout == "end\n"
    (warned,) = result.warned
    assert warned.line == 13
    assert "torch.range is deprecated" in warned.message


def test_warnings_that_the_snippet_catches_are_its_own(runner: Runner) -> None:
    """`catch_warnings(record=True)` gets them, and nothing is told."""
    code = (
        "with warnings.catch_warnings(record=True) as caught:\n"
        "    warnings.simplefilter('always')\n"
        "    warnings.warn('mine')\n"
        "print(len(caught))"
    )
    result = run(runner, code)
    assert (result.stdout, result.warned) == ("1\n", ())


def test_changes_in_place_tell_torchs_versions(runner: Runner) -> None:
    """The counter before and after stands beside the value that was changed."""
    result = run(runner, "t = torch.zeros(2)\nv = t.view(2)\nt.add_(1)\nt[0] = 5")
    changes = [
        (v.line, v.name, v.details["version"]) for v in result.values if "version" in v.details
    ]
    assert (13, "v", [0, 1]) in changes
    assert (14, "t", [1, 2]) in changes
    assert "changed in place, version 1 → 2" in result.values[-1].summary


def test_a_second_backward_accumulates(runner: Runner) -> None:
    """Added to a gradient that was there, it says so."""
    result = run(runner, f"{LEAF}\nloss.backward(retain_graph=True)\nloss.backward()")
    first, second = (v for v in result.values if "grad" in v.details)
    assert "accumulated" not in first.summary
    assert "grad accumulated" in second.summary
