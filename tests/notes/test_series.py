"""Lists, foldings and tables of questions as other people keep them."""

import pytest

from studyapp.notes import Syntax, explain, parse


def asked(text: str, path: str = "d/t.md") -> list[tuple[str, str]]:
    cards = parse(text.encode(), path, Syntax(leads=False)).cards
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize(
    "item",
    [
        "{n}. Why is {n}?\n   So.\n\n",
        "{n}. Why is {n}?\nSo.\n\n",
        "{n}. Why is {n}?\n   - So.\n",
        "{n}. **Why is {n}?** So.\n",
        "{n}. ### Why is {n}?\n\n   So.\n\n   **[Back to top](#t)**\n\n",
        "- Why is {n}?\n\n    So.\n\n",
        "- ▶ Why is {n}?\n    - So.\n",
        "* *Why is {n}?*\n  So.\n\n",
    ],
)
def test_a_list_that_asks_throughout_is_a_series_of_questions(item: str) -> None:
    """Three items suffice, two where the title says so; the answer is nested, lazy or behind."""
    lines = [item.format(n=n) for n in (1, 2, 3)]
    wanted = [f"Why is {n}?" for n in (1, 2, 3)]
    found = asked(f"# T\n\n{''.join(lines)}")
    assert [question for question, _ in found] == wanted
    assert {answer.removeprefix("- ") for _, answer in found} == {"So."}
    assert asked(f"# T\n\n{lines[0]}{lines[1]}") == []
    assert len(asked(f"# C interview questions\n\n{lines[0]}{lines[1]}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "- Why?\n  - So.\n- Read a book\n- Write\n- How?\n  - Thus.\n- When?\n  - Now.\n",
        "- Why?\n- How?\n- When?\n",
        "- Why?\n  - And why not?\n- How?\n  - And how not?\n- When?\n  - Or never?\n",
        "- [ ] Why?\n  - So.\n- [ ] How?\n  - Thus.\n- [x] When?\n  - Now.\n",
        "- 问题1：Is it?\n  - go\n- 问题2：Is it so?\n  - go\n- 问题3：Is it?\n  - go\n",
        "- Why?\n  - 1.1 Before\n  - 1.2 After\n- How?\n  - 2.1 By hand\n- When?\n  - 3.1 Now\n",
        "1. What is the one\n   and only?\n2. What is the other\n   one?\n3. What\n   now?\n",
    ],
)
def test_lists_that_are_no_series(text: str) -> None:
    """Talk among other items, bare or nested questions, checklists, decisions, wrapped lines."""
    assert asked(f"# T\n\n{text}") == []


FOLDED = """# Locks

<details>
<summary>What is a lock?</summary><br><b>

One holds it.
</b></details>

<details>
<summary>Deadlock</summary><br><b>

Two wait.
</b></details>

<details><summary>How does it end?</summary>

By a timeout:

<details><summary>Show the code</summary>

`lock(1)`

</details>

and a retry.

</details>

<details><summary>Why order locks?</summary>No cycle.</details>
"""


def test_where_most_summaries_ask_a_topic_does_too() -> None:
    """What is folded inside an answer belongs to it; tags at its beginning don't."""
    one, two, three, four = asked(FOLDED)
    assert (one, two) == (("What is a lock?", "One holds it."), ("Deadlock", "Two wait."))
    assert three[1].startswith("By a timeout:")
    assert three[1].endswith("and a retry.")
    assert four == ("Why order locks?", "No cycle.")
    alone = FOLDED.partition("<details><summary>How")[0]
    assert asked(alone) == [("What is a lock?", "One holds it.")]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("| Q | A | Source |\n|---|---|---|\n| Why? | So. | a book |\n", "So."),
        ("Topic | Question | Expected answer\n--- | --- | ---\nx | Why? | So.\n", "So."),
        ("> [!question] Why?\n> > [!answer]-\n> > So.\n", "So."),
        ("> [!question] Why?\n\n> [!solution]\n> So.\n", "So."),
    ],
)
def test_names_of_an_answer(text: str, answer: str) -> None:
    """A column `A` beside a `Q`, an expected answer, a callout whose kind is the answer."""
    assert asked(f"# T\n\n{text}") == [("Why?", answer)]


def test_gaps_of_a_tagged_line() -> None:
    """Logseq's clozes are asked where nothing below the line answers."""
    text = "- Logs are {{cloze copied}} to {{cloze all}} #card\n"
    assert asked(text) == [
        ("Logs are […] to all", "copied"),
        ("Logs are copied to […]", "all"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Front\n\nWhy?\n\n### Back\n\nSo.\n",
        "## Note\n\n### Front\n\nWhy?\n\n### Back\n\nSo.\n\n## Links\n\nx\n",
    ],
)
def test_front_and_back(text: str) -> None:
    """Headings that name a card's sides hold its question and its answer."""
    assert asked(f"# T\n\n{text}") == [("Why?", "So.")]


@pytest.mark.parametrize("head", ["# Why is it so?", "Why is it so?"])
def test_a_rule_below_a_question_parts_it_from_its_answer(head: str) -> None:
    """A file of one card, as Mochi keeps it, needs no long answer; a topic above a rule does."""
    (card,) = parse(f"{head}\n\n---\n\nThe answer.\n".encode(), "d/t.md").cards
    assert (card.question, card.answer, card.line, card.end_line) == (
        "Why is it so?",
        "The answer.",
        1,
        5,
    )
    none = parse(b"# Why is it so?\n\n---\n\n## One\n\nMore.\n", "d/t.md")
    assert not none.cards
    assert not parse(b"# Some topic\n\n---\n\nThe answer.\n", "d/t.md").cards
    assert not any(reason.is_card for reason in explain(none))


def test_items_with_the_sign_of_remnote() -> None:
    """Three of them are cards, at any depth; paths, shifts and code are none."""
    text = (
        "- Algebra\n    - Rank >> Independent columns\n    - Steps of it >>>\n"
        "        - One\n        - Two\n    - Why? >> So.\n    - `cin >> x`\n    - a >> b >> c\n"
    )
    assert asked(f"# T\n\n{text}") == [
        ("Rank", "Independent columns"),
        ("Steps of it", "- One\n- Two"),
        ("Why?", "So."),
    ]
    assert asked("# T\n\n- File >> Save\n- Edit >> Undo\n") == []
