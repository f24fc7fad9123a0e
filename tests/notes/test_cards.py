"""Which questions a note asks, and what their answers are."""

import json
from pathlib import Path

import pytest

from studyapp.notes import Card, parse

SHARED = Path(__file__).parents[2] / "../shared"
CORPUS = SHARED / "corpus"


def cards(text: str, path: str = "deck/topic/t.md") -> tuple[Card, ...]:
    return parse(text.encode(), path).cards


BOLD = """# Views

## 5. Interview questions

### 5.1 Basics
**Q: What shares storage?**
A: A view does.

**Q2: When does `view` fail?**
A:
- the tensor is not contiguous
- the sizes don't multiply up

```python
x.t().view(-1)
```

***

Not an answer.
"""


def test_bold_questions_take_what_follows() -> None:
    """The answer may stand in the question's own paragraph, or be a list and a fence after it."""
    one, two = cards(BOLD)
    assert (one.question, one.answer, one.line, one.end_line) == (
        "What shares storage?",
        "A view does.",
        6,
        7,
    )
    assert (two.question, two.line, two.end_line) == ("When does `view` fail?", 9, 16)
    assert two.answer == (
        "- the tensor is not contiguous\n- the sizes don't multiply up\n\n"
        "```python\nx.t().view(-1)\n```"
    )
    assert one.form == two.form == "bold"
    assert one.trail == ("5. Interview questions", "5.1 Basics")


@pytest.mark.parametrize(
    "text",
    [
        "**Q: Why?** A: So.",
        "**Q:** Why?\nSo.",
        "**问：Why?**\n答：So.",
        "**Q3. Why?**\n\n**答案**：\n\nSo.",
        "**Q: Why?**\r\nA: So.\r\n",
        "**Q: Why?**\n- A: So.",
        "**Question 1: Why?**\n**Answer:** So.",
    ],
)
def test_spellings_of_a_bold_question(text: str) -> None:
    """Labels of question and answer go, wherever they stand and whatever their language."""
    assert [(card.question, card.answer) for card in cards(text)] == [("Why?", "So.")]


@pytest.mark.parametrize(
    "heading",
    [
        "### Q1: Why?",
        "### Q: Why?",
        "### 问：Why?",
        "### 问题：Why?",
        "## FAQ\n### Why?",
        "## 面试常见问题与答案\n### 2. Why?",
        "## 十、面试延伸问题\n\n### 10.4 Why?",
        "## Common interview questions\n\n#### (3) Why?",
    ],
)
def test_spellings_of_a_heading_question(heading: str) -> None:
    """A label asks anywhere; a question or its numbered form asks in an interview section."""
    text = f"# T\n\n{heading}\n**标准回答：**\n\nSo.\n\n#### Example\n\nmore\n\n---\n\nrest\n"
    (card,) = cards(text.replace("#### Example", "##### Example"))
    assert (card.question, card.form) == ("Why?", "heading")
    assert card.answer == "So.\n\n##### Example\n\nmore"


@pytest.mark.parametrize(
    "text",
    [
        "## 7. Interview questions\n\n### 7.1 Basics\n\nSome words.\n",
        "## Layout\n\n### What is a stride?\n\nA step.\n",
        "#### 问题1：deadlock with one condition\n\nIt hangs.\n",
        "## FAQ\n\n### Locks\n\nThey lock.\n",
        "```\n### Q1: Why?\nSo.\n**Q: Why?**\nA: So.\n```\n",
        "    **Q: Why?**\n    A: So.\n",
        "<!--\n### Q1: Why?\nSo.\n-->\n",
        "### Q1: Why?\n\n### Q2: How?\n",
        "**Q: Why?**\nA: TODO\n",
        "**Q: Why?**\nA: （待补充）\n",
        "### Q: Why?\n<!-- say it aloud -->\n",
        "**Note: not a question**\nwords\n",
        "## 标准答案\n\n暂无。\n",
    ],
)
def test_what_is_no_card(text: str) -> None:
    """Plain headings, code, comments, questions without an answer or with a placeholder."""
    assert cards("# T\n\n" + text) == ()


@pytest.mark.parametrize(
    "heading",
    [
        "面试标准答案",
        "标准答案",
        "标准回答",
        "面试标准答案（可背诵版）",
        "2. Model answer",
        "Standard answer",
    ],
)
def test_the_title_is_asked_where_a_model_answer_stands(heading: str) -> None:
    """The section is the answer, subsections included, and its heading the card's line."""
    (card,) = cards(
        f"# How does **GC** work?\n\n## {heading}\n\nIt counts.\n\n### Cycles\n\nToo.\n\n## B\n"
    )
    assert (card.question, card.form, card.line, card.end_line) == (
        "How does **GC** work?",
        "title",
        3,
        9,
    )
    assert card.answer == "It counts.\n\n### Cycles\n\nToo."


def test_a_file_without_title_asks_its_name() -> None:
    """The file's name is the question, its underscores spaces."""
    (card,) = cards("## 标准答案\n\nIt counts.\n", "how_gc_works.md")
    assert (card.question, card.deck) == ("how gc works", "")


def test_a_title_in_the_front_matter_is_asked() -> None:
    """It goes before the file's name, and a heading before it."""
    front = '---\ntitle: "How does GC work?"\n---\n'
    (card,) = cards(f"{front}## Short answer\n\nIt counts.\n", "gc-1.md")
    assert (card.question, card.answer) == ("How does GC work?", "It counts.")
    assert parse(f"{front}# Collection\n".encode(), "gc-1.md").title == "Collection"
    assert parse(b"---\ntitle: [1]\n---\nx\n", "gc-1.md").title == "gc-1"


def test_questions_in_a_model_answer_are_the_cards() -> None:
    """A model-answer section that asks for itself is no answer to the title."""
    found = cards("# T\n\n## 面试标准答案\n\n### Q: Why?\n\nSo.\n\n### Q: How?\n\nThus.\n")
    assert [card.question for card in found] == ["Why?", "How?"]


def test_a_question_may_hold_its_own_model_answer() -> None:
    """Of a question's section that begins with a model answer, only that is the answer."""
    (card,) = cards("# T\n\n## 问题：Why?\n\n### 核心回答（30s）\nSo.\n\n### Details\n\nLong.\n")
    assert (card.question, card.answer, card.line, card.end_line) == ("Why?", "So.", 3, 6)


def test_a_card_carries_what_its_note_says() -> None:
    """Deck, tags and difficulty come from the note; the digest from the answer's words."""
    front = "---\ndifficulty: hard\ntags: [a, b]\n---\n"
    (card,) = cards(front + "# T\n\n**Q: Why?**\nA: So **it** goes.\n")
    assert (card.deck, card.tags, card.difficulty) == ("deck/topic", ("a", "b"), "hard")
    (same,) = cards("# T\n\n**Q: Why?**\n\nso it  goes\n")
    (other,) = cards("# T\n\n**Q: Why?**\n\nso it went\n")
    assert (card.id, card.digest) == (same.id, same.digest)
    assert card.id == other.id
    assert card.digest != other.digest


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference note is not here")
def test_the_reference_note_has_six_cards() -> None:
    """Six questions at their lines, lists kept, no card from headings such as 7.1."""
    (path,) = (SHARED / "seed").glob("*.md")
    found = parse(path.read_bytes(), path.name).cards
    assert [card.line for card in found] == [134, 137, 145, 148, 156, 159]
    assert [card.answer.count("\n- ") for card in found] == [0, 3, 0, 3, 0, 0]
    assert {card.difficulty for card in found} == {"medium"}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real notes are not here")
def test_real_questions_come_right() -> None:
    """Of the cards checked by eye, all core ones are found, exactly, and no other."""
    gold = json.loads((CORPUS / "gold.json").read_text("utf-8"))
    for one in gold["notes"]:
        raw = (CORPUS / one["path"]).read_bytes()
        found = {card.line: card for card in parse(raw, one["path"]).cards}
        wanted = {card["first_line"]: card for card in one["cards"] if card["tier"] == "core"}
        assert found.keys() == wanted.keys(), one["path"]
        for line, card in wanted.items():
            assert found[line].question.replace("`", "") == card["question"].replace("`", "")
            assert found[line].end_line == card["last_line"]
            answer = squeezed(found[line].answer)
            assert answer.startswith(squeezed(card["answer_first30"]))
            assert answer.endswith(squeezed(card["answer_last30"]))


def squeezed(text: str) -> str:
    """`text` without white space: nested code is dedented, in the gold it is not."""
    return "".join(text.split())
