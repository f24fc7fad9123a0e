from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.visible import visible
from studyapp.tui.widgets.code import language
from studyapp.tui.widgets.highlight import token_lines

LANGUAGES = st.sampled_from(["python", "cpp", "cuda", "bash", "ptx", "", "no-such-language"])


@given(st.text(st.sampled_from("x =1'\"#/\n()中\t\x1b\r"), max_size=60), LANGUAGES)
def test_no_character_is_lost(code: str, name: str) -> None:
    """The tokens of all lines are the visible code, line for line."""
    lines = ["".join(text for _, text in line) for line in token_lines(code, name)]
    assert "\n".join(lines) == visible(code)


def test_tokens_carry_roles() -> None:
    """Keywords, names, numbers and comments are told apart."""
    roles = {text: role for role, text in token_lines("def f(): return 1  # 注", "python")[0]}
    assert [roles[text] for text in ("def", "f", "1", "# 注")] == [
        "keyword",
        "function",
        "number",
        "comment",
    ]


def test_the_first_word_names_the_language() -> None:
    """An info string may carry more than the language."""
    assert [language(info) for info in ("Python title=x", "", "  C++ ")] == ["python", "", "c++"]
