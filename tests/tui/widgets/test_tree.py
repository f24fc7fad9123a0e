from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.events import Graph, Node
from studyapp.tui.widgets.demo_words import ENGLISH
from studyapp.tui.widgets.ink import PLAIN
from studyapp.tui.widgets.look import Look
from studyapp.tui.widgets.tree import draw_tree


def drawn(*nodes: Node, width: int = 60, cut: bool = False) -> list[str]:
    lines = draw_tree(Graph("loss", nodes, cut), Look(width, PLAIN, ENGLISH))
    return ["".join(part.text for part in line) for line in lines]


def test_only_a_branch_steps_to_the_right() -> None:
    """A chain stays in its column; the children of a fork hang on a rail."""
    tree = [
        Node(0, "Mean", "()"),
        Node(1, "Pow"),
        Node(2, "Add"),
        Node(3, "Mul"),
        Node(4, "x", "leaf (3,)"),
        Node(4, "w", "leaf (3,)"),
        Node(3, "b", "leaf (3,)"),
    ]
    assert drawn(*tree)[2:] == [
        "Mean  ()",
        "← Pow",
        "← Add",
        "├ Mul",
        "│ ├ x  leaf (3,)",
        "│ └ w  leaf (3,)",
        "└ b  leaf (3,)",
    ]


def test_a_graph_that_was_cut_says_so() -> None:
    """The last line tells that there is more."""
    assert drawn(Node(0, "Sum"), cut=True)[-1] == "… the graph goes on"


NODES = st.lists(st.builds(Node, st.integers(-2, 9), st.text(max_size=30), st.text(max_size=30)))


@given(NODES, st.integers(16, 80))
def test_whatever_depths_come_each_node_has_its_line(nodes: list[Node], width: int) -> None:
    """A hostile snippet's depths lose no node, hide no character and break no line."""
    lines = drawn(*nodes, width=width)
    assert len(lines) >= 2 + len(nodes)
    for line in draw_tree(Graph("x", tuple(nodes)), Look(width, PLAIN, ENGLISH)):
        assert sum(part.cell_length for part in line) <= width
        assert not {"\x1b", "\u202e", "\n"} & set("".join(part.text for part in line))


def test_a_chain_of_thousands_is_drawn() -> None:
    """Depth is no recursion here."""
    assert len(drawn(*(Node(depth, "Mul") for depth in range(5000)))) == 5002
