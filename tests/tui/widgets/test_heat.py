"""A year of days as cells of text."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.study.habits import StudyDay
from studyapp.tui.widgets.heat import heat
from studyapp.tui.words import Words

MONDAY = date(2026, 11, 23)


def year(last: date, answers: dict[date, int]) -> list[StudyDay]:
    days = (last - timedelta(days=ago) for ago in reversed(range(365)))
    return [StudyDay(day, answers.get(day, 0)) for day in days]


def test_today_is_the_last_cell_of_its_weekday() -> None:
    """On a Monday only the first row reaches the last column; a full day is dark there."""
    lines = heat(year(MONDAY, {MONDAY: 9}), 70, Words("en"))
    assert lines[1].startswith("Mon ·")
    assert lines[1].endswith("·░")
    assert lines[2].endswith("· ")
    assert lines[-1] == "· 0   ░ 1+"


def test_shades_part_the_days_of_study_into_quarters() -> None:
    """One long day does not make all the others look empty; the legend names the numbers."""
    counts = [1, 2, 3, 4, 5, 6, 7, 900]
    days = {MONDAY - timedelta(weeks=ago): count for ago, count in enumerate(counts)}
    lines = heat(year(MONDAY, days), 70, Words("en"))
    assert lines[1].endswith("██▓▓▒▒░░")
    assert lines[-1] == "· 0   ░ 1-2   ▒ 3-4   ▓ 5-6   █ 7+"


def test_months_stand_above_their_first_week() -> None:
    """The names go from left to right, and what is broad enough has cells of two."""
    lines = heat(year(MONDAY, {}), 120, Words("zh"))
    assert lines[0].index("1月") > lines[0].index("11月")
    assert len(lines[1]) == 2 + 53 * 2


@given(st.integers(0, 6), st.integers(8, 130), st.sampled_from(["en", "zh"]))
def test_a_year_is_never_broader_than_its_place(past: int, width: int, language: str) -> None:
    """On any weekday the rows are as broad as each other and fit; the oldest weeks give way."""
    last = MONDAY + timedelta(days=past)
    months, *rows = heat(year(last, {last: 3}), width, Words(language))[:8]
    assert cell_len(months) <= width
    assert len({cell_len(row) for row in rows}) == 1
    assert cell_len(rows[0]) <= width
    assert rows[past].endswith("░")
