"""Examples of torch's own documentation, read from the torch that is there."""

from studyapp.runner import Block, Request, Runner, collect, documented, is_telling
from studyapp.runner.inside.manual import example

DOC = """\
    Adds.

    Example::

        >>> a = add(1,
        ...         2)
        >>> a
        3

    or later::
        >>> add(0, 0)
        0
    end
"""


def test_the_sessions_of_a_docstring_are_its_example() -> None:
    """Prompts and answers without prose; groups stay apart."""
    assert example("No sessions here.") == ""
    session, _, later = example(DOC).partition("\n\n")
    assert session == ">>> a = add(1,\n...         2)\n>>> a\n3"
    assert later.startswith(">>> add(0, 0)\n0")


def test_a_long_example_is_its_first_groups() -> None:
    """As many groups as fit are kept whole, and the first of all."""
    group = "\n".join(f">>> {n}" for n in range(20))
    assert example(f"{group}\n\n{group}\n").count(">>>") == 20


def test_torch_is_asked_for_examples_that_run(runner: Runner) -> None:
    """Names that mean nothing, or have no example, are left out; a variant stands for its name."""
    names = ["torch.nn.LayerNorm", "torch.nn.BatchNorm", "torch.no_such_name", "torch.nn.Module"]
    found = dict(documented(runner, names, lambda: True))
    assert "torch.no_such_name" not in found
    assert ">>> m = nn.BatchNorm1d(" in found["torch.nn.BatchNorm1d"]
    request = Request((Block(found["torch.nn.BatchNorm1d"], 1, 0),))
    assert is_telling(collect(request, runner.run(request)))
    assert documented(runner, names, lambda: False) == []


def test_what_shows_nothing_is_not_telling(runner: Runner) -> None:
    """An example that fails, or only defines, is none to offer."""
    for code in (">>> import torch", ">>> no_such_name"):
        request = Request((Block(code, 1, 0),))
        assert not is_telling(collect(request, runner.run(request)))
