"""Headings that ask because a label says so, or because an answer is called one."""

import pytest

from studyapp.notes import Syntax, parse


def asked(text: str, path: str = "d/t.md") -> list[tuple[str, str]]:
    cards = parse(text.encode(), path, Syntax(leads=False)).cards
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize(
    "text",
    [
        "## 📌 Q1: Why?\n\n### ✅ Answer\n\nSo.\n",
        "## ❓ Q: Why?\n\nSo.\n",
        "# 面试官：Why?\n\nSo.\n",
        "## 3. Why?\n\n**Answer:**\n\nSo.\n",
        "## Why?\n\n#### Answer\n\nSo.\n\n#### Good to know\n\nMore.\n",
        "## 01.Why?\n## Ann回答:\nSo.\n",
        "## 1️⃣ Why?\n\n答案：So.\n",
        "## Q1 — Why?\n\nSo.\n",
    ],
)
def test_labels_of_others(text: str) -> None:
    """Pictures before a label, an interviewer's words, an answer below a heading that says so."""
    assert asked(f"# T\n\n{text}" if not text.startswith("# ") else text) == [("Why?", "So.")]


def test_a_numbered_topic_with_a_labelled_answer_asks() -> None:
    """Without a number, or below the letter alone, it is a name."""
    assert asked("# T\n\n### 1. Smart pointers\n**答案**：They own.\n") == [
        ("Smart pointers", "They own.")
    ]
    assert asked("# T\n\n### Smart pointers\n**答案**：They own.\n") == []
    assert asked("# T\n\n### 1. Legend\nA: area\n") == []


def test_a_title_that_asks_is_answered_below() -> None:
    """Its answer ends where the questions of the file begin."""
    text = "# Explain it\n\nAnswer:\n\nBorders.\n\n## Sizes\n\n2.\n\n## FAQ\n\n### Why?\n\nSo.\n"
    assert asked(text) == [("Explain it", "Borders.\n\n## Sizes\n\n2."), ("Why?", "So.")]


def test_a_part_that_holds_questions_is_none() -> None:
    """Where labelled questions stand below a labelled heading, they are the cards."""
    text = "## Question 3: Viva questions [5 marks]\n\n### Q1. Why?\nSo.\n\n### Q2. How?\nThus.\n"
    assert asked(f"# T\n\n{text}") == [("Why?", "So."), ("How?", "Thus.")]


@pytest.mark.parametrize("heading", ["Q1 2026 goals", "Q3 results", "Q2 OKR"])
def test_quarters_ask_nothing(heading: str) -> None:
    """A plan has quarters, and no questions."""
    assert asked(f"# Plan\n\n## {heading}\n\nShip it.\n") == []


@pytest.mark.parametrize("answer", ["_[To be filled]_", "Your answer comes here", "尚未补充"])
def test_places_left_for_an_answer(answer: str) -> None:
    """A list of questions still to be answered yields none."""
    assert asked(f"# T\n\n## Question 1\n\n**Why?**\n\n**Answer:** {answer}\n") == []


def test_numbered_requests_of_a_file_without_title() -> None:
    """Chinese questions often ask in their middle; in an exposition such headings are chapters."""
    heads = ("谈一下多态", "虚表在哪里，谁来访问", "哪三种指针", "泄漏怎么查", "二者有什么区别")
    text = "".join(f"## {n}.{head}\n\n{n}个。\n\n" for n, head in enumerate(heads, 1))
    assert asked(text, "d/cpp.md") == [(head, f"{n}个。") for n, head in enumerate(heads, 1)]
    assert asked(f"# C++ 的内存\n\n{text}") == []


def test_the_answer_to_say_below_each_numbered_question() -> None:
    """The question is shown without its number, in whatever words its answer is announced."""
    body = "### 🎯 理解\n\n长。\n\n### 📝 英文标准面试答案 (English)\n\n{}。\n\n### 式\n\nx\n\n"
    text = "".join(f"## 问题{n}: 第{n}个是什么？\n\n{body.format(n)}" for n in (1, 2))
    assert asked(f"# 基础问题\n\n{text}") == [("第1个是什么？", "1。"), ("第2个是什么？", "2。")]
    told = "# 讲解\n\n## 3. 业务\n\n长。\n\n### 可直接复述的面试回答\n\n短。\n"
    assert asked(told) == [("讲解", "短。")]
