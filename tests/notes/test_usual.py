"""Front matter that is read without YAML says what YAML reads there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.entries import load_entries
from studyapp.notes.usual import read_usual

KEYS = st.sampled_from(["created", "tags", "review_count", "a-b", "_x", "null", "Yes", "k9"])
RESOLVED = """null Null ~ yes No true FALSE on off y n nan .inf 0 7 007 0x1f 0o7 1_000 1e3 +3 -3 0.0
.5 1. 0.25 00.5 1.5e3 1:30 2026-01-02 2026-02-30 2026-1-2 <<"""
SCALARS = st.one_of(
    st.sampled_from(RESOLVED.split()),
    st.sampled_from(
        ["[]", "[a]", "[a, b c]", "[a,b]", "[yes, no]", "[1, 2]", "[a b: c]", "{}", "{{DATE}}"]
    ),
    st.sampled_from(["a b", "a #b", "a: b", "a b:", "C++/select()、poll()", "`x`", "a `x`", "- a"]),
    st.text("aQ1_ -+./()`（）？、：，。·“”√:#'\"&*!|>%@[]{},\\?\t\u2028é😀", max_size=8),
    st.text("aQ1 -.:/、é😀", max_size=8).map("'{}'".format),
    st.text("aQ1 -.:/、é\\😀", max_size=8).map('"{}"'.format),
)
LINES = st.one_of(
    st.tuples(KEYS, SCALARS).map(": ".join),
    KEYS.map("{}:".format),
    SCALARS.map("- {}".format),
    SCALARS.map("  - {}".format),
    st.sampled_from(["", "# said", "- ", "-", "  more", "---", "..."]),
)
USUAL = """created: '2025-10-19'
last_reviewed: null
next_review: 2025-10-19
review_count: 0
difficulty: medium
mastery_level: 0.25
tags:
- pytorch
- 张量（tensor）
aliases: [view, contiguous memory]
related_outlines: []
source:
  - _seeds/待分类
note:
"""


@given(st.lists(LINES, min_size=1, max_size=6), st.integers(0, 9))
def test_what_is_usual_is_what_yaml_reads(lines: list[str], base: int) -> None:
    """Whatever is taken for usual has the values, spans and styles that YAML tells of it."""
    inside = "".join(f"{line}\n" for line in lines)
    if (found := read_usual(inside, base)) is not None:
        assert repr(found) == repr(load_entries(inside, base))


def test_a_usual_block_needs_no_yaml() -> None:
    """Front matter as the app and most people write it is usual, in every value it has."""
    found = read_usual(USUAL, 4)
    assert found is not None
    assert repr(found) == repr(load_entries(USUAL, 4))


@pytest.mark.parametrize(
    "inside",
    ["a: [b\n", "a: 'b\n", "a: b: c\n", "- a\n", "a\n", "a: &b c\n", "a: yes\n", "a: b\r\n"],
)
def test_the_rest_is_left_to_yaml(inside: str) -> None:
    """What is no mapping, or spelled in a rarer way, is not judged here."""
    assert read_usual(inside, 0) is None
