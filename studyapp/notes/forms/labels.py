"""What a heading asks behind a label such as `Q3:`."""

from __future__ import annotations

import re

from studyapp.notes.asking import asks, bare_question, unpictured
from studyapp.notes.tongues import ASKED, QUESTION

_SIGNS = re.compile(
    f"Q|q|问|题|第|官|{ASKED}"
)  # every label has one of them, most headings have none
_LABELLED = re.compile(
    r"(?:\d{1,3}[.、)]\s*)?(?:Q(?:uestion)?|问|面试题|追问|面试官问?"
    rf"|{QUESTION})\s*(?:\d{{1,3}}\s*)?[:：.、)]\s*(.+)"
    rf"|(?:Q|(?:Question|{QUESTION})\s*)\d{{1,3}}\s+[-–—]\s*(.+)|(?:Q|Question\s*)\d{{1,3}}\s+(.+)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:Q(?:uestion)?|问题?|题目?|面试题|{QUESTION})\s*#?\d{{1,3}}\s*[.:：]?|第\s*[\d一二三四五六七八九十]{{1,3}}\s*[题问]",
    re.IGNORECASE,
)


def may_be_labelled(heading: str) -> bool:
    """Whether `heading` may have a label; a quick look."""
    return _SIGNS.search(heading) is not None


def labelled(heading: str) -> str | None:
    """What `heading` asks behind its label; None if it has none."""
    if not _SIGNS.search(heading) or not (found := _LABELLED.fullmatch(unpictured(heading))):
        return None
    if found[3] and not asks(found[3]):  # `Q3 results` tells of a quarter
        return None
    return bare_question(found[1] or found[2] or found[3])


def is_label(heading: str) -> bool:
    """Whether `heading` says no more than `Question 3`."""
    return _BARE.fullmatch(heading) is not None
