"""Figures that a snippet draws, as pictures."""

from collections.abc import Callable

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.events import Figure
from studyapp.runner.request import Block, Request
from studyapp.runner.results import collect

Draw = Callable[[str], tuple[Figure, ...]]


@pytest.fixture
def draw(runner: Runner) -> Draw:
    def draw(code: str) -> tuple[Figure, ...]:
        request = Request((Block(code, 1, 0),), deadline=30)
        result = collect(request, runner.run(request))
        assert result.status == "ok", result
        assert result.stdout == ""
        return result.figures

    return draw


def test_a_figure_is_sent_as_the_last_statement_left_it(draw: Draw) -> None:
    """One picture comes of several statements, at the line of the last that drew."""
    (figure,) = draw("plt.plot([1, 2])\nplt.title('t')\nx = 1")
    assert (figure.line, figure.width, figure.height) == (2, 640, 480)


def test_shown_and_closed_figures_are_sent(draw: Draw) -> None:
    """After `show` the next plot begins a new figure; a closed one was sent before it went."""
    code = "plt.plot([1])\nplt.show()\nplt.plot([2])\nplt.savefig('a.png')\nplt.close()"
    assert [figure.line for figure in draw(code)] == [2, 5]


def test_chinese_labels_are_drawn_without_complaint(draw: Draw) -> None:
    """Neither missing glyphs nor fonts that are not here are spoken of."""
    code = "plt.rcParams['font.sans-serif'] = ['SimHei']\nplt.bar([1], [2])\nplt.xlabel('频率')"
    assert len(draw(code)) == 1


def test_at_most_four_pictures_are_sent_and_none_too_large(draw: Draw) -> None:
    """Six noisy figures become four, each coarse enough to travel."""
    code = "for i in range(6):\n    plt.figure()\n    plt.imshow(np.random.rand(400, 400))"
    figures = draw(code)
    assert len(figures) == 4
    assert all(len(figure.png) <= 150_000 for figure in figures)


def test_what_earlier_blocks_drew_is_not_the_targets(runner: Runner) -> None:
    """Only the target's own figures are sent."""
    blocks = (Block("plt.plot([1])\nx = 2", 1, 0), Block("y = x", 9, 8))
    request = Request(blocks, deadline=30)
    assert collect(request, runner.run(request)).figures == ()


def test_a_figure_drawn_before_an_error_is_sent(runner: Runner) -> None:
    """What a snippet drew until it failed is shown."""
    request = Request((Block("plt.plot([1])\n1 / 0", 1, 0),), deadline=30)
    result = collect(request, runner.run(request))
    assert result.status == "error"
    assert len(result.figures) == 1
