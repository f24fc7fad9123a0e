"""What is typed as code, in the colours of the code that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets.text_area import TextAreaTheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widgets import TextArea

    from studyapp.tui.widgets.ink import Ink

NAME = "ink"
_ROLES: Mapping[str, tuple[str, ...]] = {
    "keyword": (
        "keyword",
        "keyword.function",
        "keyword.operator",
        "keyword.return",
        "conditional",
        "exception",
        "include",
        "repeat",
    ),
    "builtin": ("function.builtin", "type.builtin", "variable.builtin"),
    "function": ("constructor", "function", "function.call", "method", "method.call"),
    "class": ("type", "type.class", "type.definition"),
    "string": ("string", "string.documentation", "string.escape"),
    "number": ("float", "number"),
    "constant": ("boolean", "constant", "constant.builtin"),
    "comment": ("comment",),
    "operator": (
        "operator",
        "punctuation.bracket",
        "punctuation.delimiter",
        "punctuation.special",
    ),
    "decorator": ("attribute", "attribute.builtin", "preproc"),
}
"""The names that tree-sitter's queries give, by the role that each is drawn in."""


def dye(area: TextArea, ink: Ink) -> None:
    """Let an editor draw with `ink`; Textual's own colours are meant for a dark ground."""
    styles = {name: ink[role] for role, names in _ROLES.items() for name in names}
    area.register_theme(TextAreaTheme(NAME, syntax_styles=styles))
    area.theme = NAME
