"""The entries of a YAML mapping: what each value is, and which characters spell it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler

from studyapp.notes.lines import NEWLINE

_COLON = re.compile(r"[\"']?[ \t]*:(?:\s|#[^\r\n]*)*")
_BREAKS = re.compile(r"[\x85\u2028\u2029]")  # line ends to YAML 1.1, not to editors
_TEXT, _NOTHING, _LIST = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "seq"))


class Unreadable:
    """The value of an entry that is no scalar and no list of them, such as `{{DATE}}`."""


class Entry(NamedTuple):
    """One key of the block with its value.

    `start`, `end` is the span of the value as spelled, without width if it is empty; `key_start`
    is the key's. `style` is the quote of a quoted scalar, "" of a plain one, None of anything
    that can't be spliced: collections, block scalars, anchors, tags, aliases. It is a tuple, since
    a note has eight.
    """

    key: str
    key_start: int
    start: int
    end: int
    style: str | None
    value: Any

    def raw(self, text: str) -> str:
        """The value as `text` spells it, the text of the whole note."""
        return text[self.start : self.end]


def load_entries(inside: str, base: int) -> tuple[tuple[Entry, ...], bool] | None:
    """The entries of the mapping in `inside`, offsets counted from `base`; None if it is none.

    Also whether a line can be added, because each entry begins a line of its own.

    Raises:
        yaml.YAMLError: if `inside` is no YAML.
    """
    loaded = YAMLHandler().load(_BREAKS.sub(" ", inside), Loader=_Loader)
    if loaded is None:
        return None
    root, values = loaded
    entries = tuple(
        _entry(inside, base, key, node, value)
        for (key, node), value in zip(root.value, values, strict=True)
    )
    return entries, not root.flow_style and root.start_mark.column == 0


class _Loader(yaml.CSafeLoader):
    """Answers with the root mapping and the value of each of its entries; None for another root.

    Values are constructed one by one, so that a strange one hides no other.
    """

    def get_single_data(self) -> tuple[yaml.MappingNode, list[Any]] | None:
        root = self.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            return None
        return root, [self._value(node) for _, node in root.value]

    def _value(self, node: yaml.Node) -> Any:
        if not _is_flat(node):
            return Unreadable()
        # Most values are text, lists of it or nothing: no machinery is needed to construct them.
        if isinstance(node, yaml.SequenceNode):
            if node.tag == _LIST and all(one.tag == _TEXT for one in node.value):
                return [one.value for one in node.value]
        elif node.tag in (_TEXT, _NOTHING):
            return node.value if node.tag == _TEXT else None
        try:
            return self.construct_document(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            return Unreadable()


def _is_flat(node: yaml.Node) -> bool:
    """Whether `node` is a scalar or a list of them; aliases in more can grow without bound."""
    if isinstance(node, yaml.SequenceNode):
        return all(isinstance(item, yaml.ScalarNode) for item in node.value)
    return isinstance(node, yaml.ScalarNode)


def _entry(inside: str, base: int, key: yaml.Node, node: yaml.Node, value: Any) -> Entry:
    start, end = node.start_mark.index, node.end_mark.index
    after_key = key.end_mark.index
    between = inside[after_key:start] if start >= after_key else ""
    if between != ": " and not _COLON.fullmatch(between):  # an alias carries the span of its anchor
        rest = _COLON.match(inside, after_key)
        start = rest.end() if rest else after_key
        eol = NEWLINE.search(inside, start)
        end = eol.start() if eol else len(inside)
        style = None
    elif not isinstance(node, yaml.ScalarNode) or inside[start : start + 1] in ("&", "!"):
        style = None
    else:
        # The C loader reports a plain style as "", an empty value has no width.
        style = (node.style or "") if node.style in (None, "", "'", '"') else None
    name = key.value if isinstance(key, yaml.ScalarNode) else ""
    return Entry(name, base + key.start_mark.index, base + start, base + end, style, value)
