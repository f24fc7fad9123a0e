"""Which words two texts have in common."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.demos import rarity
from studyapp.demos.words import words
from studyapp.notes import parse


def test_identifiers_are_taken_apart() -> None:
    """Snake and camel case yield their parts, in lower case."""
    assert words("my_batchedAdder(HTTPServer)") == {"my", "batched", "adder", "http", "server"}


def test_chinese_is_taken_in_pairs() -> None:
    """A run of Chinese yields its neighbours; characters that only join words part it."""
    assert words("卷积核的偏置") == {"卷积", "积核", "偏置"}


def test_one_idea_is_one_word() -> None:
    """Chinese, English and code meet where they name the same idea."""
    assert words("反向传播") & words("loss.backward()") & words("the gradient") == {"grad"}


def test_what_tells_nothing_is_no_word() -> None:
    """Question words, keywords and single letters are left out."""
    assert words("What is x, and how does it work? 什么是") == frozenset()


@given(st.text())
def test_words_are_of_the_text(text: str) -> None:
    """Any text yields words, and saying it twice adds none."""
    assert words(text) == words(text + "\n" + text)


def test_rare_words_weigh_more() -> None:
    """A word of one note weighs most, a word of all almost nothing; few notes weigh evenly."""
    notes = [
        parse(f"# Shared topic{'abcdef'[n]}\n\n**Q: Shared?**\nA: yes\n".encode(), f"{n}.md")
        for n in range(6)
    ]
    weights = rarity(notes)
    assert weights.weight("topica") > 0.9
    assert weights.weight("shared") < 0.1
    few = rarity(notes[:2])
    assert few.weight("topica") == few.weight("shared")
