"""Exceptions that a comment announces: `# 报错`, `# RuntimeError: …`, `# raises ValueError`."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import remarks, texts

_NAME = re.compile(r"\b(?:[A-Za-z_]\w*\.)*([A-Z]\w*(?:Error|Exception|Interrupt|Iteration))\b")
_RAISES = re.compile(
    r"报错|抛出?异?常?|异常|出错|失败|崩溃|❌|✗|×\s|错误"
    r"|\b(?:raises?|throws?|fails?|crash(?:es)?|errors?|boom|invalid|illegal)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"不会?再?(?:报错|抛|出错|失败)|没有?(?:报错|异常|错误)|无(?:报错|异常|错误)|避免|防止|否则|捕获|处理"
    r"|\b(?:no|not|never|without|avoids?|prevents?|otherwise|won't|doesn't|catch(?:es)?|handles?)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:(?:会|将)?(?:报错|抛出?(?:异常)?)|raises?|throws?)?\s*[:：]?\s*", re.IGNORECASE
)
_UNSURE = re.compile(
    r"可能|有时|如果|若|旧|老版|之前|\b(?:may|might|could|if|when|old|before|some)\b", re.IGNORECASE
)
_TRACEBACK = re.compile(r"Traceback \(most recent call last\)")


class Announcement(NamedTuple):
    """An exception that is announced; `name` is empty where any will do."""

    text: str
    name: str
    firm: bool
    """Whether the comment is wrong where none is raised."""

    def holds(self, error: BaseException) -> bool:
        """Whether `error` is what was announced, the numbers in its message included."""
        if self.name and not any(base.__name__ == self.name for base in type(error).__mro__):
            return False
        message = self.text.partition(self.name)[2].lstrip(":： ") if self.name else ""
        alike, equal = texts.compare(message, str(error))
        return equal or not alike


def find(comment: str) -> Announcement | None:
    """The exception that a comment behind a statement announces, or one above it."""
    named = _NAME.search(comment)
    announced = named or _RAISES.search(comment)
    # Of a message only the words before its type may take the announcement back.
    if announced is None or _NOT.search(comment, 0, named.start() if named else len(comment)):
        return None
    text = remarks.plain(comment)
    if named is None:
        return Announcement(text, "", firm=False)
    start = _FIRM.match(text)
    begins = bool(start) and _NAME.match(text, start.end() if start else 0) is not None
    return Announcement(text, named.group(1), begins and not _UNSURE.search(comment))


def answered(answer: str) -> Announcement | None:
    """The exception that a session shows."""
    last = answer.rpartition("\n")[2].strip()
    named = _NAME.match(last)
    if named and (_TRACEBACK.search(answer) or last == answer.strip()):
        return Announcement(last, named.group(1), firm=True)
    return None
