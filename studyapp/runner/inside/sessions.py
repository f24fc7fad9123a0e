"""Sessions of Python's prompt: `>>>` before what is typed, below it what is answered."""

from __future__ import annotations

import re
from typing import NamedTuple

_PROMPT = re.compile(r"\s*>>>(?: |$)")
_MORE = re.compile(r"\s*\.\.\.(?: |$)")
_BLANK = "<BLANKLINE>"
_OPENING, _CLOSING = "([{", ")]}"


class Session(NamedTuple):
    """A fence's code, every line at its place, and the answers that it states."""

    code: str
    answers: dict[int, str]
    """By the line, counted from 1 in the code, of what was typed last before."""


def is_session(code: str) -> bool:
    """Whether the code is typed at a prompt."""
    return ">>>" in code and any(map(_PROMPT.match, code.split("\n")))


def read(code: str) -> Session:
    """What is typed, without its prompts; all of the code where it has none."""
    if not is_session(code):
        return Session(code, {})
    typed: list[str] = []
    answers: dict[int, list[str]] = {}
    last, open_ = 0, True
    for number, line in enumerate(code.split("\n"), 1):
        prompt = _PROMPT.match(line) or (_MORE.match(line) if last == number - 1 else None)
        typed.append(line[prompt.end() :] if prompt else "")
        if prompt:
            last, open_ = number, True
        elif last and open_:
            # A blank line ends an answer, unless it stands between the rows of a tensor.
            open_ = bool(line.strip()) or _is_open(answers.get(last, []))
            answers.setdefault(last, []).append("" if line.strip() == _BLANK else line.strip())
    told = {line: "\n".join(answer).strip() for line, answer in answers.items()}
    return Session("\n".join(typed), {line: text for line, text in told.items() if text})


def _is_open(lines: list[str]) -> bool:
    text = "".join(lines)
    return sum(map(text.count, _OPENING)) > sum(map(text.count, _CLOSING))
