from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from studyapp.tui.widgets.page import MEASURE, Page

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from studyapp.tui.widgets.sheet import Sheet

LONG = "\n\n".join(f"paragraph {number}" for number in range(30))


class Reader(App[None]):
    def compose(self) -> ComposeResult:
        yield Page("# Title\n\nbody", id="page")


def seen(page: Sheet) -> list[str]:
    return [page.render_line(row).text.rstrip() for row in range(page.size.height)]


async def settle(pilot: Pilot[None]) -> Page:
    await pilot.pause()
    return pilot.app.query_one("#page", Page)


async def test_a_page_shows_its_first_text() -> None:
    """The text given at construction is drawn once there is a width."""
    async with Reader().run_test(size=(40, 8)) as pilot:
        page = await settle(pilot)
        assert seen(page)[0] == "Title"
        assert "body" in seen(page)


async def test_paging_reads_to_the_end_and_then_says_so() -> None:
    """Each page down moves by less than a page, counts what is left, and False is the end."""
    async with Reader().run_test(size=(40, 10)) as pilot:
        page = await settle(pilot)
        page.show(LONG)
        assert page.more_below == 59 - 10
        lines = seen(page)
        while page.page_down():
            fresh = seen(page)
            assert set(fresh) & set(lines), "no line stays in sight as context"
            lines = fresh
        assert page.more_below == 0
        assert "paragraph 29" in seen(page)[-1]


async def test_a_new_text_starts_at_its_first_line() -> None:
    """Showing another text leaves the old scroll position behind, and clearing shows nothing."""
    async with Reader().run_test(size=(40, 10)) as pilot:
        page = await settle(pilot)
        page.show(LONG)
        page.page_down()
        page.show(LONG.replace("paragraph", "other"))
        assert seen(page)[0] == "other 0"
        page.clear()
        assert not any(seen(page))
        assert not page.more_below


async def test_keys_scroll() -> None:
    """The arrow and end keys move through the text."""
    async with Reader().run_test(size=(40, 10)) as pilot:
        page = await settle(pilot)
        page.show(LONG)
        page.focus()
        await pilot.pause()
        await pilot.press("down", "down")
        await pilot.pause()
        assert seen(page)[0] == "paragraph 1"
        await pilot.press("end")
        await pilot.pause()
        assert page.more_below == 0


async def test_a_resize_folds_the_lines_anew() -> None:
    """After the terminal changes its width every drawn row fits it."""
    async with Reader().run_test(size=(60, 10)) as pilot:
        page = await settle(pilot)
        page.show("中文" * 30)
        assert len([row for row in seen(page) if row]) == 3
        await pilot.resize_terminal(31, 10)
        await pilot.pause()
        assert len([row for row in seen(page) if row]) == 4
        assert {page.render_line(row).cell_length for row in range(10)} == {30}
        await pilot.resize_terminal(200, 10)
        await pilot.pause()
        assert seen(page)[0] == "中文" * 30
        page.show("中文" * 60)
        assert seen(page)[0] == "中文" * (MEASURE // 4), "a line is never too long to read"


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark"])
async def test_colours_follow_the_theme(theme: str) -> None:
    """Another theme draws the same text in other colours, a terminal's sixteen among them."""
    async with Reader().run_test(size=(40, 8)) as pilot:
        page = await settle(pilot)
        before = page.render_line(0)
        pilot.app.theme = theme
        page = await settle(pilot)
        after = page.render_line(0)
        assert after.text == before.text
        assert [part.style for part in after] != [part.style for part in before]


async def test_selected_text_is_what_was_drawn() -> None:
    """A selection across lines gives their text, and is drawn."""
    async with Reader().run_test(size=(40, 8)) as pilot:
        page = await settle(pilot)
        page.show("第一行\n第二行")
        selection = Selection(Offset(1, 0), Offset(2, 1))
        plain = [part.style for part in page.render_line(0)]
        pilot.app.screen.selections = {page: selection}
        assert page.get_selection(selection) == ("一行\n第二", "\n")
        assert page.render_line(0).text.rstrip() == "第一行"
        assert [part.style for part in page.render_line(0)] != plain


class Stack(App[None]):
    CSS = "Page { height: auto; max-height: 5; }"

    def compose(self) -> ComposeResult:
        yield Page("one", id="page")
        yield Page("two", id="other")


async def test_an_automatic_height_follows_the_text() -> None:
    """A page of automatic height is as high as its lines, up to its limit."""
    async with Stack().run_test(size=(40, 20)) as pilot:
        page = await settle(pilot)
        assert page.size.height == 1
        page.show("a\n\nb")
        page = await settle(pilot)
        assert page.size.height == 3
        page.show(LONG)
        page = await settle(pilot)
        assert (page.size.height, page.more_below) == (5, 54)
        assert pilot.app.query_one("#other").region.y == 5
