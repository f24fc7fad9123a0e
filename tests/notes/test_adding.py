"""A card added to a note by hand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.notes import Added, Card, Syntax, Waits, append_card, parse

SYNTAX = Syntax(leads=False)
TOPIC = "# Heaps\n\nA heap is a tree.\n"


def added(text: str, question: str = "How deep?", answer: str = "As its logarithm.") -> str:
    done = append_card(text.encode(), "d/heaps.md", question, answer, SYNTAX)
    assert isinstance(done, Added), done
    return done.data.decode()


@pytest.mark.parametrize(
    ("above", "new"),
    [
        ("**Q1: Why?**\nA1: So.\n", "**Q2: How deep?**\nA2: As its logarithm.\n"),
        ("**Q：Why?**\n\n答：So.\n", "**Q：How deep?**\n\n答：As its logarithm.\n"),
        ("### Q9：Why?\n\n**A：** So.\n", "### Q10：How deep?\n\n**A：** As its logarithm.\n"),
        ("## FAQ\n\n### 2.3 Why?\n\nSo.\n", "### 2.4 How deep?\n\nAs its logarithm.\n"),
        ("## Q1: Why? [[src](s.md)]\n\nSo.\n", "## Q2: How deep?\n\nAs its logarithm.\n"),
        ("Q: Why?\nA: So.\n", "Q: How deep?\nA: As its logarithm.\n"),
        ("- Q: Why?\n  - A: So.\n", "- Q: How deep?\n  - A: As its logarithm.\n"),
        ("7. **Q: Why?**\n   A: So.\n", "8. **Q: How deep?**\n   A: As its logarithm.\n"),
        ("#flashcards\n\nWhy?\n?\nSo.\n", "How deep?\n?\nAs its logarithm.\n"),
        ("#flashcards\n\nlay:::a lie\n", None),
        ("| Q | A |\n|---|---|\n| Why? | So. |\n", None),
        ("## 标准答案\n\n树。\n", None),
    ],
)
def test_a_card_is_written_as_the_note_writes_its_own(above: str, new: str | None) -> None:
    """Label, number, indent and gaps are those of the last card; else a section is opened."""
    heading = "## 面试常见问题" if "标准" in above else "## Interview questions"
    own = new or f"{heading}\n\n**Q: How deep?**\nA: As its logarithm.\n"
    assert added(f"# Heaps\n\n{above}") == f"# Heaps\n\n{above}\n{own}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TOPIC, f"{TOPIC}\n## Interview questions\n\n{{}}\n"),
        ("# 堆\n", "# 堆\n\n## 面试常见问题\n\n{}\n"),
        ("", "## Interview questions\n\n{}"),
        ("---\ntags: []\n---\n", "---\ntags: []\n---\n\n## Interview questions\n\n{}\n"),
        (f"{TOPIC}\n## FAQ\n\n## End\n", f"{TOPIC}\n## FAQ\n\n{{}}\n\n## End\n"),
        (
            f"{TOPIC}\n---\n\n## 相关笔记\n\n- [x](x.md)\n",
            f"{TOPIC}\n## Interview questions\n\n{{}}\n\n---\n\n## 相关笔记\n\n- [x](x.md)\n",
        ),
        ("# Heap interview questions\n\nRead on.", "# Heap interview questions\n\nRead on.\n\n{}"),
    ],
)
def test_a_first_card_opens_a_section(text: str, wanted: str) -> None:
    """In the note's language, before its links to others; or it goes where questions belong."""
    assert added(text) == wanted.format("**Q: How deep?**\nA: As its logarithm.")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_files_own_newlines_are_used(newline: str, mark: str) -> None:
    """Also behind a byte-order mark, and where the last line has no newline."""
    text = mark + newline.join(["# Heaps", "", "**Q: Why?**", "A: So."])
    assert added(text) == text + newline.join(["", "", "**Q: How deep?**", "A: As its logarithm."])


def test_an_answer_that_begins_with_a_block_stands_below_its_label() -> None:
    """A list, a fence or a formula would be none behind it."""
    new = added("- Q: Why?\n  - A: So.\n", answer="```py\nlen(x)\n\nx\n```\nThat.")
    assert new.endswith("  - A:\n    ```py\n    len(x)\n\n    x\n    ```\n    That.\n")
    assert parse(new.encode(), "t.md").cards[1].answer == "```py\nlen(x)\n\nx\n```\nThat."


def test_without_an_answer_the_place_for_it_is_named() -> None:
    """The question stands there with its label, and is no card before it has an answer."""
    done = append_card(TOPIC.encode(), "d/t.md", " How\n deep? ", syntax=SYNTAX)
    assert isinstance(done, Added)
    assert done.data.decode().splitlines()[done.line - 2 :] == ["**Q: How deep?**", "A:"]
    assert parse(done.data, "d/t.md", SYNTAX).cards == ()


@pytest.mark.parametrize(
    ("raw", "question", "answer", "reason"),
    [
        (b"# T\n", " \n", "So.", "empty"),
        (b"# T\n\xff\n", "Why?", "So.", "UTF-8"),
        (b"# T\n\n```\nopen", "Why?", "So.", "no form"),
        (b"# T\n", "Why?", "So.\n\n# Else\n\nmore", "no form"),
        (b"# T\n", "Why?", "TODO", "no form"),
    ],
)
def test_a_card_that_would_not_be_one_waits(
    raw: bytes, question: str, answer: str, reason: str
) -> None:
    """Nothing is written that could not be asked afterwards."""
    waits = append_card(raw, "d/t.md", question, answer, SYNTAX)
    assert isinstance(waits, Waits)
    assert reason in waits.reason


WORDS = st.text("ab 树？?.`*_[]()#:：-|$", min_size=1, max_size=12)
PARTS = st.sampled_from(
    [
        "**Q: {}?**\nA: {}\n",
        "**Q3：{}？**\n\n{}\n",
        "### Q1: {}?\n\n{}\n",
        "## 面试常见问题\n\n### {}？\n\n- {}\n",
        "- Q: {}?\n  - A: {}\n",
        "Q: {}?\nA: {}\n",
        "{}?\n?\n{}\n",
        "## {}\n\n{}\n",
        "```\n{}\n{}\n```\n",
        "---\n",
        "## 相关笔记\n\n- [{}]({}.md)\n",
    ]
)


@st.composite
def notes(draw: st.DrawFn) -> str:
    parts = draw(st.lists(PARTS, max_size=5))
    body = "\n".join(part.format(draw(WORDS), draw(WORDS)) for part in parts)
    head = draw(st.sampled_from(["", "---\ntags: []\n---\n", "# T\n\n", "\ufeff# T\n\n"]))
    text = head + body
    text = text.rstrip("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@given(notes(), WORDS, st.lists(WORDS, min_size=1, max_size=3).map("\n".join))
@example("Q: a?\nA: b\n", "c", "1. d")
def test_nothing_else_changes(text: str, question: str, answer: str) -> None:
    """Whatever the note, its bytes stay around the new ones, its cards stay, and one is new."""
    raw = text.encode()
    done = append_card(raw, "d/t.md", question, answer, SYNTAX)
    if isinstance(done, Waits):
        return
    grown = len(done.data) - len(raw)
    assert any(done.data[:at] + done.data[at + grown :] == raw for at in range(len(raw) + 1)), (
        "bytes were only inserted"
    )
    before, after = cards(raw), cards(done.data)
    if answer.strip():
        assert len(after) == len(before) + 1
    assert [one for one in after if one in before] == before


def cards(raw: bytes) -> list[tuple[str, str]]:
    return [words(card) for card in parse(raw, "d/t.md", SYNTAX).cards]


def words(card: Card) -> tuple[str, str]:
    return card.question, card.answer
