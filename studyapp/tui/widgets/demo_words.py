"""The words of the demo pane, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {}
CHINESE: Mapping[str, str] = {}
