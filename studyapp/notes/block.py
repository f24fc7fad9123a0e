"""The front-matter block of a note: where it is, its entries, where each value stands.

One reading serves both sides: values for `metadata`, spans for `splices`. Offsets count
characters of the note's text without its byte-order mark, so PyYAML's marks need no correction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

BOM = "\ufeff"
NEWLINE = re.compile(r"\r\n|\n|\r")  # never str.splitlines, which also splits at U+2028

_RULE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\n|\r|\Z)")
_CONFLICT = re.compile(r"(?:^|(?<=\n)|(?<=\r))(?:<{7}|>{7})[ \t]")
_KEYED = re.compile(r"(?:^|(?<=\n)|(?<=\r))[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:")
_NESTING = re.compile(r"[\[{]|[-?][ \t]")
_COLON = re.compile(r"[\"']?[ \t]*:(?:\s|#[^\r\n]*)*")

_SAME_LINE = str.maketrans("\x85\u2028\u2029", "   ")  # line ends to YAML 1.1, not to editors

_LARGEST = 65_536  # characters; front matter is a few hundred
_DEEPEST = 1_000  # PyYAML's C composer recurses on the C stack without a limit of its own


class Unreadable:
    """The value of an entry that is no scalar and no list of them, such as `{{DATE}}`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the block with its value.

    `start`, `end` is the span of the value as spelled, without width if it is empty; `key_start`
    is the key's. `style` is the quote of a quoted scalar, "" of a plain one, None of anything
    that can't be spliced: collections, block scalars, anchors, tags, aliases.
    """

    key: str
    key_start: int
    start: int
    end: int
    style: str | None
    value: Any


@dataclass(frozen=True, slots=True)
class Block:
    """A note's front matter.

    `start`, `end` span the text between the two rules; `body` is where the body begins.
    `insertable` tells whether a line can be added: entries stand one a line.
    """

    start: int
    end: int
    body: int
    entries: tuple[Entry, ...]
    insertable: bool

    def find(self, key: str) -> Entry | None:
        """The entry of `key`; of several, the last, which is the one that YAML keeps."""
        return next((entry for entry in reversed(self.entries) if entry.key == key), None)

    def raw(self, text: str, key: str) -> str | None:
        """The value of `key` as `text` spells it, "" if empty, None if the key is missing."""
        entry = self.find(key)
        return None if entry is None else text[entry.start : entry.end]


@dataclass(frozen=True, slots=True)
class Broken:
    """A block that can't be understood: why, and at which 1-based line of the file."""

    body: int
    line: int
    reason: str
    hint: str


def find_block(text: str) -> Block | Broken | None:
    """The front matter of `text`, a note without its byte-order mark; None if it has none.

    Between the rules stands a YAML mapping or nothing: a note may begin with a rule.
    """
    opening = _RULE.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if not opening or not closing:
        return None
    start, end, body = opening.end(), closing.start(), closing.end()
    inside = text[start:end]
    if not inside.strip():
        return Block(start, end, body, (), insertable=True)
    if conflict := _CONFLICT.search(inside):
        return Broken(
            body,
            line_of(text, start + conflict.start()),
            "git's conflict markers stand in the front matter",
            "keep one side of the conflict and remove the markers",
        )
    if len(inside) > _LARGEST or len(_NESTING.findall(inside)) > _DEEPEST:
        return Broken(body, 1, "the front matter is too large or nested too deep", "shorten it")
    try:
        root = YAMLHandler().load(inside.translate(_SAME_LINE), Loader=_Loader)
    except yaml.YAMLError as error:
        return _broken(text, start, body, error) if _KEYED.search(inside) else None
    return root and _block(inside, start, body, *root)


def line_of(text: str, offset: int) -> int:
    """The 1-based line of the character at `offset`."""
    return 1 + sum(1 for _ in NEWLINE.finditer(text, 0, offset))


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
        try:
            return self.construct_document(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            return Unreadable()


def _is_flat(node: yaml.Node) -> bool:
    """Whether `node` is a scalar or a list of them; aliases in more can grow without bound."""
    if isinstance(node, yaml.SequenceNode):
        return all(isinstance(item, yaml.ScalarNode) for item in node.value)
    return isinstance(node, yaml.ScalarNode)


def _block(inside: str, start: int, body: int, root: yaml.MappingNode, values: list[Any]) -> Block:
    entries = tuple(
        _entry(inside, start, key, node, value)
        for (key, node), value in zip(root.value, values, strict=True)
    )
    insertable = not root.flow_style and root.start_mark.column == 0
    return Block(start, start + len(inside), body, entries, insertable=insertable)


def _broken(text: str, start: int, body: int, error: yaml.YAMLError) -> Broken:
    mark = getattr(error, "problem_mark", None)
    place = min(start + (mark.index if mark else 0), body - 1)  # a mark may stand behind the end
    reason = getattr(error, "problem", None) or "it is no YAML"
    return Broken(
        body,
        line_of(text, place),
        f"the front matter can't be read: {reason}",
        "check colons, quotes and spaces",
    )


def _entry(inside: str, base: int, key: yaml.Node, node: yaml.Node, value: Any) -> Entry:
    start, end = node.start_mark.index, node.end_mark.index
    after_key = key.end_mark.index
    between = inside[after_key:start] if start >= after_key else ""
    if not _COLON.fullmatch(between):  # an alias carries the span of its anchor
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
