"""The mock interview: what is drawn, how long it goes, what it shows."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.schedule import Grade, New, Reviewed
from studyapp.schedule.schedules import Memory
from studyapp.study.messages import Drop, Renamed, Reveal, Tick, Undo
from studyapp.study.mock import (
    Answer,
    Judged,
    Mock,
    Question,
    Stop,
    by_topic,
    draw,
    interval,
    start,
    step,
    to_work_on,
    weakness,
)
from studyapp.study.reader import Card
from studyapp.study.session import Phase

DAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")
LINKS = {"a0.md": ("a1.md", "b0.md"), "b0.md": ("a0.md", "gone.md"), "b1.md": ("b1.md",)}


def known(days: int, ease: int = 250, lapses: int = 0) -> Reviewed:
    """A card reviewed today whose recall falls over so many days."""
    return Reviewed(DAY, DAY + timedelta(days), days, ease, 3, lapses)


SCHEDULES = st.one_of(
    st.builds(New, st.sampled_from([230, 250, 260])),
    st.builds(known, st.integers(1, 60), st.integers(130, 280), st.integers(0, 9)),
)
CARDS = st.lists(
    st.builds(
        Card,
        id=st.text("abcdef", min_size=3, max_size=6),
        note=st.sampled_from(["a0.md", "a1.md", "b0.md", "b1.md"]),
        deck=st.sampled_from(["a", "b", "c"]),
        weight=st.integers(0, 3),
        schedule=SCHEDULES,
        suspended=st.booleans(),
        buried_until=st.sampled_from([None, DAY, DAY + timedelta(1)]),
    ),
    max_size=24,
    unique_by=lambda card: card.id,
)


def drawn(cards: list[Card], seed: int, minutes: float = 30) -> tuple[Question, ...]:
    """An interview over the cards, each answer taking a minute."""
    return draw(
        cards,
        DAY,
        minutes * 60,
        seed=seed,
        linked=lambda note: LINKS.get(note, ()),
        budget=lambda _: 60,
    )


@settings(max_examples=50)
@given(CARDS, st.integers())
def test_a_draw_asks_what_may_be_asked_once_and_follows_links(cards: list[Card], seed: int) -> None:
    """No card twice, none that is set aside; follow-ups are of the main note or one it links to."""
    found = drawn(cards, seed)
    by_id = {card.id: card for card in cards}
    assert len({one.card for one in found}) == len(found)
    assert found == drawn(cards, seed)
    mains = {one.thread: one for one in found if one.step == 0}
    for one in found:
        card, main = by_id[one.card], mains[one.thread]
        assert card.weight
        assert not card.suspended
        assert card.buried_until in (None, DAY)
        assert one.step <= 2
        notes = {"main": (one.note,), "same": (main.note,), "linked": LINKS.get(main.note, ())}
        assert one.note in notes[one.origin]
    askable = [c for c in cards if c.weight and not c.suspended and c.buried_until in (None, DAY)]
    assert len(found) >= min(len(askable), 90)


def counts(cards: list[Card]) -> Counter[str]:
    """How often each card opens an interview, over four hundred of them."""
    return Counter(drawn(cards, seed, 0.1)[0].card for seed in range(400))


def test_the_weak_are_asked_more_often() -> None:
    """An unseen card before a fresh one, a hard before an easy, a heavy deck before a light."""
    cards = [
        Card("unseen", "a0.md", "a", 1, New()),
        Card("fresh", "a1.md", "a", 1, known(40)),
        Card("hard", "b0.md", "a", 1, New(230)),
    ]
    often = counts(cards)
    assert often["hard"] > often["unseen"] > 3 * often["fresh"] > 0
    assert weakness(cards[0], DAY) == pytest.approx(1.1)
    assert weakness(cards[1], DAY) == pytest.approx(0.1)
    leech = Card("leech", "a0.md", "a", 2, known(40, lapses=8))
    assert weakness(leech, DAY) == pytest.approx(0.4)
    fsrs = replace(known(40), memory=Memory(40, 10, 0.5))
    assert weakness(Card("f", "a0.md", "a", 1, fsrs), DAY) == pytest.approx(0.2)
    heavy = [Card(f"{n}", f"{n}.md", f"{n}", n, New()) for n in (1, 3)]
    assert 200 < counts(heavy)["3"] < 300


def test_topics_take_turns() -> None:
    """A deck of sixty leaves room for decks of three: each is asked within a dozen threads."""
    sizes = {"big": 60, "small": 3, "tiny": 3}
    cards = [
        Card(f"{deck}{n}", f"{deck}{n}.md", deck, 1, New())
        for deck, size in sizes.items()
        for n in range(size)
    ]
    for seed in range(40):
        topics = Counter(one.topic for one in drawn(cards, seed)[:12])
        assert topics["big"] <= 9
        assert topics["small"]
        assert topics["tiny"]


def asked(count: int, thread: int | None = None) -> list[Question]:
    """So many questions, each a thread, or all of one."""
    return [
        Question(f"q{n}", "n.md", "t", 1, 60, n if thread is None else thread, n * (thread == 0))
        for n in range(count)
    ]


def given_(mock: Mock, seconds: float, grade: Grade, **told: object) -> Mock:
    """Answer in so many seconds, then judge for a quarter of an hour."""
    mock = step(step(mock, Tick(mock.now + timedelta(seconds=seconds))), Reveal())
    mock = step(mock, Tick(mock.now + timedelta(minutes=15)))
    return step(mock, Judged(grade, **told))  # type: ignore[arg-type]


@settings(max_examples=60)
@given(
    st.integers(0, 12),
    st.lists(st.tuples(st.floats(0, 900), st.sampled_from(Grade)), min_size=12, max_size=12),
)
def test_time_is_exceeded_by_the_running_question_only(
    count: int, pace: list[tuple[float, Grade]]
) -> None:
    """No question begins once time is up; judging and ticking cost none of it."""
    mock = start(asked(count), NOW, 1800)
    for seconds, grade in pace:
        if mock.current:
            assert mock.left > 0
            mock = given_(mock, seconds, grade)
    spent = [one.seconds for one in mock.answers]
    assert sum(spent[:-1]) < 1800
    assert mock.spent == pytest.approx(sum(spent))
    assert (mock.phase is Phase.FINISHED) == (mock.current is None)
    assert [one.question.card for one in mock.answers] == [f"q{n}" for n in range(len(spent))]


def test_a_missed_question_gets_one_more_try_then_another_topic() -> None:
    """After Again one follow-up is left, after a second Again none; a good answer is dug into."""
    questions = [*asked(3, thread=0), Question("next", "m.md", "u", 1, 60, 1)]
    first = given_(start(questions, NOW, 1800), 10, Grade.AGAIN)
    assert [one.card for one in first.coming] == ["next"]
    assert first.current == questions[1]
    good = given_(start(questions, NOW, 1800), 10, Grade.GOOD)
    assert [one.card for one in good.coming] == ["q2", "next"]
    assert given_(good, 10, Grade.AGAIN).current == questions[3]


def test_an_interview_can_be_ended_taken_back_and_outlived() -> None:
    """Stop keeps what was answered, undo asks for another grade, gone cards are passed over."""
    mock = given_(start(asked(3), NOW, 1800), 30, Grade.GOOD, points=4, said=frozenset({0, 2}))
    [answer] = mock.answers
    assert (answer.seconds, answer.told, answer.missed) == (30, 0.5, (1, 3))
    assert step(mock, Judged(Grade.GOOD)) == mock
    again = step(mock, Undo())
    assert (again.phase, again.answers, again.took) == (Phase.REVEALED, (), 30)
    mock = step(step(mock, Renamed("q1", "new")), Drop())
    assert mock.current
    assert mock.current.card == "q2"
    ended = step(mock, Stop())
    assert (ended.phase, ended.answers) == (Phase.FINISHED, (answer,))
    assert step(ended, Drop()) == ended
    assert step(start([], NOW, 60), Undo()).current is None


def told(card: str, topic: str, grade: Grade, weight: int = 1, step: int = 0) -> Answer:
    """An answer that took a minute."""
    return Answer(Question(card, "n.md", topic, weight, 90, 0, step), grade, 60)


def test_the_result_names_the_weakest_first() -> None:
    """Topics by what was told, answers by what is missing times weight; whole ones are left out."""
    answers = [
        told("a", "x", Grade.GOOD),
        told("b", "x", Grade.HARD),
        told("c", "y", Grade.AGAIN, step=1),
        told("d", "y", Grade.AGAIN),
        told("e", "z", Grade.HARD, weight=3),
    ]
    weakest, *_, best = by_topic(answers, {"y": 0.3})
    assert (weakest.name, weakest.asked, weakest.told, weakest.foretold) == ("y", 2, 0, 0.3)
    assert (best.name, best.told, best.foretold) == ("x", 0.75, None)
    assert [one.question.card for one in to_work_on(answers)] == ["e", "d", "c", "b"]
    assert len(to_work_on(answers * 3)) == 5


@given(st.floats(0, 1), st.integers(1, 60))
def test_few_questions_say_little(share: float, count: int) -> None:
    """The interval holds the share, and is narrower after four times as many questions."""
    low, high = interval(share, count)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1
    narrow = interval(share, 4 * count)
    assert narrow[1] - narrow[0] < high - low
    assert interval(share, 0) == (0.0, 1.0)
