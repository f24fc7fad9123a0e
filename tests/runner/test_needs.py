from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.needs import chain, missing
from studyapp.runner.request import Block


def blocks(*codes: str) -> list[Block]:
    return [Block(code, 10 * i + 2, 10 * i + 1) for i, code in enumerate(codes)]


def test_chain_follows_names_through_earlier_blocks() -> None:
    """A block's chain holds what it needs and what that needs, in the note's order."""
    note = blocks("a = 1", "unused = 2", "b = a", "print(b)")
    assert chain(note, 3) == (0, 2)


def test_the_nearest_earlier_definition_wins() -> None:
    """Where two blocks define a name, the one closer before the target is taken."""
    note = blocks("a = 1", "a = 2", "a", "a = 3")
    assert chain(note, 2) == (1,)


def test_a_block_that_brings_its_own_names_needs_nothing() -> None:
    """A block which binds a name before it reads it has no chain."""
    assert chain(blocks("x = 1", "x = 2\ny = x"), 1) == ()


def test_a_target_that_only_defines_brings_in_only_what_can_not_fail() -> None:
    """For names that only a body reads, definitions and literals are run, no other block is."""
    note = blocks("a = 1", "b = open('x')", "def f():\n    return a, b", "f()")
    assert chain(note, 2) == (0,)
    assert chain(note, 3) == (0, 1, 2)


def test_what_lacks_a_name_is_brought_in_only_for_a_sure_need() -> None:
    """Where a function that reads it may never be called, a block bound to fail stays out."""
    note = blocks("a = open(b)", "def f():\n    return a", "print(f)", "print(a)")
    assert chain(note, 2) == (1,)
    assert chain(note, 3) == (0,)
    assert chain(blocks("def g(): ...\nopen('x')", "def f():\n    return g()"), 1) == (0,)


def test_an_import_of_the_prelude_brings_no_block_in() -> None:
    """A block is not run for an import that is made anyway; for another of the name it is."""
    note = blocks("import os\nimport torch.nn as nn\nx = risky()", "print(os, nn)", "print(x)")
    assert chain(note, 1) == ()
    assert chain(note, 2) == (0,)
    other = blocks("from time import time\nx = 1", "print(time())")
    assert chain(other, 1) == (0,)


def test_what_comes_later_is_run_first() -> None:
    """A name that only a later block defines brings that block in, with what it needs itself."""
    note = blocks("n = 4", "f(n)", "def g(x):\n    return x", "def f(x):\n    return g(x)")
    assert chain(note, 1) == (0, 2, 3)


def test_a_block_runs_after_a_later_one_that_it_needs() -> None:
    """The note's order gives way to need, and to need alone."""
    note = blocks("a = f()", "b = 2", "print(a, b)", "def f():\n    return 1")
    assert chain(note, 2) == (1, 3, 0)


def test_later_blocks_that_can_not_run_stay_out() -> None:
    """A later block that lacks a name itself, or that may fail for no sure need, is no help."""
    assert chain(blocks("print(x)", "x = tf.zeros(3)"), 0) == ()
    assert chain(blocks("def f():\n    return x\nf", "x = open('y')"), 0) == ()
    assert chain(blocks("print(torch.ones(2))", "import torch"), 0) == ()
    assert chain(blocks("print(n)", "for n in range(9**9): pass"), 0) == ()


def test_blocks_that_need_each_other_are_run_all_the_same() -> None:
    """A circle of names ends; the note's order breaks it."""
    codes = [f"class {x}({y}): pass" for x, y in ("AB", "BC", "CA")]
    note = blocks(*codes, "print(A)")
    assert chain(note, 3) == (0, 2, 1)
    assert chain(note, 0) == (2, 1)


def test_a_block_that_is_not_python_defines_nothing() -> None:
    """Pseudo-code before the target is no reason to fail."""
    assert chain(blocks("x = √2", "x = 1", "x"), 2) == (1,)


def test_missing_names_the_package_behind_an_alias() -> None:
    """A free alias is answered as the package that one would install."""
    assert missing(blocks("x = tf.zeros(3)"), 0) == ("tensorflow",)


def test_missing_leaves_out_prelude_builtins_and_the_whole_note() -> None:
    """What the prelude, Python or any other block defines is not missing."""
    note = blocks("y = torch.ones(n)\nprint(np, later)", "later = 1")
    assert missing(note, 0) == ("n",)


@given(
    st.lists(st.from_regex(r"[abcd] = [abcd]( \+ [abcd])?", fullmatch=True), max_size=6),
    st.integers(0, 5),
)
def test_a_chain_is_of_other_blocks_each_once(codes: list[str], index: int) -> None:
    """However names go round, a chain ends, holds no block twice and never its target."""
    note = blocks(*codes, "print(a, b)")
    target = min(index, len(codes))
    found = chain(note, target)
    assert len(set(found)) == len(found)
    assert target not in found
    assert set(found) <= set(range(len(note)))
