"""The interface in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.tui.phrasebook import Phrasebook
from studyapp.tui.texts import TEXTS
from studyapp.tui.texts.reasons import REASONS
from studyapp.tui.texts.runs import RUN_REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.notes import Problem

_CJK = ("\u4e00", "\u9fff")
_IN_CHINESE = Phrasebook({**REASONS, **RUN_REASONS})
_REASONED = frozenset({"reason", "hint"})
"""Facts that the packages below tell in their own words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's texts in `language`, `en` or `zh`."""

    language: str

    def __call__(self, key: str, /, **facts: object) -> str:
        """The text for `key` with `facts` filled in; `n` picks singular or plural."""
        text = TEXTS[key][self.language == "zh"]
        if "|" in text:
            one, many = text.split("|")
            text = one if str(facts.get("n")) == "1" else many
        for fact in _REASONED & facts.keys():
            facts[fact] = self.reason(str(facts[fact]))
        return text.format(**facts)

    def reason(self, text: str) -> str:
        """What a package below says in English, as far as it is known in the language."""
        return _IN_CHINESE(text) if self.language == "zh" else text

    def problem(self, problem: Problem) -> str:
        """Where it is, what it is, what to do, as compilers print it."""
        told = replace(
            problem, message=self.reason(problem.message), hint=self.reason(problem.hint)
        )
        return str(told)


def language_of(setting: str, texts: Iterable[str], locale: str) -> str:
    """The interface's language: the setting, else what most `texts` are in, else the locale."""
    if setting:
        return setting
    chinese = [any(_CJK[0] <= char <= _CJK[1] for char in text) for text in texts]
    if chinese:
        return "zh" if 2 * sum(chinese) > len(chinese) else "en"
    return "zh" if locale.lower().startswith("zh") else "en"
