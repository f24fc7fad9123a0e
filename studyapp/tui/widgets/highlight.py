"""Code split into lines of tokens, each with the role it is drawn in."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from pygments.token import Token

from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Run

TokenLine: TypeAlias = tuple[tuple[str, str], ...]
"""Role and text of each token of a line."""

_ROLES = {
    Token.Comment: "comment",
    Token.Comment.Preproc: "decorator",
    Token.Keyword: "keyword",
    Token.Keyword.Constant: "constant",
    Token.Keyword.Type: "builtin",
    Token.Literal.String: "string",
    Token.Literal.Number: "number",
    Token.Name.Builtin: "builtin",
    Token.Name.Class: "class",
    Token.Name.Constant: "constant",
    Token.Name.Decorator: "decorator",
    Token.Name.Exception: "class",
    Token.Name.Function: "function",
    Token.Name.Tag: "keyword",
    Token.Operator: "operator",
    Token.Operator.Word: "keyword",
    Token.Punctuation: "operator",
}
_ALIASES = {"cu": "cuda", "ptx": "text", "sass": "text", "gitignore": "text", "assembly": "nasm"}


@lru_cache(maxsize=256)
def token_lines(code: str, language: str) -> tuple[TokenLine, ...]:
    """The lines of `code`; an unknown `language` gives plain text, and no line is dropped.

    Neighbours of one role are one: a lexer parts the emoji that are one picture.
    """
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, text in _lexer(language).get_tokens(visible(code)):
        role = _role(kind)
        first, *rest = text.split("\n")
        lines[-1].append((role, first))
        lines.extend([(role, part)] for part in rest)
    return tuple(tuple(_joined(line)) for line in lines)


def _joined(line: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for role, tokens in groupby((token for token in line if token[1]), itemgetter(0)):
        yield role, "".join(text for _, text in tokens)


def styled(line: TokenLine, ink: Ink) -> list[Run]:
    """A line of tokens in the theme's styles."""
    return [(text, ink[role]) for role, text in line]


def _lexer(language: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415  many a card holds no code
    from pygments.lexers.special import TextLexer  # noqa: PLC0415  likewise
    from pygments.util import ClassNotFound  # noqa: PLC0415  likewise

    options = {"stripnl": False, "ensurenl": False}
    try:
        return get_lexer_by_name(_ALIASES.get(language, language), **options)
    except ClassNotFound:
        return TextLexer(**options)


@lru_cache(maxsize=512)
def _role(kind: _TokenType) -> str:
    return next((_ROLES[known] for known in reversed(kind.split()) if known in _ROLES), "plain")
