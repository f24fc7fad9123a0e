"""An answer and the points in it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from studyapp.notes.points import points
from studyapp.tui.widgets.answer import AnswerPage

LISTED = """\
Three things:

- a first thing, which takes more than one line of this narrow page
  - a detail
- **second**
- third

That is all.
"""
BOLD = "它**自动对齐（broadcast）**，不复制**数据**，\n而且**不占内存**。"


class Ticking(App[None]):
    def __init__(self, answer: str) -> None:
        super().__init__()
        self.answer = answer
        self.clicked: list[int] = []

    def compose(self) -> ComposeResult:
        yield AnswerPage(id="answer")

    def on_mount(self) -> None:
        self.query_one(AnswerPage).show_points(self.answer, points(self.answer))

    def on_answer_page_pointed(self, message: AnswerPage.Pointed) -> None:
        self.clicked.append(message.point)


def seen(page: AnswerPage) -> list[str]:
    return [page.render_line(row).text.rstrip() for row in range(page.size.height)]


async def test_signs_stand_where_list_items_begin() -> None:
    """The point looked at and those said are marked on their first lines, however they wrap."""
    app = Ticking(LISTED)
    async with app.run_test(size=(40, 14)) as pilot:
        await pilot.pause()
        page = app.query_one(AnswerPage)
        assert seen(page)[2:7] == [
            "▸  • a first thing, which takes more",
            "     than one line of this narrow page",
            "     ◦ a detail",
            "   • second",
            "   • third",
        ]
        page.attempt = page.attempt.ticked().moved(1)
        assert [line[:3] for line in seen(page)[2:7]] == [" ✓ ", "   ", "   ", "   ", "▸  "]
        assert {page.render_line(row).cell_length for row in range(14)} == {39}


async def test_bold_terms_are_marked_themselves() -> None:
    """Of terms on one line the one looked at is reversed and those said are underlined."""
    app = Ticking(BOLD)
    async with app.run_test(size=(60, 6)) as pilot:
        await pilot.pause()
        page = app.query_one(AnswerPage)
        page.attempt = page.attempt.ticked()
        styles = {part.text: part.style for part in page.render_line(0) if part.style}
        assert styles["自动对齐（broadcast）"].underline
        assert styles["数据"].reverse
        assert seen(page)[0].startswith("▸  它")
        page.attempt = page.attempt.ticked()
        assert [line[:3] for line in seen(page)[:2]] == [" ✓ ", "▸  "]


async def test_without_points_nothing_is_reserved() -> None:
    """An answer without points has the whole width, also after one with them."""
    app = Ticking(LISTED)
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        page = app.query_one(AnswerPage)
        page.show_points("One sentence.", ())
        assert seen(page)[0] == "One sentence."
        page.show_points(LISTED, points(LISTED))
        assert seen(page)[2].startswith("▸  •")


@pytest.mark.parametrize(
    ("answer", "spot", "point"),
    [(LISTED, (8, 3), 0), (LISTED, (0, 5), 1), (LISTED, (6, 8), None), (BOLD, (4, 1), 1)],
)
async def test_a_click_is_for_the_point_under_it(
    answer: str, spot: tuple[int, int], point: int | None
) -> None:
    """Any line of a point, and its sign, stand for it; what is no point is none."""
    app = Ticking(answer)
    async with app.run_test(size=(40, 14)) as pilot:
        await pilot.pause()
        await pilot.click(AnswerPage, offset=spot)
        assert app.clicked == ([] if point is None else [point])


async def test_the_point_looked_at_stays_in_sight() -> None:
    """Moving to a point below the fold scrolls to it."""
    app = Ticking("\n".join(f"- point {number}" for number in range(30)))
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        page = app.query_one(AnswerPage)
        page.attempt = page.attempt.moved(20)
        await pilot.pause()
        assert any(line.startswith("▸  • point 20") for line in seen(page))
