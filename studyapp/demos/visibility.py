"""How much a run of a snippet would show, as far as its text tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.demos.syntax import Facts, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.notes import Snippet

MEASURES = 1.0  # prints what nobody reads off the code: times, identities, sizes, variances
SHOWS = 0.8  # prints, or binds values that its comments state
BINDS = 0.7  # binds values at top level, which are shown at their lines
SHOWCASE = 0.6  # only defines, but can be called with example inputs
STOPS = 0.4  # raises on purpose before its end
NEEDS = 0.3  # what is not here: a package, a name, a device, several processes
NOTHING = 0.1  # what it defines does nothing when called

_CLAIM = re.compile(  # a value in the comment behind a statement
    r"^[ \t]*\w[^#\n]*#[^\n]*(?:tensor\(|torch\.Size|\[[\d\[]|= ?\d)|"
    r"^[ \t]*\w[^#\n]*#[ \t]*(?:[\d\"'(\[-]|True|False)",
    re.MULTILINE,
)
_STOP = re.compile(r"^\w[^#\n]*#[^\n'\"]*(?:Error\b|Exception\b|报错)[^\n]*\n+\S", re.MULTILINE)
_PSEUDO = ("伪代码", "pseudocode", "pseudo-code", "pseudo code")


def visibility(snippet: Snippet, earlier: Iterable[Snippet] = ()) -> float:
    """From 0 for what is no Python to 1 for what prints measurements.

    `earlier` are the snippets of its note before it, which run first where it needs their names.
    """
    if not snippet.runnable:
        return 0.0
    facts = read_facts(snippet.code)
    before = [read_facts(one.code) for one in earlier if one.runnable]
    given = (one.binds for one in before if not one.elsewhere)
    if facts.elsewhere or facts.needs.difference(*given) or _is_pseudo(snippet):
        return NEEDS
    return STOPS if _STOP.search(snippet.code) else _shown(snippet.code, facts)


def _shown(code: str, facts: Facts) -> float:
    if facts.prints and facts.measures:
        return MEASURES
    if facts.prints or (facts.binds_values and _CLAIM.search(code)):
        return SHOWS
    if facts.binds_values:
        return BINDS
    return SHOWCASE if facts.callable else NOTHING


def _is_pseudo(snippet: Snippet) -> bool:
    text = "\n".join((*snippet.trail, snippet.code)).lower()
    return any(mark in text for mark in _PSEUDO)
