from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from studyapp.tui.widgets.grades import Grades, Option

FOUR = (
    Option("1", "Again", "tomorrow", again=True),
    Option("2", "Hard", "6 days", again=True),
    Option("3", "Good", "6 days"),
    Option("4", "Easy", "15 days"),
)


class Row(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Grades()
        yield Static("below", id="below")

    def on_grades_chosen(self, message: Grades.Chosen) -> None:
        self.chosen.append(message.key)


def seen(grades: Grades) -> list[str]:
    return [grades.render_line(row).text.rstrip() for row in range(grades.size.height)]


async def test_four_grades_stand_in_one_row_of_eighty_cells() -> None:
    """Each grade shows its key, its name, its date, whether it comes again, and none touches."""
    async with Row().run_test(size=(80, 5)) as pilot:
        grades = pilot.app.query_one(Grades)
        grades.set(FOUR)
        await pilot.pause()
        assert seen(grades) == [
            " 1 Again tomorrow ↻  2 Hard 6 days ↻     3 Good 6 days       4 Easy 15 days"
        ]


@pytest.mark.parametrize(("width", "rows"), [(80, 1), (50, 2), (24, 4)])
async def test_nothing_moves_when_grades_come_and_go(width: int, rows: int) -> None:
    """The height is the same with four grades, with two and with none."""
    async with Row().run_test(size=(width, 12)) as pilot:
        grades, below = pilot.app.query_one(Grades), pilot.app.query_one("#below")
        for options in ((), FOUR, FOUR[::2], ()):
            grades.set(options)
            await pilot.pause()
            assert (grades.size.height, below.region.y) == (rows, rows)
            assert all(grades.render_line(row).cell_length == width for row in range(rows))


async def test_the_date_is_kept_where_the_name_is_cut() -> None:
    """Where both don't fit, the name gives way."""
    async with Row().run_test(size=(68, 5)) as pilot:
        grades = pilot.app.query_one(Grades)
        grades.set([Option("1", "Unmöglich", "2027-01-02", again=True)])
        await pilot.pause()
        assert "2027-01-02" in seen(grades)[0]


async def test_a_folded_row_uses_its_width() -> None:
    """Where two stand in a row, a name is not cut while there is room beside it."""
    async with Row().run_test(size=(60, 5)) as pilot:
        grades = pilot.app.query_one(Grades)
        grades.set([Option("1", "don't know", "asked first"), *FOUR[1:3]])
        await pilot.pause()
        assert "don't know  asked first" in seen(grades)[0]


@pytest.mark.parametrize(("width", "spot"), [(80, (45, 0)), (50, (3, 1))])
async def test_a_click_chooses_the_grade_under_it(width: int, spot: tuple[int, int]) -> None:
    """In one row or in two, the mouse hits what it points at."""
    app = Row()
    async with app.run_test(size=(width, 6)) as pilot:
        app.query_one(Grades).set(FOUR)
        await pilot.pause()
        await pilot.click(Grades, offset=spot)
        assert app.chosen == ["3"]


async def test_a_click_on_nothing_chooses_nothing() -> None:
    """Before the reveal the reserved space is dead."""
    app = Row()
    async with app.run_test(size=(80, 6)) as pilot:
        await pilot.click(Grades, offset=(45, 0))
        assert not app.chosen


async def test_the_grade_under_the_mouse_lights_up() -> None:
    """Hovering changes the ground of that grade alone."""
    async with Row().run_test(size=(80, 6)) as pilot:
        grades = pilot.app.query_one(Grades)
        grades.set(FOUR)
        await pilot.hover(Grades, offset=(25, 0))
        grounds = {
            part.text.strip(): part.style.bgcolor for part in grades.render_line(0) if part.style
        }
        assert grounds["Hard"] != grounds["Again"] == grounds["Good"]
