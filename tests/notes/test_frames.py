"""Questions in frames, and below headings that name question and answer."""

import pytest

from studyapp.notes import Syntax, parse


def asked(text: str) -> list[tuple[str, str]]:
    cards = parse(text.encode(), "d/my_note.md", Syntax(leads=False)).cards
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize(
    "text",
    [
        "> [!question]- Why?\n> So.\n>\n> - really\n",
        "> [!faq] **Why?**\n> So.\n>\n> - really\n\nMore.\n",
        "> [!question] Why?\n\n> [!success]- Answer\n> So.\n>\n> - really\n",
        '??? question "1. Why?"\n    So.\n\n    - really\n\nMore.\n',
        '!!! faq "Why?"\n\n    So.\n\n    - really\n',
        "1. Why?\n\n   > [!NOTE]- 参考答案\n   > So.\n   >\n   > - really\n",
        "## Topic\n\nWhy?\n\n### Answer guide\n\nSo.\n\n- really\n",
        "# Question\n> Why?\n\n## Answer\n\nSo.\n\n- really\n\n## See also\n\n- x\n",
    ],
)
def test_one_question_in_many_frames(text: str) -> None:
    """Callouts, admonitions, folds in lists, headings that say what stands below."""
    assert asked(text) == [("Why?", "So.\n\n- really")]


@pytest.mark.parametrize(
    "text",
    [
        "> [!question] Explain it cold\n> - Why is it hard?\n> - What differs?\n",
        '> [!question] How it is asked\n> "Choose k."\n',
        "> [!warning] Why not?\n> Because.\n",
        "> [!question] Open?\n\nSome words.\n",
        '??? question "Show answer"\n    Two.\n',
        '```\n??? question "Why?"\n    So.\n```\n',
        "## Topic\n\nSome words.\n\n### Answer\n\nSo.\n",
        "# Question (EN)\n> Why?\n\n## Answer (UK)\n\nSo.\n",
    ],
)
def test_frames_that_ask_nothing(text: str) -> None:
    """Prompts, warnings, questions left open, code, answers to nothing or in another tongue."""
    assert asked(f"# T\n\n{text}") == []


def test_a_question_in_two_languages_is_two_cards() -> None:
    """Each answer goes to the question in its language; the file's name is the title."""
    text = (
        "# Question (EN)\n> Why?\n\n# Вопрос (RU)\n> Почему?\n\n---\n\n"
        "## Answer (EN)\n\nSo.\n\n### More\n\nA lot.\n\n## Ответ (RU)\n\nТак.\n"
    )
    assert asked(text) == [("Why?", "So.\n\n### More\n\nA lot."), ("Почему?", "Так.")]
    assert parse(text.encode(), "d/my_note.md").title == "my note"
