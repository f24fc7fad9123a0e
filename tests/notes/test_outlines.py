"""Outlines: what counts as a chapter, as a question, as its link."""

from pathlib import Path

import pytest

from studyapp.notes.outline import Outline
from studyapp.notes.outlines import parse_outline

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "outlines"

OUTLINE = """\
# Tensors

> Copy this file. - not a question

## 1. Storage

[What is a storage](../notes/storage.md)

### 1.1 Views

**Slices**
- [`x[a:b]` and `x[::2]`](../notes/x[a:b] and (steps).md)
- Why is a slice no copy?
  - because of strides
  - [Strides](../notes/strides.md)
1. [Contiguity]() - 简单

**Aims:** words behind a label make no chapter.

#### [Copies](../notes/copies.md)

- **Deep ones**
  - clone
  - [ ] ⭐️ **When does `clone` keep gradients? (2)**
    - [ ] by default
- Broadcasting
  - What is stretched?
- see [the docs](https://pytorch.org) on views

## Grading

- good: knows it all
- [Rubric](../notes/rubric.md)
"""


def shown(outline: Outline) -> list[str]:
    return [
        f"{'/'.join((*one.trail, one.title))}: " + "; ".join(q.text for q in one.questions)
        for one in outline.chapters
    ]


@pytest.fixture(scope="module")
def outline() -> Outline:
    return parse_outline(OUTLINE.encode(), "outlines/tensors.md")


def test_chapters_are_headings_bold_paragraphs_and_items_that_group(outline: Outline) -> None:
    """Each bears what stands right below it; details of a question are none, links always are."""
    slices = "`x[a:b]` and `x[::2]`", "Why is a slice no copy?", "Strides", "Contiguity"
    storage, copies = "1. Storage", "1. Storage/1.1 Views/Copies"
    assert outline.title == "Tensors"
    assert shown(outline) == [
        f"{storage}: What is a storage",
        f"{storage}/1.1 Views: ",
        f"{storage}/1.1 Views/Slices: {'; '.join(slices)}",
        f"{copies}: Copies; see the docs on views",
        f"{copies}/Deep ones: clone; When does `clone` keep gradients? (2)",
        f"{copies}/Broadcasting: What is stretched?",
        "Grading: Rubric",
    ]
    assert outline.asides == 3


def test_questions_know_their_line_their_link_and_the_place_for_one(outline: Outline) -> None:
    """Names of notes hold brackets and spaces; pictures, boxes and emphasis are no words."""
    lines = OUTLINE.split("\n")
    found = {one.text: one for one in outline.questions()}
    places = {text: lines[one.line - 1][one.start : one.end] for text, one in found.items()}
    slices = found["`x[a:b]` and `x[::2]`"]
    assert slices.target == "../notes/x[a:b] and (steps).md"
    assert places[slices.text] == f"[{slices.text}]({slices.target})"
    assert places["Contiguity"] == "[Contiguity]()"
    assert places["Why is a slice no copy?"] == "Why is a slice no copy?"
    kept = "When does `clone` keep gradients? (2)"
    assert places[kept] == kept
    assert (found["Contiguity"].form, found["Contiguity"].difficulty) == ("empty", "easy")
    assert found["see the docs on views"].form == "elsewhere"
    assert found["Copies"].target == "../notes/copies.md"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_the_files_whatever_stands_before(newline: str) -> None:
    """Front matter, a byte-order mark and any newline leave the numbers true."""
    text = f"\ufeff---\ntags: []\n---\n{OUTLINE}".replace("\n", newline)
    plain = parse_outline(OUTLINE.encode(), "x.md")
    found = parse_outline(text.encode(), "x.md")
    assert [(q.text, q.line - 3, q.start) for q in found.questions()] == [
        (q.text, q.line, q.start) for q in plain.questions()
    ]


def test_several_titles_are_chapters_and_lines_before_any_stay() -> None:
    """A list without a heading is a chapter without a name; the file's name is the title."""
    found = parse_outline(b"- first\n\n# One\n\n- a\n\n# Two\n\n- b\n", "outlines/two_halves.md")
    assert found.title == "two halves"
    assert shown(found) == [": first", "One: a", "Two: b"]


@pytest.mark.parametrize("raw", [b"", b"\0", b"\xff- a\n", b"- " * 200 + b"a", b"  - a\n" * 3])
def test_no_bytes_are_too_odd(raw: bytes) -> None:
    """What can't be read has no chapters, or those that can be."""
    assert len([*parse_outline(raw, "odd.md").questions()]) in {0, 1, 3}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize(
    ("name", "questions", "links", "empty"),
    [  # the first two were counted by eye
        ("LeetcodeHot100", 100, 50, 50),
        ("示例大纲", 11, 11, 0),
        ("cuda", 320, 77, 0),
        ("熟悉python", 611, 9, 0),
        ("精通Transformer", 325, 38, 0),
    ],
)
def test_the_corpus_is_counted_as_a_person_counts(
    name: str, questions: int, links: int, empty: int
) -> None:
    """Every item of a list of questions, none of the sections about the interview."""
    found = parse_outline((CORPUS / f"{name}.md").read_bytes(), name)
    forms = [one.form for one in found.questions()]
    assert (len(forms), forms.count("link"), forms.count("empty")) == (questions, links, empty)
