from studyapp.runner.events import Finished
from studyapp.runner.plan import plan
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect


def test_a_plan_is_the_chain_and_the_target() -> None:
    """The request ends with the target and carries seed and deadline."""
    note = [Block("a = 1", 3, 2), Block("b = 1", 7, 6), Block("a + 1", 11, 10)]
    assert plan(note, 2, seed=5, deadline=2.0) == Request((note[0], note[2]), 5, 2.0)


def test_what_is_not_python_is_a_verdict_at_the_notes_line() -> None:
    """A syntax error names the line of the note, and nothing is run."""
    result = plan([Block("x = 1\ny = 根号(", 21, 20)], 0)
    assert isinstance(result, Result)
    assert (result.line, result.status) == (20, "not-python")
    assert result.error is not None
    assert result.error.line == 22


def test_a_missing_package_is_named() -> None:
    """An alias that nothing defines ends as `needs` with its package."""
    result = plan([Block("x = tf.constant(1)\nrun(x)", 2, 1)], 0)
    assert isinstance(result, Result)
    assert (result.status, result.reason) == ("needs", "needs tensorflow")


def test_missing_names_are_shown_few() -> None:
    """Of many undefined names the reason shows the first three."""
    result = plan([Block("f(p1, p2, p3, p4)", 2, 1)], 0)
    assert isinstance(result, Result)
    assert result.reason == "needs `f`, `p1`, `p2`, …, which the note defines nowhere"


def test_an_odd_escape_is_python_all_the_same() -> None:
    """A lone backslash, which Python only warns of, does not stop a plan."""
    assert isinstance(plan([Block("x = '\\d'", 2, 1)], 0), Request)


JOINING = "def main(rank):\n    dist.init_process_group(backend='nccl', rank=rank)"


def test_several_processes_are_not_waited_for() -> None:
    """What joins GPUs by NCCL would hang until the deadline: it is told at once, with its line."""
    note = [Block(JOINING, 2, 1), Block("mp.spawn(main, nprocs=4)", 6, 5), Block("x = 1", 9, 8)]
    result = plan(note, 1)
    assert isinstance(result, Result)
    assert result.reason == (
        "the fence at line 1, which this one needs, needs several processes, each with CUDA"
    )
    alone = plan([Block("dist.init_process_group('nccl')", 2, 1)], 0)
    assert isinstance(alone, Result)
    assert alone.reason == "needs several processes, each with CUDA"
    assert isinstance(plan(note, 0), Request)  # it only defines
    assert isinstance(plan(note, 2), Request)
    gloo = Block("dist.init_process_group('gloo', world_size=1)", 2, 1)
    assert isinstance(plan([gloo], 0), Request)


def test_what_an_earlier_fence_lacks_is_told_with_its_line() -> None:
    """A fence whose giver reads a name that nothing defines is not run to find that out."""
    note = [Block("t = tf.zeros(2)", 2, 1), Block("print(t)", 6, 5)]
    result = plan(note, 1)
    assert isinstance(result, Result)
    assert result.reason == "the fence at line 1, which this one needs, needs tensorflow"


def test_a_launchers_names_mean_several_processes() -> None:
    """Who reads a free `rank` was started by a launcher, whatever else is missing."""
    result = plan([Block("print(data[rank])", 2, 1)], 0)
    assert isinstance(result, Result)
    assert result.reason == "needs several processes"


def test_a_later_definition_is_part_of_the_plan() -> None:
    """The target stays last, and what it needs runs before it, wherever it stands."""
    note = [Block("print(area(2))", 2, 1), Block("def area(r):\n    return r * r", 6, 5)]
    request = plan(note, 0)
    assert request == Request((note[1], note[0]))
    result = collect(request, [Finished("ok", "", 0.1)])
    assert (result.line, result.reason) == (1, "with line 5, which comes later")
    assert collect(request, [Finished("error", "why", 0.1)]).reason == "why"
