"""An autograd graph as a tree, from the value down to its leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import one_line, visible
from studyapp.tui.widgets.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.runner.events import Graph, Node
    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.wrap import Line

_FROM, _FORK, _LAST, _RAIL, _CLEAR = "← ", "├ ", "└ ", "│ ", "  "


def draw_tree(graph: Graph, look: Look) -> list[Line]:
    """Each node on a line. Only where the graph branches does it step to the right.

    A chain of operations, however long, stays in one column.
    """
    title = look.words["graph_of"].format(name=one_line(graph.name))
    lines = [*wrap([(visible(title), look.ink["h3"])], look.width), []]
    for guide, node in _guided(graph.nodes):
        # Deep branching shows its last guides; what is further left is clear from above.
        shown = guide[-(look.width // 2) :]
        room = look.width - cell_len(shown)
        label = clip(one_line(node.label), room)
        note = clip(f"  {one_line(node.note)}" if node.note else "", room - cell_len(label))
        runs = [(shown, "faint"), (label, "name"), (note, "value")]
        lines.append([Segment(text, look.ink[role]) for text, role in runs])
    if graph.cut:
        lines += wrap([(look.words["graph_cut"], look.ink["faint"])], look.width)
    return lines


def _guided(nodes: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    """Each node and what stands to its left."""
    children = _children(nodes)
    waiting = [(root, "", "") for root in reversed(children[-1])]
    while waiting:
        at, guide, below = waiting.pop()
        yield guide, nodes[at]
        inner = children[at]
        if len(inner) == 1:
            waiting.append((inner[0], below + _FROM, below))
            continue
        for child in reversed(inner):
            fork, rail = (_LAST, _CLEAR) if child == inner[-1] else (_FORK, _RAIL)
            waiting.append((child, below + fork, below + rail))


def _children(nodes: Sequence[Node]) -> dict[int, list[int]]:
    """The places of each node's children; those of the tops under -1."""
    found: dict[int, list[int]] = {-1: []}
    path: list[int] = []
    for at, node in enumerate(nodes):
        while path and nodes[path[-1]].depth >= node.depth:
            path.pop()
        found[path[-1] if path else -1].append(at)
        found[at] = []
        path.append(at)
    return found
