"""Text as it is searched: without differences of case and width."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`text` without differences of case and width; folding it again changes nothing."""
    if text.isascii():  # NFKC is the slower part, and changes no letter of these
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
