"""A sitting, step by step."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Grade
from studyapp.study import (
    Effect,
    GoOn,
    Graded,
    Input,
    Item,
    Mark,
    Marked,
    Phase,
    Record,
    Renamed,
    Reveal,
    Revoke,
    Session,
    Skip,
    Tick,
    Undo,
    start,
    step,
)

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
AGAIN, HARD, GOOD, EASY = (Graded(grade, 6.0) for grade in (Grade(1), Grade(3), Grade(4), Grade(5)))


def sitting(cards: str) -> Session:
    return start([Item(card, "review") for card in cards], NOW)


def walk(session: Session, *inputs: Input) -> tuple[Session, list[Effect]]:
    done: list[Effect] = []
    for each in inputs:
        session, effects = step(session, each)
        done += effects
    return session, done


def answer(session: Session, *grades: Graded) -> tuple[Session, list[Effect]]:
    return walk(session, *(each for grade in grades for each in (Reveal(), grade)))


def asked(session: Session, grades: Iterator[Graded]) -> str:
    order = ""
    while session.current:
        order += session.current.card
        session, _ = answer(session, next(grades))
    return order


grades = st.sampled_from(Grade).map(lambda grade: Graded(grade, 5.0))
inputs = st.lists(
    st.one_of(
        grades,
        st.sampled_from([Reveal(), Reveal(), Reveal(), Skip(), Undo()]),
        st.sampled_from([Marked("suspend"), Marked("bury"), Marked("flag")]),
        st.integers(0, 3000).map(lambda s: Tick(NOW + timedelta(seconds=s))),
    ),
    max_size=60,
)


def test_a_card_is_asked_revealed_and_graded() -> None:
    """Question, answer, grade: one review is journalled and the next card stands there."""
    session = sitting("ab")
    assert (session.phase, session.current) == (Phase.ASKING, Item("a", "review"))
    session, effects = walk(session, Reveal())
    assert (session.phase, effects) == (Phase.REVEALED, [])
    session, effects = walk(session, GOOD)
    assert effects == [Record(0, "a", Grade.GOOD, 6.0)]
    assert (session.phase, session.current) == (Phase.ASKING, Item("b", "review"))


def test_no_grade_before_the_answer() -> None:
    """A grade while the question stands alone changes nothing."""
    session = sitting("a")
    assert step(session, GOOD) == (session, ())


def test_an_empty_sitting_is_finished() -> None:
    """With nothing to ask there is nothing to reveal, grade or take back."""
    session = start([], NOW)
    assert (session.phase, session.position, session.total) == (Phase.FINISHED, 0, 0)
    assert walk(session, Reveal(), GOOD, Skip(), Marked("flag"), Undo()) == (session, [])


def test_a_failed_card_returns_after_five_others() -> None:
    """A card graded Again is asked a second time once five other cards were."""
    assert asked(sitting("abcdefgh"), iter([AGAIN] + [GOOD] * 20)) == "abcdefagh"


def test_a_failed_card_returns_after_ten_minutes() -> None:
    """Someone who thinks long about the next card meets the failed one right after it."""
    session, _ = answer(sitting("abcd"), AGAIN)
    session, _ = walk(session, Tick(NOW + timedelta(minutes=9, seconds=59)))
    soon, _ = answer(session, GOOD)
    late, _ = answer(walk(session, Tick(NOW + timedelta(minutes=10)))[0], GOOD)
    assert soon.current == Item("c", "review")
    assert late.current == Item("a", "repeat")


def test_a_failed_card_returns_at_once_when_alone() -> None:
    """With nothing else left there is no waiting."""
    session, _ = answer(sitting("a"), AGAIN)
    assert session.current == Item("a", "repeat")


def test_repeats_show_two_keys() -> None:
    """The answer of a repeat is its own phase, in which Good ends it for the day."""
    session, _ = answer(sitting("a"), AGAIN)
    session, _ = walk(session, Reveal())
    assert session.phase is Phase.DRILLING
    session, effects = walk(session, GOOD)
    assert effects == [Record(1, "a", Grade.GOOD, 6.0)]
    assert session.phase is Phase.FINISHED


def test_three_repeats_are_enough() -> None:
    """A card that never comes is asked four times in all."""
    assert asked(sitting("a"), iter([AGAIN] * 9)) == "aaaa"


def test_repeats_of_an_earlier_sitting_count() -> None:
    """A card that had two repeats before quitting has one left."""
    session = start([Item("a", "repeat", repeats=2)], NOW)
    assert asked(session, iter([AGAIN] * 9)) == "a"


def test_failed_hard_becomes_again() -> None:
    """A Hard card that is gone at its repeat was not recalled: Hard is undone, Again recorded."""
    session, _ = answer(sitting("a"), HARD)
    session, effects = answer(session, AGAIN)
    assert effects == [Revoke(1, of=0), Record(2, "a", Grade.AGAIN, 6.0)]
    _, effects = answer(session, AGAIN)
    assert effects == [Record(3, "a", Grade.AGAIN, 6.0)]


def test_hard_of_an_earlier_sitting_is_undone_by_its_id() -> None:
    """The Hard review may lie in the journal rather than in this sitting."""
    session = start([Item("a", "repeat", hard="e17")], NOW)
    _, effects = answer(session, AGAIN)
    assert effects[0] == Revoke(0, of="e17")


def test_recalled_hard_stays_hard() -> None:
    """A Hard card that comes at its repeat keeps its Hard review."""
    _, effects = answer(sitting("a"), HARD, GOOD)
    assert [type(effect) for effect in effects] == [Record, Record]


def test_undo_takes_back_the_last_grade() -> None:
    """After undo the card stands there with its answer, ready for another grade."""
    revealed, _ = walk(sitting("ab"), Reveal())
    graded, _ = walk(revealed, EASY)
    undone, effects = walk(graded, Undo())
    assert undone is revealed
    assert effects == [Revoke(1, of=0)]


def test_undo_of_a_failed_hard_brings_hard_back() -> None:
    """Both halves of the exchange are revoked, the last first, so that Hard is live again."""
    session, _ = answer(sitting("a"), HARD, AGAIN)
    _, effects = walk(session, Undo())
    assert effects == [Revoke(3, of=2), Revoke(4, of=1)]


def test_marks_are_journalled_and_undone() -> None:
    """Setting aside and burying move on, a flag stays, and undo revokes each."""
    session = sitting("abc")
    session, effects = walk(session, Marked("flag"), Marked("suspend"), Marked("bury"))
    assert effects == [Mark(0, "a", "flag"), Mark(1, "a", "suspend"), Mark(2, "b", "bury")]
    assert (session.current, session.total) == (Item("c", "review"), 1)
    session, effects = walk(session, Undo(), Undo(), Undo())
    assert [effect.of for effect in effects if isinstance(effect, Revoke)] == [2, 1, 0]
    assert session == sitting("abc")


def test_a_reworded_card_stays_in_its_place() -> None:
    """A card whose id changes meanwhile is asked and repeated under its new id."""
    session, _ = answer(sitting("ab"), AGAIN)
    session, effects = walk(session, Renamed("a", "c"), Renamed("b", "d"))
    assert (effects, session.current) == ([], Item("d", "review"))
    session, effects = answer(session, GOOD, GOOD)
    assert [effect.card for effect in effects if isinstance(effect, Record)] == ["d", "c"]


def test_skipped_card_comes_last() -> None:
    """Skipping puts a card behind the others; the last one can't be skipped."""
    session, _ = walk(sitting("abc"), Skip())
    assert asked(session, iter([GOOD] * 3)) == "bca"
    alone = sitting("a")
    assert walk(alone, Skip())[0] is alone


def test_a_sitting_ends_with_its_time_and_goes_on_when_told() -> None:
    """What does not fit any more stays in the queue until the person wants it after all."""
    session = start([Item(card, "review") for card in "abcd"], NOW, seconds=90)
    session, _ = answer(session, Graded(Grade.GOOD, 30.0), Graded(Grade.GOOD, 30.0))
    assert session.phase is Phase.FINISHED
    assert [item.card for item in session.queue] == ["c", "d"]
    session, _ = step(session, GoOn())
    assert asked(session, iter([GOOD, GOOD])) == "cd"


def test_a_sitting_leaves_time_for_its_repeats() -> None:
    """Cards that were not recalled come back within the time, before anything else is begun."""
    session = start([Item(card, "review") for card in "abcdef"], NOW, seconds=120)
    slow = Graded(Grade.AGAIN, 40.0)
    assert asked(session, iter([slow, slow, GOOD, GOOD])) == "abab"


def test_the_first_card_is_asked_however_short_the_time() -> None:
    """Whoever sits down for ten seconds is asked one card, not none."""
    session = start([Item("a", "new"), Item("b", "new")], NOW, seconds=10)
    assert asked(session, iter([GOOD])) == "a"


def test_progress_counts_answers() -> None:
    """The place moves with each answer, and a failed card makes the sitting longer by one."""
    session = sitting("abc")
    assert (session.position, session.total) == (1, 3)
    session, _ = answer(session, AGAIN)
    assert (session.position, session.total) == (2, 4)
    assert (session.left("review"), session.left("repeat"), session.left("new")) == (2, 1, 0)
    session, _ = answer(session, GOOD, GOOD, GOOD)
    assert (session.position, session.total, session.phase) == (4, 4, Phase.FINISHED)


@given(st.integers(0, 9), st.lists(grades, min_size=40, max_size=40))
def test_any_grades_come_to_an_end(cards: int, given_grades: list[Graded]) -> None:
    """Whatever the grades, each card ends recalled or with its three repeats used up."""
    session = sitting("abcdefghi"[:cards])
    last: dict[str, Grade] = {}
    times: Counter[str] = Counter()
    for grade in given_grades:
        if session.current:
            last[session.current.card] = grade.grade
            times[session.current.card] += 1
        session, _ = answer(session, grade)
    assert session.phase is Phase.FINISHED
    assert set(last) == set("abcdefghi"[:cards])
    assert all(grade >= Grade.GOOD or times[card] == 4 for card, grade in last.items())


@given(inputs)
def test_undoing_everything_returns_to_the_start(given_inputs: list[Input]) -> None:
    """Any inputs with all acts undone leave the first question, and every effect revoked."""
    session, live = sitting("abcdefg"), dict[int, Effect]()
    acts = [each for each in given_inputs if not isinstance(each, Tick)]
    for each in acts + [Undo()] * len(acts):
        session, effects = step(session, each)
        for effect in effects:
            live[effect.ref] = effect
        if isinstance(each, Undo):
            for effect in effects:
                assert isinstance(effect, Revoke)
                assert live.pop(int(effect.of))
                live.pop(effect.ref)
    assert live == {}
    assert (session.position, session.total) == (1, 7)
    assert session.current == Item("a", "review")


@given(inputs)
def test_the_place_is_always_within_the_whole(given_inputs: list[Input]) -> None:
    """At any moment the place is between 0 and the total, and one card is asked at most once."""
    session = sitting("abcdefg")
    for each in given_inputs:
        session, _ = step(session, each)
        assert 0 <= session.position <= session.total
        ahead = [*session.queue, *(entry.item for entry in session.waiting)]
        cards = [item.card for item in ahead] + ([session.current.card] if session.current else [])
        assert len(cards) == len(set(cards))
        assert (session.current is None) == (session.phase is Phase.FINISHED)
