"""A line that chooses cards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.study.query import KEYS, STATES, facts, matches, read

CARD = facts(
    "What does `softmax` normalize?",
    "Attention 注意力",
    "deep/nlp/attention.md",
    ["Transformer", "nlp/self"],
    ["due", "flagged"],
)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "softmax",
        "SOFTMAX normalize",
        "ｓｏｆｔｍａｘ",
        "注意",
        "transformer",
        "nlp",
        '"what does"',
        "“What does”",
        "is:due",
        "is：due",
        "IS:FLAGGED is:due",
        "deck:deep",
        "deck:NLP softmax",
        "tag:trans",
        "tag:nlp",
        "note:attention",
        'note:"注意力"',
        "-backprop",
        "-is:new",
        '-deck:"computer vision"',
        "-",
    ],
)
def test_a_card_is_found(line: str) -> None:
    """Words count wherever they stand, in any case and width; terms by what they name."""
    assert matches(read(line), CARD)
    assert not read(line).faults


@pytest.mark.parametrize(
    "line",
    [
        "backprop",
        "softmax backprop",
        '"does what"',
        "is:new",
        "is:due is:leech",
        "deck:attention",
        "tag:former",
        "note:transformer",
        "-softmax",
        "-is:due",
        "std::sort",
    ],
)
def test_a_card_is_not_found(line: str) -> None:
    """Every word and term must hold, in the place that it names."""
    assert not matches(read(line), CARD)


@pytest.mark.parametrize("line", ["is:", "is:dew", "tag:", "softmax deck: is:due", '-note:""'])
def test_what_says_nothing_is_told(line: str) -> None:
    """A term without a value, or with one that nothing has, is named and asks for nothing."""
    query = read(line)
    assert len(query.faults) == 1
    assert query.faults[0] in line
    assert matches(query, CARD)


@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from([*(f"{key}:" for key in KEYS), *STATES, '"', "-", "：", " ", "“"]),
        ),
        max_size=8,
    ).map("".join)
)
def test_any_line_can_be_read(line: str) -> None:
    """No line raises, and the faults are parts of what was typed, by any width."""
    query = read(line)
    matches(query, CARD)
    assert len(query.faults) + len(query.terms) <= len(line)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=4))
def test_a_card_is_found_by_its_own_words(words: list[str]) -> None:
    """Each word of a question finds it, whatever letters it is of."""
    card = facts(" ".join(words), "", "a.md", (), ())
    for word in words:
        assert matches(read(word), card)
