"""What a statement gave, and the texts by which a comment may tell it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Callable, NamedTuple  # noqa: UP035  Python 3.9

from .attributes import MISSING
from .values import cut, shorten

_LABEL = re.compile(r"[:：=]\s*(?=\S)")
_MOST_ITEMS = 1000
_MOST_LABELS = 4


class Outcome(NamedTuple):
    """What a statement gave: a value (or `MISSING`), what it printed, and how names resolve."""

    value: Any
    printed: str = ""
    resolve: Callable[[str], Any] = lambda _: MISSING
    """The value at a path such as `x.grad`, or `MISSING`."""

    @property
    def prints(self) -> list[str]:
        """What a comment may repeat: all of that text, its last line, either without a label."""
        printed = self.printed.strip()
        if not printed:
            return []
        last = printed.rpartition("\n")[2]
        labels = ((text, label) for text in (printed, last) for label in _LABEL.finditer(text))
        labelled = (text[label.end() :] for text, label in labels)
        return list(dict.fromkeys((printed, last, *islice(labelled, _MOST_LABELS))))

    @property
    def actual(self) -> str:
        """What came, in short: all that was printed, or else the value."""
        return cut(self.printed.strip()) if self.printed.strip() else shorten(self.value)


def text_of(value: Any) -> str:
    """A value's own text; empty where it would be a long one."""
    listed = isinstance(value, (list, tuple, dict, set, str)) and len(value) > _MOST_ITEMS
    return "" if value is MISSING or listed else repr(value)
