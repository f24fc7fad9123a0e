"""Answers that notes hide or quote: HTML that unfolds, callouts, admonitions."""

import pytest

from studyapp.notes import Syntax, parse


def asked(text: str) -> list[tuple[str, str]]:
    cards = parse(text.encode(), "d/t.md", Syntax(leads=False)).cards
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize(
    "answer",
    [
        "> **Answer:** So it is.\n>\n> - really\n",
        "> [!success]- Answer\n> So it is.\n>\n> - really\n",
        "> [!NOTE]- 参考答案\n> So it is.\n>\n> - really\n",
        '??? question "Show answer"\n    So it is.\n\n    - really\n',
        '???+ note "答案"\n\n    So it is.\n\n    - really\n',
        "<details>\n <summary>View Answer</summary>\n\nSo it is.\n\n- really\n</details>\n",
    ],
)
def test_a_heading_that_asks_may_hide_its_answer(answer: str) -> None:
    """Outside of sections of questions, too: what is called an answer is one, without its frame."""
    expected = [("Which one is it?", "So it is.\n\n- really"), ("Why?", "So.")]
    text = f"# T\n\n## Day 1\n\n#### 1. Which one is it?\n\n{answer}\n#### 2. Why?\n\nA: So.\n"
    assert [(question, said.strip()) for question, said in asked(text)] == expected


def test_what_stands_before_a_hidden_answer_is_asked() -> None:
    """The choices of a quiz go on the front."""
    text = '# Quiz\n\n### Which?\n\n1. One\n2. Two\n\n??? question "Show answer"\n    **Two**.\n'
    (card,) = parse(text.encode(), "d/t.md").cards
    assert (card.context, card.answer, card.line) == ("1. One\n2. Two", "**Two**.", 3)


@pytest.mark.parametrize(
    "text",
    [
        "### Which?\n\n> [!warning] Why not?\n> Because.\n",
        '### Which?\n\n??? note "More"\n    So.\n',
        "### Which?\n\n#### Below\n\n<details><summary>Answer</summary>So.</details>\n",
        "## Test\n\n1. A?\n2. B?\n\n<details><summary>Answers</summary>\n\n1. A\n</details>\n",
    ],
)
def test_other_frames_hide_no_answer(text: str) -> None:
    """Nor does a fold of one heading answer another, nor one fold a whole list."""
    assert asked(f"# T\n\n{text}") == []
