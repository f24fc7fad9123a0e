"""The interface in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.tui.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_CJK = ("\u4e00", "\u9fff")


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
        return text.format(**facts)


def language_of(setting: str, texts: Iterable[str], locale: str) -> str:
    """The interface's language: the setting, else what most `texts` are in, else the locale."""
    if setting:
        return setting
    chinese = [any(_CJK[0] <= char <= _CJK[1] for char in text) for text in texts]
    if chinese:
        return "zh" if 2 * sum(chinese) > len(chinese) else "en"
    return "zh" if locale.lower().startswith("zh") else "en"
