"""Why a note yields what it yields, and what stands on a card's front."""

import pytest

from studyapp.notes import Syntax, check, explain, parse


def test_each_question_has_its_reason() -> None:
    """What is a card says by which form, what only looks like one says why not."""
    note = parse(
        b"# T\n\n**Q: Why?**\nSo.\n\n## Q1: How?\n\nTODO\n\n## More\n\nQ: When?\n\nno\n", "t.md"
    )
    assert [(reason.line, reason.seen, reason.is_card) for reason in explain(note)] == [
        (3, "Why?", True),
        (6, "How?", False),
        (12, "When?", False),
    ]
    assert "placeholder" in explain(note)[1].why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# T\n\n## A\n\nwords\n", "marked"),
        ("# T\n\nshort\n", "5 characters where 60 to 800"),
        ("# T\n\n## A\n\n" + "- [ ] Done?\n" * 6, "nothing in it is marked"),
        ("# {{title}}\n", "template"),
        ("# T\n\n" + "- Why?\n- How?\n" * 3, "5 more list items ask"),
        ("## FAQ\n\n### Why?\n\n[Answer](https://example.org)\n", "link"),
        ("## FAQ\n\n### Why?\n\n- What?\n- How?\n", "list of questions"),
    ],
)
def test_a_note_without_cards_says_why(text: str, why: str) -> None:
    """Nothing asked, a lead too short, a template, links or questions for an answer."""
    reasons = explain(parse(text.encode(), "t.md"))
    assert not any(reason.is_card for reason in reasons)
    assert why in " ".join(reason.why for reason in reasons)


def test_list_items_that_ask_matter_where_nothing_else_is_asked() -> None:
    """In a note with a card they are talk; the note says no word on them."""
    text = "# T\n\n**Q: Why?**\nSo.\n\n## Talk\n\n" + "- How?\n" * 9
    assert [reason.is_card for reason in explain(parse(text.encode(), "t.md"))] == [True]


def test_what_is_to_be_mended() -> None:
    """Questions asked twice, endless answers and unreadable metadata, each with its line."""
    long = "word " * 400
    text = (
        f"---\nreview_count: many\n---\n**Q: Why?**\nSo.\n\n**Q: why**\nSo.\n\n**Q: How?**\n{long}"
    )
    problems = check(parse(text.encode(), "t.md"))
    assert [problem.line for problem in problems] == [2, 7, 10]
    assert all(problem.hint for problem in problems)


def test_the_front_of_a_topic() -> None:
    """A topic is to be explained, with the points and seconds of its answer; a question asks."""
    answer = "- one two three four five\n- six\n- seven\n"
    (topic,) = parse(f"# Strides\n\n## Short answer\n\n{answer}".encode(), "t.md").cards
    assert (topic.question, topic.points, topic.seconds) == ("Strides", 3, 5)
    assert topic.front == "Explain: Strides (about 3 points, 5 s)"
    spoken = "首先看形状。" * 30
    (topic,) = parse(f"# 步长\n\n## 标准答案\n\n{spoken}".encode(), "t.md").cards
    assert topic.front == "讲一讲：步长（约 30 点，40 秒）"
    (question,) = parse("# 步长是什么？\n\n## 标准答案\n\n间隔。".encode(), "t.md").cards
    assert question.front == "步长是什么？"


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("One thing.", 1),
        ("1) a，2) b，3) c。", 3),
        ("First. Second! Third?", 3),
        ("```\n- a\n- b\n```\nOne.", 1),
        ("1. a\n2. b", 2),
    ],
)
def test_points_are_items_or_numbers_or_sentences(answer: str, points: int) -> None:
    """Whatever the answer counts by, code left out."""
    (card,) = parse(f"**Q: Why?**\n\n{answer}\n".encode(), "t.md").cards
    assert card.points == points


def test_an_outline_is_asked_only_what_it_answers() -> None:
    """A file of the outlines' folder asks no title for its first words; its questions stay."""
    lead = b"# Chapters\n\n" + b"What there is to know, chapter by chapter. " * 3
    (reason,) = explain(parse(lead, "outlines/a.md"))
    assert (reason.is_card, reason.why) == (False, "it is an outline: it lists questions")
    assert parse(lead, "a.md").cards
    assert parse(lead, "outlines/a.md", Syntax(outlines="lists")).cards
    assert not parse(lead, "lists/b/a.md", Syntax(outlines="lists")).cards
    assert parse(b"**Q: Why?**\nA: So.\n", "outlines/a.md").cards
