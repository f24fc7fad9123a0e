"""What a person would tick off."""

from studyapp.notes.points import Point, points


def test_list_items_are_points() -> None:
    """The outermost items count, wherever the list begins; what they hold belongs to them."""
    answer = "Three reasons:\n\n- one\n  - a detail\n- **two** and more\n- [x] three\n"
    assert points(answer) == (Point("one", 2), Point("**two** and more", 4), Point("three", 5))


def test_numbered_items_are_points() -> None:
    """Numbers with a dot, a bracket or a Chinese comma begin an item."""
    assert [one.text for one in points("1. 快\n2) 省\n3、 稳")] == ["快", "省", "稳"]


def test_bold_terms_are_points_where_there_is_no_list() -> None:
    """Two terms in a paragraph are two things to say."""
    assert points("它 **fast** and\n**small**.") == (Point("fast", 0, 4), Point("small", 1, 0))


def test_names_in_code_are_not_bold() -> None:
    """Underscores in code spans mark nothing; a bold term may hold code."""
    assert points("`__len__` and `__iter__`") == ()
    told = points("**`__len__` first** `a**b` then **`x ** y`**")
    assert [one.text for one in told] == ["`__len__` first", "`x ** y`"]


def test_one_thing_is_no_list_of_points() -> None:
    """A single item or term, or none, leaves nothing to tick off."""
    assert points("- alone") == ()
    assert points("a **single** term") == ()
    assert points("") == ()


def test_code_has_no_points() -> None:
    """What looks like a list inside a fence is code."""
    assert points("```\n- a\n- b\n```\n~~~\n- c\n- d\n~~~") == ()
