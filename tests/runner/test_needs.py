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


def test_a_target_that_only_defines_needs_no_chain_for_its_bodies() -> None:
    """Names in the body of a function that nobody calls here bring no block in."""
    note = blocks("a = 1", "def f():\n    return a", "f()")
    assert chain(note, 1) == ()
    assert chain(note, 2) == (0, 1)


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
