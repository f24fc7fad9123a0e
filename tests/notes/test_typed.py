"""Sessions of the prompt as code, and the output that a note states behind a fence."""

import pytest

from studyapp.notes import Note, parse
from studyapp.notes.snippets import output_of, typed

SESSION = ">>> def f(x):\n...     return x\n...\n>>> f(1)\n1\n"


def test_what_is_typed_stays_at_its_lines() -> None:
    """Prompts go, answers become empty lines, code without a prompt is left alone."""
    assert typed(SESSION) == "def f(x):\n    return x\n\nf(1)\n\n"
    assert typed("x = 1\n") == "x = 1\n"
    assert typed("kernel<<<1, 2>>>(x);\n") == "kernel<<<1, 2>>>(x);\n"


def note(between: str, language: str) -> Note:
    text = f"# T\n\n```python\nprint(1)\n```\n{between}```{language}\n1\n```\n"
    return parse(text.encode(), "t.md")


@pytest.mark.parametrize(
    ("between", "language", "output"),
    [
        ("", "text", "1\n"),
        ("\n输出：\n\n", "output", "1\n"),
        ("\n## Next\n\n", "text", ""),
        ("\n\nLong\n\ntext\n\n", "text", ""),
        ("", "bash", ""),
    ],
)
def test_the_output_is_the_fence_right_behind(between: str, language: str, output: str) -> None:
    """A fence of plain text, near and under the same heading."""
    first, *_ = (snippets := note(between, language).snippets)
    assert output_of(first, snippets) == output


def test_a_session_is_runnable() -> None:
    """A fence of prompts is Python; what does not parse is none."""
    text = f"# T\n\n```pycon\n{SESSION}```\n\n```\na = [;\n```\n"
    assert [one.runnable for one in parse(text.encode(), "t.md").snippets] == [True, False]
