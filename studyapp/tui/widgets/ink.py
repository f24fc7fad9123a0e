"""The styles a text is drawn with, by what the text is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rich.style import Style

Ink: TypeAlias = Mapping[str, Style]
"""A style for each of `ROLES`; only a role with a background of its own sets one."""

INLINE_ROLES = (
    "strong", "emphasis", "strike", "mark", "code", "link", "target", "math", "raw",
)  # fmt: skip
BLOCK_ROLES = (
    "h1", "h2", "h3", "bullet", "done", "quote", "rule", "border", "header", "fence",
)  # fmt: skip
TOKEN_ROLES = (
    "keyword", "builtin", "function", "class", "string", "number", "comment", "operator",
    "decorator", "constant", "plain",
)  # fmt: skip
RUN_ROLES = ("line-number", "name", "value", "output", "holds", "differs", "failure", "faint")
ROLES = (*INLINE_ROLES, *BLOCK_ROLES, *TOKEN_ROLES, *RUN_ROLES)

PLAIN: Ink = dict.fromkeys(ROLES, Style.null())
"""No colours at all."""
