from __future__ import annotations

import string
from typing import get_args

from studyapp.library.paths import settings_file
from studyapp.runner.events import Status
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH, as_bound, reason


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


def test_without_torch_the_way_out_is_named() -> None:
    """A run that lacks torch tells the setting and its file; other reasons stand as they are."""
    told = reason("needs torch", ENGLISH)
    assert "python =" in told
    assert str(settings_file()) in told
    assert reason("needs tensorflow", ENGLISH) == "needs tensorflow"


def test_the_pane_names_the_keys_as_they_are_bound() -> None:
    """Only the words with a key that the person has changed are others."""
    words = as_bound(CHINESE, {"study.stop": "f8", "study.figure": "f9"})
    assert words["running"] == CHINESE["running"].replace("esc", "f8")
    assert words["figure"].endswith("· f9 打开")
    assert words["error"] == CHINESE["error"]
    assert reason("needs CUDA", words) == "需要 CUDA"
    assert as_bound(ENGLISH, {"study.note": "N"}) is ENGLISH
