"""The forms of question that other people's notes use."""

import pytest

from studyapp.notes import Card, Syntax, parse


def cards(text: str, path: str = "deck/t.md", syntax: Syntax | None = None) -> tuple[Card, ...]:
    return parse(text.encode(), path, syntax or Syntax(leads=False)).cards


def asked(text: str, path: str = "deck/t.md") -> list[tuple[str, str]]:
    return [(card.question, card.answer) for card in cards(text, path)]


LISTED = """## Follow-ups

1. **Q: Does `clone` copy?**
   - A: Yes.

2. **Q: Does `view` copy?**
   - A: No, as this shows:
     ```python
     x.view(-1)
     ```

3. **Q: And `detach`?**
   It shares.
"""


def test_list_items_ask_and_what_is_nested_answers() -> None:
    """The answer is labelled or merely nested; its code loses the indent of the list."""
    one, two, three = cards(LISTED)
    assert (one.question, one.answer, one.line, one.end_line) == (
        "Does `clone` copy?",
        "Yes.",
        3,
        4,
    )
    assert two.answer == "No, as this shows:\n```python\nx.view(-1)\n```"
    assert (three.answer, three.line, three.end_line, three.form) == ("It shares.", 12, 13, "list")


@pytest.mark.parametrize(
    "text",
    [
        "- Q: Why?\n  - A: So.\n",
        "- **Q1: Why?**\n  - **A:** So.\n",
        "1) **Q:** Why?\n   答：So.\n",
        "- 问：Why?\n    - 答：So.\n",
        "- Q: Why?\n- A: So.\n",
        "- Why?\n  - A: So.\n",
        "- **Q: Why?** A: So.\n",
        "Q: Why?\nA: So.\n",
        "Q：Why?\n\nA：So.\n",
        "Question: Why?\nAnswer: So.\n",
        "问：Why?\n答：So.\n",
        "| Question | Answer |\n|---|---|\n| 1. Why? | So. |\n",
        "| # | 问题 | 答案 |\n|---|---|---|\n| 1 | **Why?** | So. |\n",
        "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n",
        "<details><summary><b>Q1: Why?</b></summary>So.</details>\n",
        "Why?\n?\nSo.\n",
        "1. Why?\n?\nSo.\n<!--SR:!2026-01-05,4,270-->\n",
        "#flashcards\n\nWhy?::So.\n",
        "Why? :: So.\n",
        "### Question 3\n\n**Why?**\n\nSo.\n",
        "### Q7\n\nWhy?\n\nSo.\n",
        "## Q1: Why?\n### Answer\nSo.\n### More\nlong\n",
        "## Q1: Why?\n## 答案\nSo.\n",
        "## 追问：Why?\n\nSo.\n",
        "## FAQ\n\n**Why?**\n\nSo.\n",
        "**Q: Why?**\n\n### Answer\n\nSo.\n",
        "**问题：Why?**\n\nSo.\n",
        "**Q1** Why?\n\nSo.\n",
        "1. Why?\nAns: So.\n",
        "1. Why?\n\n**Ans.** So.\n",
        "2) **Why?**\n\nAns. So.\n",
        "1. Q: Why?\n   **Answer.** So.\n",
        "**3. Why?**\n\nAns: So.\n",
        "### Why?\n\n**答：** So.\n",
        "### 问题1：Why?\n\n答：So.\n",
        "### Q1: Why? ###\n\nSo.\n",
        "## 三、Why?\n\nAnswer: So.\n",
        "Q1. Why?\nA1. So.\n",
        "面试考点 1：Why?\n满分答案：So.\n",
        "**练习 1**：Why?\n\n> **参考答案**：So.\n",
        "**Exercise 2.** Why?\n\nAnswer: So.\n",
        "Q: Why?\nAns. So.\n",
        "### Q1: **Why?**\n**A：So.**\n".replace("**A：So.**", "**A**：So."),
    ],
)
def test_one_question_in_many_spellings(text: str) -> None:
    """Lists, plain lines, tables, foldings, Obsidian's marks and headings of other bases."""
    assert asked("# T\n\n" + text) == [("Why?", "So.")]


def test_an_answer_in_bold_stays_bold() -> None:
    """Where the label stands inside the emphasis, only the label goes."""
    assert asked("### Q1：Why?\n\n**A：So it is.**\n\nMore.\n") == [
        ("Why?", "**So it is.**\n\nMore.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- Q: query matrix\n- K: key matrix\n- V: value matrix\n",
        "- Q: the query, A: the attention\n",
        "Q: [batch, heads, length]\nK: [batch, heads, length]\n",
        "- [ ] Are all locks released?\n  - A: yes\n",
        "> Interviewer: what do you do?\n> You: this and that.\n",
        "**问题**：many small messages\n\nMerge them.\n",
        "**问题1：the queue fills**\n\nWait.\n",
        "**Exercise 2.** Why?\n\nThink.\n",
        "- 问题1：is the demand falling?\n  - then learn\n",
        "- [What is a view?](#views)\n- [What is a stride?](#strides)\n",
        "```python\nx[::2] :: y\n```\n",
        "Take `li[::2] :: b` of it.\n",
        "alias:: gradient\ntype:: note\n",
        "#flashcards\n\nalias:: gradient\n",
        "Use std::vector and torch::Tensor here.\n",
        "#flashcards\n\nstd::vector\n",
        "It is ==important== to know.\n",
        "```\nWhy?\n?\nSo.\n```\n",
        "Q: Why?\n\nno answer here\n",
        "C: [B, S, H]\n",
        "## FAQ\n\n### Why?\n\n[Answer](https://example.org/a)\n",
        "## FAQ\n\n### Why?\n\n- [点击查看答案](https://example.org/a)\n",
        "## FAQ\n\n### How does it work?\n\n- 1 What is a lock?\n- 2 What is a latch?\n",
        "<details>\n<summary>Show the code</summary>\n\ntext\n\n</details>\n",
        "| Question | Votes |\n|---|---|\n| Why? | 3 |\n",
        "**Why is it so?**\n\nBecause.\n",
        "- What is a lock?\n  - A thing that locks.\n",
        "1. Why is it slow?\n\nIt copies.\n\n2. How to mend it?\n\nWith a view.\n",
        "### Why is it slow?\n\nA copy is made.\n",
        "**Why is it slow?**\n\nA. It copies.\nB. It waits.\n",
        "Q1. was good, Q2. is better.\n",
        "1. One\n\nAns: of two\n",
    ],
)
def test_what_only_looks_like_a_question(text: str) -> None:
    """Legends, checklists, dialogues, properties, contents, code and bare links ask nothing."""
    assert asked("# T\n\n" + text) == []


def test_a_paragraph_that_closes_the_section_is_no_answer() -> None:
    """Behind the last labelled answer it belongs to all, unless answers there have paragraphs."""
    one, two = "**Q1: Why?**\nA: So.\n", "**Q2: How?**\nA: Thus.\n"
    closing = "All in all, it works.\n"
    assert asked(f"## FAQ\n\n{one}\n{two}\n{closing}")[1] == ("How?", "Thus.")
    longer = asked(f"## FAQ\n\n{one}\nFor years.\n\n{two}\n{closing}")
    assert longer == [("Why?", "So.\n\nFor years."), ("How?", f"Thus.\n\n{closing.strip()}")]
    assert asked(f"**Q: Why?**\nA:\n\nSo.\n\n{closing}")[0][1] == f"So.\n\n{closing.strip()}"
    assert asked(f"**Q: Why?**\n\nSo.\n\n{closing}")[0][1] == f"So.\n\n{closing.strip()}"


INFERRED = """# Storage

Some words of welcome.

#### [More of them](https://example.org)

## Preparation

Read books.

### 1. What is a _tensor_?

An array.

#### When to use one

Always.
<br>

### 2. Explain strides. [[src](https://example.org/s)]

Steps.

### 3. Views versus copies

They differ.

### 4. Why is `t()` free?

No copy.

### 5. How many bytes?

### 6. Describe `expand`.

Stride zero.

## 7. What slipped?

This one.

#### See [all answers](https://example.org)

## Thanks

To all.
"""


def test_the_level_of_the_questions_is_inferred_for_a_file() -> None:
    """Where most numbered headings of a level ask, all of them do, question mark or not."""
    found = cards(INFERRED)
    assert [(card.question, card.line, card.end_line) for card in found] == [
        ("What is a _tensor_?", 11, 17),
        ("Explain strides.", 20, 22),
        ("Views versus copies", 24, 26),
        ("Why is `t()` free?", 28, 30),
        ("Describe `expand`.", 34, 36),
        ("What slipped?", 38, 40),
    ]
    assert found[0].answer == "An array.\n\n#### When to use one\n\nAlways."


def test_a_title_that_speaks_of_questions_needs_fewer_of_them() -> None:
    """Two questions make a list in a file named so; in an exposition they make none."""
    body = "## What is a lock?\n\nA lock.\n\n## What is a latch?\n\nA latch.\n"
    assert asked(f"# C++ interview questions\n\n{body}") == [
        ("What is a lock?", "A lock."),
        ("What is a latch?", "A latch."),
    ]
    assert asked(f"# Locks\n\n{body}") == []
    assert len(cards(f"# Locks\n\n{body}", syntax=Syntax(exposition=True))) == 2


def test_headings_of_the_first_level_may_be_the_questions() -> None:
    """Then none of them is the title: the file's name is."""
    note = parse(b"# 01. What is a?\n\nOne.\n\n# 02. What is b?\n\nTwo.\n", "d/my_list.md")
    assert note.title == "my list"
    text = "".join(f"# {n:02}. What is x{n}?\n\nIt is {n}.\n\n" for n in range(1, 7))
    assert asked(text)[0] == ("What is x1?", "It is 1.")
    assert len(asked(text)) == 6


def test_numbered_bold_questions_make_a_list() -> None:
    """Three of them suffice, and the last answer ends with the section."""
    text = "".join(f"**{n}. What is x{n}?**\n\nIt is {n}.\n\n" for n in range(1, 4))
    assert asked(f"# T\n\n{text}## Else\n\nno\n") == [
        (f"What is x{n}?", f"It is {n}.") for n in range(1, 4)
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "标准表述",
        "精简答案",
        "精简版答案",
        "面试简答",
        "标准回答（30秒）",
        "面试时的快速口述讲解",
        "口述版",
        "一句话回答",
        "✅ 参考答案",
        "2.1 面试话术：",
        "三、简短回答",
        "可背诵版答案",
        "Short answer",
        "The model answer (1 min)",
        "Interview answer",
    ],
)
def test_spellings_of_a_model_answer(heading: str) -> None:
    """The title asks wherever a section says that it is the answer to say."""
    assert asked(f"# Paged attention\n\n## {heading}\n\nPages.\n") == [
        ("Paged attention", "Pages.")
    ]


@pytest.mark.parametrize("heading", ["详细讲解", "答疑", "问题描述", "Answering machines", "总结"])
def test_headings_that_are_no_model_answer(heading: str) -> None:
    """Explanations and summaries are not said aloud."""
    assert asked(f"# Paged attention\n\n## {heading}\n\nPages.\n") == []


def test_several_topics_with_a_model_answer_each() -> None:
    """Then the headings around the answers ask, and not the title."""
    text = "".join(f"## {n}. Topic {n}\n\n### 标准答案\n\nIt is {n}.\n\n" for n in (1, 2))
    assert asked(f"# Two topics\n\n{text}") == [("Topic 1", "It is 1."), ("Topic 2", "It is 2.")]


def test_a_coding_problem_shows_its_statement() -> None:
    """The statement stands on the front as context, whole; the screen folds it."""
    (card,) = cards(
        "# Pair sum\n\n## 题目描述\n\nFind two.\n\n**Example**\n\n## 快速口述讲解\n\nA table.\n"
    )
    assert (card.question, card.context, card.answer) == (
        "Pair sum",
        "Find two.\n\n**Example**",
        "A table.",
    )


def test_a_note_without_questions_asks_its_title() -> None:
    """Its first words are the answer if they say something and can be said; a switch stops it."""
    lead = "Strides say how far apart neighbours lie. " * 3
    text = f"# Strides\n\n{lead}\n\n---\n\n## More\n\nwords\n"
    (card,) = cards(text, syntax=Syntax())
    assert (card.form, card.question, card.line, card.end_line) == ("lead", "Strides", 1, 3)
    assert card.answer == lead.strip()
    assert cards(text) == ()
    assert cards("# Strides\n\nToo short.\n", syntax=Syntax()) == ()
    assert cards(f"# Strides\n\n{lead * 20}\n", syntax=Syntax()) == ()
    assert cards(f"# Strides\n\n> {lead}\n", syntax=Syntax()) == ()
    assert [card.form for card in cards(f"{text}\n**Q: Why?**\nSo.\n", syntax=Syntax())] == ["bold"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("CLAUDE.md", "**Q: Why?**\nSo.\n"),
        ("a/AGENTS.md", "**Q: Why?**\nSo.\n"),
        ("README.md", "**Q: Why?**\nSo.\n"),
        (".trash/x.md", "**Q: Why?**\nSo.\n"),
        ("my_templates/t.md", "---\ncreated: {{DATE}}\n---\n# T\n\n**Q: Why?**\nSo.\n"),
        ("t.md", "# {{title}}\n\n**Q: Why?**\nSo.\n"),
    ],
)
def test_files_that_are_asked_nothing(path: str, text: str) -> None:
    """Instructions, front pages, hidden files and templates are no notes to study."""
    note = parse(text.encode(), path)
    assert note.cards == ()
    assert note.skipped


def test_a_front_page_may_be_a_list_of_questions() -> None:
    """Many interview lists are a README: five answered questions make one."""
    assert len(cards(INFERRED, "README.md")) == 6


def test_lists_of_questions_by_heading_or_in_bold() -> None:
    """In a file of questions, an item that asks in a heading or in bold needs no label."""
    text = (
        "# JS interview questions\n\n1. ### What is a closure?\n\n    A function.\n\n"
        "2. **What is hoisting?**\n\n   A lift.\n\n- [What is a closure?](#one)\n"
    )
    assert asked(text) == [("What is a closure?", "A function."), ("What is hoisting?", "A lift.")]


def test_a_hidden_answer_is_the_answer_and_what_stands_before_it_is_asked() -> None:
    """An exercise shows code and hides its solution: the code goes on the front."""
    (card,) = cards(
        "# T\n\n### Q1: What is printed?\n\n```python\nprint(1)\n```\n\n"
        "<details><summary><b>Answer</b></summary>\n<p>\n\nOne.\n\n</p>\n</details>\n"
    )
    assert (card.context, card.answer) == ("```python\nprint(1)\n```", "One.")
    assert card.line == 3


NUMBERED = """# Locks

1. What is a lock?

A thing that one holds.

- one at a time

2. What is a latch?
```cpp
std::latch
```
3. What waits?

Whoever comes later.

And another paragraph.

## More

4. What is unanswered?
"""


def test_numbered_questions_may_be_answered_below_without_an_indent() -> None:
    """Each is a list of one item to markdown; three of them suffice, and sections end them."""
    found = cards(NUMBERED)
    assert [(card.question, card.line, card.end_line) for card in found] == [
        ("What is a lock?", 3, 7),
        ("What is a latch?", 9, 12),
        ("What waits?", 13, 17),
    ]
    assert found[2].answer == "Whoever comes later.\n\nAnd another paragraph."


def test_two_of_them_suffice_in_a_section_of_questions() -> None:
    """Where a heading announces questions, fewer do."""
    text = "## FAQ\n\n1. Why?\n\nSo.\n\n2. How?\n\nThus.\n"
    assert asked(f"# T\n\n{text}") == [("Why?", "So."), ("How?", "Thus.")]
