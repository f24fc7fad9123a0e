"""A file name for any question."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.naming import LONGEST, file_name

ANY = st.text(min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What is `x[0]`?", "What_is_`x[0]`？.md"),
        ("`join()`和`+`拼接字符串：哪个快？", "`join()`和`+`拼接字符串：哪个快？.md"),
        ("**I/O** or CPU: which?", "I_O_or_CPU：_which？.md"),
        ("../..", "note.md"),
        ("CLAUDE", "note_CLAUDE.md"),
        ("a\u202eb\tc", "ab_c.md"),
    ],
)
def test_a_name_still_reads_as_its_question(question: str, name: str) -> None:
    """What systems forbid is replaced by what looks like it; no name goes up a folder."""
    assert file_name(question) == name


@given(ANY, st.lists(ANY, max_size=3))
def test_every_name_can_be_had_everywhere(question: str, others: list[str]) -> None:
    """No separator, no control, no hidden file, no more bytes than allowed, none that is taken."""
    taken = [file_name(question), *map(file_name, others)]
    name = file_name(question, taken)
    assert len(name.encode()) <= LONGEST
    assert name.endswith(".md")
    assert not name.startswith((".", " "))
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert all(unicodedata.category(char)[0] != "C" for char in name)
    assert name.casefold() not in {one.casefold() for one in taken}


def test_long_questions_are_cut_between_letters() -> None:
    """A Chinese letter takes three bytes, an accent belongs to its letter."""
    assert file_name("字" * 100) == "字" * 65 + ".md"
    cut = file_name("a" * 196 + "q\u0308" + "b")
    assert cut == "a" * 196 + ".md"
