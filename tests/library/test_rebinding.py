"""Histories without a card, matched to the cards that they go on with."""

import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parent))

from mutations import base, corpus, read
from truth import ASKED, KEPT, STAMP, judge, rates

from studyapp.library.acts import seen
from studyapp.library.pairing import Fresh
from studyapp.library.rebinding import matches
from studyapp.notes.sketch import resemblance, sketch
from studyapp.schedule import CardSeen

ANSWER = "It swaps the new key with its parent until the parent is no larger than the key."


def note(path: str, title: str, *cards: tuple[str, str]) -> list[Fresh]:
    body = "\n".join(f"**Q: {question}**\nA: {answer}\n" for question, answer in cards)
    found = read(path, f"# {title}\n\n{body}")
    return [Fresh(card, found.title, partial(getattr, card, "answer")) for card in found.cards]


def remembered(*cards: Fresh) -> list[CardSeen]:
    return [seen(one.card, one.title, STAMP) for one in cards]


def told(lost: list[CardSeen], fresh: list[Fresh], known: int = 100) -> list[tuple[str, bool]]:
    return [(pair.new.question, pair.sure) for pair in matches(lost, fresh, known)]


def test_edits_of_hand_written_notes_keep_their_histories() -> None:
    """No wrong rebind and no loss over every kind of edit; a hard neighbour is asked about."""
    verdicts = judge(base())
    wrong, lost, _ = rates(verdicts)
    assert (wrong, lost) == (0, 0)
    for kind in ("title changed", "title changed, file renamed", "typo", "reworded"):
        assert not verdicts[kind][ASKED], kind
    assert verdicts["branch switched, others older"][KEPT] == 0


def test_edits_of_real_notes_keep_their_histories() -> None:
    """Over the shared notes at most 0.5 % are wrong, at most 3 % lost, few asked about."""
    texts = corpus()
    if not texts:
        pytest.skip("no shared notes here")
    verdicts = judge(dict(list(texts.items())[::3]), step=3)
    wrong, lost, bothered = rates(verdicts)
    assert wrong <= 0.005
    assert lost <= 0.03
    assert bothered <= 0.05
    total = sum(verdicts.values(), Counter[str]())
    assert total[KEPT] > 80


def test_a_neighbour_of_another_answer_is_asked_about() -> None:
    """Two questions that differ in one word are not taken for one card, however alike."""
    old = remembered(*note("a.md", "Heaps", ("What does a push do?", ANSWER)))
    new = note("a.md", "Heaps", ("What does a pop do?", "It takes the root and sifts down."))
    assert told(old, new) == [("What does a pop do?", False)]


def test_an_unrelated_card_is_left_alone() -> None:
    """A card deleted and another one added are no rewording: nobody is even asked."""
    old = remembered(*note("a.md", "Heaps", ("What does a push do?", ANSWER)))
    assert told(old, note("a.md", "Heaps", ("为什么叶子不动？", "叶子没有孩子可以交换。"))) == []


def test_a_moved_card_is_known_in_another_note() -> None:
    """With equal words a card is known across notes, and there before one that is just like it."""
    card = ("What does a push do?", ANSWER)
    old = remembered(*note("a.md", "Heaps", card))
    assert told(old, note("b.md", "Queues", card, ("What does a pop do?", "Takes."))) == [
        ("What does a push do?", True)
    ]


def test_two_equal_candidates_are_asked_about() -> None:
    """Where the same card turns up in two other notes at once, the person says which it is."""
    card = ("What does a push do?", ANSWER)
    fresh = note("b.md", "Queues", card) + note("c.md", "Trees", card)
    pairs = matches(remembered(*note("a.md", "Heaps", card)), fresh, 100)
    assert [pair.sure for pair in pairs] == [False]


def test_nothing_crosses_notes_while_a_branch_is_away() -> None:
    """With more than a fifth of the known cards gone, moves are asked about, edits are not."""
    first = ("What does a push do?", ANSWER)
    second = ("Which end is served?", "The end that has waited longest, since it was pushed first.")
    lost = remembered(*note("a.md", "Heaps", first), *note("b.md", "Queues", second))
    fresh = note("c.md", "Trees", first) + note("b.md", "Queues, again", second)
    assert told(lost, fresh, known=11) == [(second[0], True), (first[0], True)]
    both = note("c.md", "Trees", first) + note("d.md", "Lines", second)
    assert told(lost, both, known=11) == [(first[0], True), (second[0], True)]
    assert [sure for _, sure in told(lost, both, known=9)] == [False, False]


def test_a_single_note_that_went_is_no_branch() -> None:
    """One note renamed, title and all, is followed even if it holds most known cards."""
    card = ("What does a push do?", ANSWER)
    old = remembered(*note("a.md", "Heaps", card))
    assert told(old, note("b.md", "Piles", card), known=1) == [(card[0], True)]


def test_what_the_person_took_apart_stays_apart() -> None:
    """A refused pair is not proposed again; the history may go to the next best."""
    old = remembered(*note("a.md", "Heaps", ("What does a push do?", ANSWER)))
    fresh = note("a.md", "Heaps", ("What is it that a push does?", ANSWER))
    assert told(old, fresh)[0][1]
    assert matches(old, fresh, 100, {(old[0].card, fresh[0].card.id)}) == []


def test_a_record_without_a_sketch_still_serves() -> None:
    """A card recorded by an early version is known by its question and an equal answer."""
    old = remembered(*note("a.md", "Heaps", ("What does a push do?", ANSWER)))
    early = [replace(one, sketch="") for one in old]
    fresh = note("a.md", "Heaps", ("What is it that a push does?", ANSWER))
    assert told(early, fresh) == [("What is it that a push does?", True)]
    edited = note("a.md", "Heaps", ("What does the push do?", f"Well: {ANSWER}"))
    assert told(early, edited) == [("What does the push do?", False)]


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_sketch_is_short_and_sees_what_is_equal(one: str, other: str) -> None:
    """A sketch has 64 characters; equal texts resemble each other wholly, others 0-1."""
    assert len(sketch(one)) == 64
    assert resemblance(sketch(one), sketch(one)) == 1
    assert 0 <= resemblance(sketch(one), sketch(other)) <= 1


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef")))
def test_matches_are_one_to_one(gone: list[str], come: list[str]) -> None:
    """Whatever is lost and whatever is there, each card is in one pair at most."""
    old = [card for n in gone for card in note(f"{n}.md", n, (f"What is {n}?", ANSWER))]
    new = [card for n in set(come) for card in note(f"new/{n}.md", n + n, (f"Why {n}?", ANSWER))]
    pairs = matches(remembered(*old), new, len(old))
    assert len({pair.old.card for pair in pairs}) == len({pair.new.id for pair in pairs})
    assert len({pair.new.id for pair in pairs}) == len(pairs)
