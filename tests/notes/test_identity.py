"""Which edits keep a card's identity."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import card_id, card_key


@pytest.mark.parametrize(
    "spelled",
    [
        "What does detach() do?",
        "**what does  detach() do**",
        "Q3: What does `detach()` do？",
        "3. What does detach() do",
        "What does detach() do",
    ],
)
def test_polish_keeps_the_id(spelled: str) -> None:
    """Case, emphasis, numbering, label, width, spaces and end punctuation don't count."""
    assert card_id("Autograd", spelled) == card_id("autograd ", "What does detach() do?")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is C++?", "What is C#?"),
        ("What is x[0]?", "What is x[:,0]?"),
        ("Why a*b?", "Why ab?"),
        ("Why `__init__`?", "Why `init`?"),
        ("What is a <= b?", "What is a < b?"),
        ("1.5 bits?", "5 bits?"),
    ],
)
def test_operators_make_another_card(one: str, other: str) -> None:
    """Operators, brackets and what stands in code tell questions apart."""
    assert card_id("t", one) != card_id("t", other)


def test_the_title_belongs_to_the_id() -> None:
    """The same question under two titles is two cards, and no text can move between the two."""
    assert card_id("a", "bc") != card_id("ab", "c")
    assert card_key("a", "bc") != card_key("ab", "c")


@given(st.text(), st.text(), st.integers(0, 9))
def test_an_id_has_sixty_bits(title: str, question: str, ordinal: int) -> None:
    """Any title and question yield 12 characters that can be read aloud; an ordinal salts them."""
    identity = card_id(title, question, ordinal)
    assert re.fullmatch("[0-9abcdefghjkmnpqrstvwxyz]{12}", identity)
    assert (identity == card_id(title, question)) == (ordinal == 0)


def test_an_id_is_forever() -> None:
    """Ids stand in people's journals: this one must never change."""
    assert card_id("Broadcasting", "Q1: Which shapes broadcast?") == "an9hamvqvt3y"
