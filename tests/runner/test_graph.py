"""The autograd graph behind a value, as the runner tells it."""

from collections.abc import Callable

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.events import Graph
from studyapp.runner.request import Block, Request
from studyapp.runner.results import collect

Draw = Callable[[str, str], Graph]


@pytest.fixture
def draw(runner: Runner) -> Draw:
    def draw(code: str, name: str) -> Graph:
        request = Request((Block(code, 1, 0),), graph=name)
        result = collect(request, runner.run(request))
        assert result.status == "ok", result
        assert result.graph
        return result.graph

    return draw


def test_operations_lead_down_to_named_leaves(draw: Draw) -> None:
    """Each operation stands above what it was computed from; leaves have their names."""
    code = "w = torch.ones(2, requires_grad=True)\nh = w * 2\ny = (h + h.exp()).sum()"
    nodes = [(node.depth, node.label, node.note) for node in draw(code, "y").nodes]
    assert nodes == [
        (0, "Sum", "y  ()"),
        (1, "Add", "(2,)"),
        (2, "Mul", "h  (2,)  keeps other"),
        (3, "w", "leaf  float32 (2,)"),
        (2, "Exp", "(2,)  keeps result"),
        (3, "Mul", "h  as above"),
    ]


def test_the_leaves_show_their_gradients_after_backward(draw: Draw) -> None:
    """The graph can still be walked when its buffers are gone, and the gradient is there."""
    code = "w = torch.ones(2, requires_grad=True)\ny = (w ** 2).sum()\ny.backward()"
    nodes = draw(code, "y").nodes
    assert nodes[-1].note == "leaf  float32 (2,)  grad [2., 2.]"
    assert nodes[1].note == "(2,)  freed"


def test_parameters_are_named_by_their_module(draw: Draw) -> None:
    """A layer's weight is called by the layer's name."""
    labels = [n.label for n in draw("fc = nn.Linear(2, 1)\ny = fc(torch.ones(1, 2))", "y").nodes]
    assert {"fc.weight", "fc.bias"} <= set(labels)


def test_a_deep_graph_is_cut(draw: Draw) -> None:
    """A thousand operations neither overflow a stack nor are all told."""
    code = "y = torch.ones(1, requires_grad=True)\nfor _ in range(1000):\n    y = y + 1"
    graph = draw(code, "y")
    assert graph.cut
    assert len(graph.nodes) == 200


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("x", "requires no grad"),
        ("w", "leaf  float32 (2,)"),
        ("n", "int, no tensor"),
        ("absent", "NameError"),
        ("w.sum()", "leaf"),
    ],
)
def test_what_has_no_graph_says_so(draw: Draw, name: str, note: str) -> None:
    """Plain tensors, leaves, other values and unknown names are answered with one line."""
    code = "x = torch.ones(2)\nw = torch.ones(2, requires_grad=True)\nn = 1"
    assert draw(code, name).nodes[-1].note.startswith(note)
