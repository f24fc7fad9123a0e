"""Fresh notes."""

from datetime import date

from studyapp.notes import SYNTAX, Added, parse
from studyapp.notes.fresh import Looks, fresh_note

DAY = date(2026, 11, 23)
WHOLE = """\
---
created: '2026-11-23'
last_reviewed: null
next_review: '2026-11-23'
review_count: 0
difficulty: hard
mastery_level: 0.0
tags:
- gpu
- 'yes'
related_outlines:
- 'it''s.md'
---
# Why is a warp 32 wide?

## Interview questions

**Q: Why is a warp 32 wide?**
A:
"""


def made(question: str, answer: str = "", looks: Looks = Looks()) -> Added:  # noqa: B008  frozen
    done = fresh_note("d/n.md", question, answer, DAY, looks=looks, syntax=SYNTAX)
    assert isinstance(done, Added)
    return done


def test_a_fresh_note_has_the_eight_keys_its_title_and_room_for_an_answer() -> None:
    """Strings that YAML would take for something else are quoted; the answer's line is told."""
    done = made("Why is a warp 32 wide?", looks=Looks("hard", ("gpu", "yes"), ("it's.md",)))
    assert done.data.decode() == WHOLE
    assert done.line == 19
    note = parse(done.data, "d/n.md")
    assert (note.metadata.tags, note.problems) == (("gpu", "yes"), ())
    assert (note.title, note.cards) == ("Why is a warp 32 wide?", ())


def test_with_an_answer_it_asks_at_once() -> None:
    """As a card of a section, or where others answer so, the title above a model answer."""
    (card,) = parse(made("什么是 warp？", "32 个线程。").data, "d/n.md").cards
    assert (card.form, card.question, card.answer) == ("bold", "什么是 warp？", "32 个线程。")
    done = made("什么是 warp？", "32 个线程。\n\n同步。", Looks(heading="标准答案（可背诵）"))
    (card,) = parse(done.data, "d/n.md").cards
    assert (card.form, card.question) == ("title", "什么是 warp？")
    assert card.end_line == done.line
