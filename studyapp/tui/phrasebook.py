"""Sentences of the packages below, which speak English alone, in another language."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Phrasebook:
    """Whole sentences with their translations; `{}` stands for what is filled in.

    What stands for a `{}` is looked up again, since a reason may carry another one, and goes where
    the translation has its `{}`, in the same order.
    """

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """The sentences with gaps, as they come: a more special one stands before a general."""
        return [
            (re.compile("(.*)".join(map(re.escape, english.split("{}"))), re.DOTALL), other)
            for english, other in self._sentences.items()
            if "{}" in english
        ]

    def __call__(self, text: str) -> str:
        """`text` in the other language, as far as it is known; else as it is."""
        if whole := self._sentences.get(text):
            return whole
        for pattern, other in self._patterns:
            if found := pattern.fullmatch(text):
                return other.format(*map(self, found.groups()))
        return text
