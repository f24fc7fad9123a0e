"""Outlines as a tree: chapters with a bar each, unfolded to their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.widgets import Tree

from studyapp.notes.outline import end_of
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.meter import meter

if TYPE_CHECKING:
    from textual.widgets.tree import TreeNode

    from studyapp.study.coverage import Tally
    from studyapp.tui.coverage import Coverage, Covered
    from studyapp.tui.words import Words

BAR = 10
_DIGITS = 9
_MARKS = (("mastered", "●"), ("met", "◐"), ("carded", "○"), ("noted", "·"))


class Place(NamedTuple):
    """A line of the tree: the index of its outline, of its chapter and of its question there."""

    outline: int
    chapter: int | None = None
    question: int | None = None


class OutlineTree(Tree[Place]):
    """Lines are made when they are unfolded, so that thousands of questions cost nothing."""

    DEFAULT_CSS = """
    OutlineTree { background: $background; padding: 0 1; overflow-x: hidden; scrollbar-size: 0 1; }
    """

    def __init__(self, say: Words) -> None:
        super().__init__("", id="outlines")
        self.show_root = False
        self.auto_expand = False
        self.guide_depth = 3
        self._say = say
        self._coverage: Coverage | None = None

    @property
    def place(self) -> Place | None:
        """What the cursor is on."""
        return self.cursor_node.data if self.cursor_node else None

    def show(self, coverage: Coverage) -> None:
        """Draw the outlines; what was unfolded stays so, and the cursor where it was."""
        line, unfolded = self.cursor_line, self._unfolded()
        self._coverage = coverage
        self.clear()
        for at, one in enumerate(coverage.outlines):
            if one.tally.questions:
                label = _chapter(one.tally, one.outline.title)
                self.root.add(label, Place(at), expand=False)
        self.root.expand()
        waiting = [*self.root.children]
        while waiting:
            node = waiting.pop()
            if node.data in unfolded:
                self.fill(node)
                node.expand()
                waiting += node.children
        self.call_after_refresh(self._go_to, max(0, line))

    def _go_to(self, line: int) -> None:
        self.cursor_line = -1  # so that what is on the line by now is told
        self.cursor_line = min(line, self.last_line)

    def _unfolded(self) -> set[Place | None]:
        found, waiting = set(), [*self.root.children]
        while waiting:
            node = waiting.pop()
            if node.is_expanded:
                found.add(node.data)
                waiting += node.children
        return found

    def on_tree_node_expanded(self, message: Tree.NodeExpanded[Place]) -> None:
        """Make the lines of what is unfolded for the first time."""
        self.fill(message.node)

    def fill(self, node: TreeNode[Place]) -> None:
        """Give a chapter its lines, if it has none yet: its questions, then those inside it."""
        place = node.data
        if place is None or self._coverage is None or node.children:
            return
        one = self._coverage.outlines[place.outline]
        depth, first, end = 0, 0, len(one.chapters)
        if place.chapter is not None:
            chapter = one.chapters[place.chapter]
            depth, first = len(chapter.chapter.trail) + 1, place.chapter + 1
            end = end_of(one.outline.chapters, place.chapter)
            for at, question in enumerate(chapter.questions):
                node.add_leaf(_question(question), place._replace(question=at))
        for at in range(first, end):
            inner = one.chapters[at]
            if len(inner.chapter.trail) == depth:
                title = inner.chapter.title or self._say("coverage_unnamed")
                node.add(_chapter(inner.tally, title), Place(place.outline, at))

    def unfold(self) -> None:
        """Unfold what the cursor is on; unfolded already, go to its first line."""
        node = self.cursor_node
        if node and node.allow_expand:
            if node.is_expanded and node.children:
                self.move_cursor(node.children[0])
            node.expand()

    def fold(self) -> None:
        """Fold what the cursor is on, or go to the chapter around."""
        node = self.cursor_node
        if node and node.allow_expand and node.is_expanded:
            node.collapse()
        elif node and node.parent and node.parent is not self.root:
            self.move_cursor(node.parent)


def _chapter(tally: Tally, title: str) -> Text:
    """A bar, with a note of all, the title."""
    count = f" {tally.noted}/{tally.questions}".ljust(_DIGITS)
    bar = meter(tally.mastered / tally.questions, BAR, begun=tally.noted / tally.questions)
    return bar.append(f"{count} {spoken(title)}")


def _question(one: Covered) -> Text:
    """How far it is known, by a sign, and the question."""
    mark = next((sign for name, sign in _MARKS if getattr(one.tally, name)), " ")
    text = Text(f"{mark} {spoken(one.question.text)}", no_wrap=True)
    if not one.match.note:
        text.stylize("dim")
    return text
