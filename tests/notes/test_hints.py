"""How an answer begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.hints import hint


@pytest.mark.parametrize(
    ("answer", "one", "two"),
    [
        ("- **动态图**：边运行边构建\n- fast and small", "动态… fast…", "动态图… fast and…"),
        ("Both **time** and **space it takes**.", "ti… space…", "time space it…"),
        ("It adds **the** number. Then more.", "It…", "It adds…"),
        ("通过 autograd 机制，每个操作都会被记录。", "通过…", "通过 autograd…"),
        ("`dtype`.", "dty…", "dtype."),
        ("\n```python\nx = 1\ny = 2\n```", "x…", "x =…"),
        ("1. [a view](https://x.test) fails\n2. 广播", "a… 广…", "a view… 广播"),
        ("O(n)，只需要遍历", "O(n)…", "O(n)，只需…"),
    ],
)
def test_a_hint_shows_how_each_point_begins(answer: str, one: str, two: str) -> None:
    """A word or two characters of each point, or of the first sentence; then one step more."""
    assert [" ".join(hint(answer, steps)) for steps in (1, 2)] == [one, two]


def test_nothing_has_no_beginning() -> None:
    """An answer without words gives no hint."""
    assert hint("", 1) == ()
    assert hint("```\n```", 1) == ()


@given(st.text(st.sampled_from("ab 中文，.*`-\n1[]()$é"), max_size=60), st.integers(1, 6))
def test_each_step_shows_more(answer: str, steps: int) -> None:
    """Hints only grow, end in what was not said, and the first one never says a point whole."""
    fewer, more = hint(answer, steps), hint(answer, steps + 1)
    assert len(fewer) == len(more)
    assert all(len(a) <= len(b) + 1 for a, b in zip(fewer, more, strict=True))
    assert all(one.endswith("…") for one in hint(answer, 1))
