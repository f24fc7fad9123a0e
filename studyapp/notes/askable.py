"""Which files hold questions of their own: no instructions, templates, front pages, outlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.forms import find_candidates
from studyapp.notes.forms.candidate import Candidate, Skipped
from studyapp.notes.note import TOPICS

if TYPE_CHECKING:
    from studyapp.notes.page import Page

_INSTRUCTIONS = frozenset({"agents.md", "claude.md", "copilot-instructions.md", "gemini.md"})
_FRONT_PAGE = re.compile(r"readme(?:[._-][\w-]{2,10})?\.(?:md|markdown)")
_PLACEHOLDER = re.compile(r"\{\{[^{}\n]{0,80}\}\}|<%[^%\n]{0,80}%>")
_TEMPLATES = re.compile(r"template|模板|模版")

_OUTLINE = "it is an outline: it lists questions"
_FEWEST = 5  # questions that make a front page a list of them: many an interview list is one


def find_questions(page: Page, path: str, block: str) -> tuple[list[Candidate], list[Skipped]]:
    """The questions of `page` and what is none, if the file at `path` may be asked.

    `block` is its front matter.
    """
    if why := _refuse(path, page.title, block):
        return [], [Skipped(0, page.title, why)]
    candidates, skipped = find_candidates(page)
    if page.cues.syntax.lists(path):
        asking = [one for one in candidates if one.form != "lead"]
        return asking, skipped if asking else [Skipped(0, page.title, _OUTLINE)]
    if _is_front_page(path):
        asking = [one for one in candidates if one.form not in TOPICS]
        if len(asking) < _FEWEST:
            why = f"it is a front page with fewer than {_FEWEST} answered questions"
            return [], [Skipped(0, page.title, why), *skipped]
        return asking, skipped
    return candidates, skipped


def _refuse(path: str, title: str, block: str) -> str:
    """Why the note at `path` is asked nothing, "" if it may be; `block` is its front matter.

    A date left as `{{DATE}}` makes no template: the person made a note and did not fill it in.
    """
    parts = path.lower().split("/")
    if parts[-1] in _INSTRUCTIONS:
        return "it is written for tools, not for study"
    if any(part.startswith(".") for part in parts):
        return "it is hidden"
    kept = any(_TEMPLATES.search(part) for part in parts[:-1]) and _PLACEHOLDER.search(block)
    if kept or _PLACEHOLDER.search(title):
        return "it is a template"
    return ""


def _is_front_page(path: str) -> bool:
    """Whether `path` is a README."""
    name = path.lower().rpartition("/")[2]
    return name.startswith("readme") and _FRONT_PAGE.fullmatch(name) is not None
