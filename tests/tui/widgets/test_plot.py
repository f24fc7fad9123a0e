"""Bars and areas with axes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from studyapp.tui.widgets.plot import Grid, Plot, Series


class Plotted(App[None]):
    def compose(self) -> ComposeResult:
        yield Plot()


def drawn(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def shown(series: Series, size: tuple[int, int] = (40, 12)) -> list[str]:
    app = Plotted()
    async with app.run_test(size=size) as pilot:
        app.query_one(Plot).show(series)
        await pilot.pause()
        return drawn(app)


@given(st.integers(1, 60), st.integers(60, 200), st.booleans())
def test_bars_stand_on_whole_halves_of_cells(count: int, cells: int, left: bool) -> None:  # noqa: FBT001  drawn
    """Every edge of every bar is the middle of a half cell: none is ragged."""
    grid = Grid(count, cells, left=left)
    first, last = grid.ends
    scale = (2 * cells - 1) / (last - first)
    for place in range(count):
        for side in (-1, 1):
            edge = (place + grid.shift + side * grid.bar / 2 - first) * scale
            assert edge == pytest.approx(round(edge), abs=1e-6)


async def test_bars_are_as_high_as_their_numbers() -> None:
    """The axis ends at a round number, the labels stand below, and all bars are as broad."""
    lines = await shown(Series(["a", "b", "c"], [2, 0, 10]))
    assert lines[1].startswith("10┤")
    inside = lines[9].split("┤")[1].rstrip("│ ")
    assert inside.split() == ["███████████▌"] * 2
    assert lines[-1].split() == ["a", "b", "c"]


async def test_what_lies_ahead_begins_at_the_axis() -> None:
    """Room that is left over stands behind the days to come, and before those that were."""
    numbers = Series([f"{n}" for n in range(20)], [5] * 20)
    before = (await shown(numbers))[8].split("┤")[-1].split("│")[-2]
    ahead = (await shown(replace(numbers, ahead=True)))[8].split("┤")[-1].split("│")[-2]
    assert before.startswith("  ")
    assert before == before.rstrip()
    assert ahead == ahead.lstrip()
    assert ahead.endswith("  ")


async def test_points_stand_above_the_bars_that_have_one() -> None:
    """A point for each place but the one without."""
    lines = await shown(Series(["a", "b"], [1, 1], [4, None]))
    assert sum(line.count("•") for line in lines) == 1


async def test_more_places_than_cells_are_one_area() -> None:
    """A hundred days on thirty cells still show their rise, and the last label."""
    labels = [f"{day:02}" for day in range(100)]
    lines = await shown(Series(labels, [*map(float, range(100))]), size=(30, 12))
    assert lines[-1].rstrip().endswith("99")
    assert lines[8].count("█") > lines[3].count("█") > 0


async def test_an_empty_plot_and_a_flat_one_are_drawn() -> None:
    """Nothing at all, and nothing but zeros, need no special care."""
    assert any(await shown(Series((), ())))
    assert any("┤" in line for line in await shown(Series(["a", "b"], [0, 0], on=True)))
