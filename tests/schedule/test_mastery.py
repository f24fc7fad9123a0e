"""The forgetting curve at the points that the design names."""

import pytest

from studyapp.schedule import New, mastery, recall


@pytest.mark.parametrize(("interval", "expected"), [(1, 0.35), (6, 0.68), (15, 0.83), (38, 0.92)])
def test_mastery_by_interval(interval: int, expected: float) -> None:
    """Thirty days on, recall is what the design lists for the first four intervals."""
    assert round(recall(interval, 30), 2) == expected


def test_recall_is_nine_tenths_after_one_interval() -> None:
    """The curve passes through 0.9 when the interval is over, whatever its length."""
    assert [recall(days, days) for days in (1, 6, 300)] == [pytest.approx(0.9)] * 3


def test_recall_is_certain_at_once() -> None:
    """Right after the review nothing is forgotten yet."""
    assert recall(6, 0) == 1.0


def test_new_cards_have_none() -> None:
    """A card that was never asked counts as not mastered at all."""
    assert mastery(New(260)) == 0.0
