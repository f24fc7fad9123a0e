"""The interface in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyapp.tui.phrasebook import Phrasebook
from studyapp.tui.texts import TEXTS
from studyapp.tui.texts.reasons import REASONS
from studyapp.tui.texts.runs import RUN_REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.notes import Problem

_CJK = ("\u4e00", "\u9fff")
_IN_CHINESE = Phrasebook({**REASONS, **RUN_REASONS})
_REASONED = frozenset({"reason", "hint"})
"""Facts that the packages below tell in their own words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's texts in `language`, `en` or `zh`.

    `caps` are the keys of the actions that have another than the usual one. In a text
    `{key:study.run r}` stands for the key of that action, which usually is `r`.
    """

    language: str
    caps: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, /, **facts: object) -> str:
        """The text for `key` with `facts` filled in; `n` picks singular or plural."""
        text = TEXTS[key][self.language == "zh"]
        if "|" in text:
            one, many = text.split("|")
            text = one if str(facts.get("n")) == "1" else many
        for fact in _REASONED & facts.keys():
            facts[fact] = self.reason(str(facts[fact]))
        return text.format(**facts, key=_Caps(self.caps))

    def cap(self, action: str, usual: str) -> str:
        """The key to name for an action, by the id of its binding."""
        return self.caps.get(action, usual)

    def reason(self, text: str) -> str:
        """What a package below says in English, as far as it is known in the language."""
        return _IN_CHINESE(text) if self.language == "zh" else text

    def problem(self, problem: Problem) -> str:
        """Where it is, what it is, what to do, as compilers print it."""
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        return self("put_at", place=place, what=self.trouble(problem))

    def trouble(self, problem: Problem) -> str:
        """What it is, what to do."""
        what = self.reason(problem.message)
        hint = self.reason(problem.hint)
        return self("put_aside", what=what, aside=hint) if hint else what


class _Caps:
    """What `{key:…}` is filled in with."""

    def __init__(self, caps: Mapping[str, str]) -> None:
        self._caps = caps

    def __format__(self, spec: str) -> str:
        """The key of an action; `spec` is its id and its usual key."""
        action, _, usual = spec.partition(" ")
        return self._caps.get(action, usual)


def language_of(setting: str, texts: Iterable[str], locale: str) -> str:
    """The interface's language: the setting, else what most `texts` are in, else the locale."""
    if setting:
        return setting
    chinese = [any(_CJK[0] <= char <= _CJK[1] for char in text) for text in texts]
    if 2 * sum(chinese) != len(chinese):  # the bundled decks, in both, leave it to the locale
        return "zh" if 2 * sum(chinese) > len(chinese) else "en"
    return "zh" if locale.lower().startswith("zh") else "en"
