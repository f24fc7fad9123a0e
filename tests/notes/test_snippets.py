"""The code fences of a note."""

import pytest

from studyapp.notes import Snippet, parse


def snippets(text: str) -> tuple[Snippet, ...]:
    return parse(text.encode(), "t.md").snippets


def test_a_fence_knows_its_place() -> None:
    """Lines count from the file's first, front matter included, and end with the closing one."""
    front = "---\ntags: []\n---\n# T\n\n"
    text = front + "## 1. 形状\n\n### 1.1 View\n```Python title=x\na = 1\n```\nend\n"
    (snippet,) = snippets(text)
    assert (snippet.language, snippet.line, snippet.end_line, snippet.code_line) == (
        "python",
        9,
        11,
        10,
    )
    assert snippet.code == "a = 1\n"
    assert snippet.trail == ("1. 形状", "1.1 View")


def test_a_fence_in_a_list_is_dedented() -> None:
    """Fences in items and quotes are found, their code is what markdown says."""
    text = "# T\n\n- one\n\n  ```py\n  if x:\n      y\n  ```\n\n> ~~~\n> z\n> ~~~\n"
    first, second = snippets(text)
    assert (first.line, first.end_line, first.code) == (5, 8, "if x:\n    y\n")
    assert (second.line, second.end_line, second.code, second.language) == (10, 12, "z\n", "")


@pytest.mark.parametrize(
    ("text", "end_line"),
    [
        ("```py\na = 1", 2),
        ("```py\na = 1\n", 2),
        ("```py\na = 1\n\n\n", 4),
        ("```", 1),
        ("> ```\n> a\n\nb", 2),
    ],
)
def test_an_unclosed_fence_ends_with_its_code(text: str, end_line: int) -> None:
    """A fence that nobody closes ends with its container, and its lines lie in the file."""
    (snippet,) = snippets(text)
    assert (snippet.line, snippet.end_line) == (1, end_line)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_code_are_line_feeds(newline: str) -> None:
    """Whatever the file's newlines, code has line feeds and its lines the file's numbers."""
    text = newline.join(["# T", "", "```py", "a = 1", "b = 2", "```", "", "```", "```"])
    first, second = snippets(text)
    assert (first.code, first.line, first.end_line) == ("a = 1\nb = 2\n", 3, 6)
    assert (second.code, second.line, second.end_line) == ("", 8, 9)


@pytest.mark.parametrize(
    ("fence", "runnable"),
    [
        ("```py\nx = 1\n```", True),
        ("```\nprint('ok')\n```", True),
        ("```python3\n# only a remark\n```", False),
        ("```python\nfor x in\n```", False),
        ("```cpp\nint x;\n```", False),
        ("```bash\nls\n```", False),
        ("```\na tree of files\n```", False),
        ("```py\nre.compile('\\d')\n```", True),
        ("```py\n" + "(" * 500 + "\n```", False),
    ],
)
def test_runnable_is_python_that_parses(fence: str, runnable: bool) -> None:  # noqa: FBT001  a table
    """Labelled as Python or not at all, and it parses and does something."""
    assert snippets(fence)[0].runnable is runnable


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_code_of_a_fence_ends_with_a_newline(end: str) -> None:
    """Also where the file ends without one, in a fence that nobody closed."""
    (snippet,) = snippets(f"```py\na = 1{end}")
    assert snippet.code == "a = 1\n"
