"""A question where only one line is left for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.tui.spoken import spoken


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("`torch.no_grad()` 和 `**kwargs` 的区别？", "torch.no_grad() 和 **kwargs 的区别？"),
        ("What is **x** in $\\nabla f(x_1)$?", "What is x in ∇f(x₁)?"),
        ("用 \\(O(n^2)\\) 与 vector<T>", "用 O(n²) 与 vector<T>"),
        ("[a link](b.md), [[c|d]] and [[e]]", "a link, d and e"),
        ("$5 or $6, a * b, a == b, x[0]", "$5 or $6, a * b, a == b, x[0]"),
        ("# C# or\n- C++?", "# C# or - C++?"),
        ("  two\n\tlines \x1b ", "two lines ␛"),
    ],
)
def test_a_question_reads_as_its_page_does(written: str, read: str) -> None:
    """Code, emphasis, links and formulas without their marks; all else as it stands."""
    assert spoken(written) == read


@given(st.text(alphabet="ab `*_[]()$\\<>#-=\n\u200b&;|!~", max_size=40))
def test_any_text_is_one_line(text: str) -> None:
    """Whatever stands in a question, it stays on its line, and nothing in it is hidden."""
    line = spoken(text)
    assert "\n" not in line
    assert "\u200b" not in line
    assert "\u2060" not in line


def test_words_without_marks_stay() -> None:
    """A question without any mark is that question."""
    assert spoken("为什么是 C++ 而不是 C？") == "为什么是 C++ 而不是 C？"
