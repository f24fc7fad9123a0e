from __future__ import annotations

import string
from typing import get_args

from studyapp.runner.results import Status
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)}


def test_both_languages_say_the_same() -> None:
    """Each text exists in both languages with the same places to fill in."""
    assert {k: fields(v) - {None} for k, v in ENGLISH.items()} == {
        k: fields(v) - {None} for k, v in CHINESE.items()
    }


def test_every_status_has_its_word() -> None:
    """No run can end in a status that the pane has no word for."""
    assert set(get_args(Status)) - {"ok"} <= set(ENGLISH)
