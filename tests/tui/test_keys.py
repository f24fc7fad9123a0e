"""Keys that the person chooses: whether they can be had, what they do, where they are shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.tui.bound import usual_keys
from studyapp.tui.keymap import Fault, keymap, named, shown, widened
from studyapp.tui.presets import PRESETS
from studyapp.tui.texts import TEXTS

USUAL = {
    "help": ("question_mark",),
    "study.run": ("r",),
    "study.bury": ("b",),
    "study.suspend": ("s",),
    "home.rebinds": ("r",),
}


def faults(**wishes: str) -> list[tuple[str, str]]:
    """Which of the wishes, with `__` for a point, can't be followed, and why."""
    asked = {action.replace("__", "."): keys for action, keys in wishes.items()}
    return [(one.action, one.message) for one in keymap(asked, {}, USUAL)[1]]


def test_a_wish_goes_before_the_preset_and_that_before_the_usual() -> None:
    """The person has the last word on each action."""
    preset = {"study.run": "f9", "study.bury": "-"}
    keys, wrong = keymap({"study.run": "ctrl+e"}, preset, USUAL)
    assert not wrong
    assert keys["study.run"] == ("ctrl+e",)
    assert keys["study.bury"] == ("minus",)
    assert keys["study.suspend"] == ("s",)


def test_what_can_not_be_had_keeps_its_usual_key() -> None:
    """An unknown action, an unknown key, no key, and a key that is taken are told."""
    assert faults(study__rnu="x") == [("study.rnu", "no action is called `study.rnu`")]
    assert faults(study__run="hyperdrive") == [("study.run", "there is no key `hyperdrive`")]
    assert faults(study__run=" , ") == [("study.run", "it names no key")]
    assert faults(study__run="b") == [("study.run", "`b` is the key of `study.bury`")]
    assert faults(study__run="?") == [("study.run", "`?` is the key of `help`")]
    keys, [fault] = keymap({"study.run": "b"}, {}, USUAL)
    assert keys == USUAL
    assert fault == Fault("study.run", "`b` is the key of `study.bury`", "the usual key stays")


def test_two_actions_may_swap_their_keys_and_two_screens_share_one() -> None:
    """Only a key that would do two things on one screen is a conflict."""
    assert faults(study__bury="s", study__suspend="b") == []
    assert faults(home__rebinds="b") == []


@given(st.text("rbsx?,", min_size=len(USUAL), max_size=len(USUAL)))
def test_no_key_ever_does_two_things_on_a_screen(wished: str) -> None:
    """Whatever is wished for, each key of a screen has one action, and none is without a key."""
    keys, _ = keymap(dict(zip(USUAL, wished, strict=True)), {}, USUAL)
    study = [key for action, own in keys.items() if not action.startswith("home.") for key in own]
    assert len(study) == len(set(study))
    assert keys.keys() == USUAL.keys()
    assert all(keys.values())


@given(st.sampled_from([chr(code) for code in range(33, 127) if chr(code) != ","]))
def test_a_key_is_shown_as_it_is_typed_and_works_in_full_width(char: str) -> None:
    """Every printable key has its own name and the form that an input method gives it."""
    [key] = named(char)
    assert shown(key) == char
    assert named(chr(ord(char) + 0xFEE0))[0] in widened((key,))


def test_keys_with_names_are_shown_by_them() -> None:
    """What no character stands for is shown by its name, in short."""
    assert [shown(key) for key in named("escape,ctrl+r,f5,space")] == [
        "esc",
        "ctrl+r",
        "f5",
        "space",
    ]


def test_every_action_has_a_text_and_every_text_names_its_usual_key() -> None:
    """All bindings of all screens are told in the texts; `{key:…}` in a text is no guess."""
    usual = usual_keys()
    assert usual.keys() - TEXTS.keys() == set()
    for texts in TEXTS.values():
        for text in texts:
            for part in text.split("{key:")[1:]:
                action, _, key = part.partition("}")[0].partition(" ")
                assert key in [shown(one) for one in usual[action]], text


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_no_key_twice(name: str) -> None:
    """A preset can be followed in every point, and so can the usual keys."""
    usual = usual_keys()
    assert keymap(PRESETS[name], {}, usual)[1] == []
    assert PRESETS[name].keys() <= usual.keys()
    own = {action: ",".join(keys) for action, keys in usual.items()}
    assert keymap(own, {}, usual)[1] == []


async def test_the_keys_of_the_person_work_and_are_shown(
    sit: Callable[..., Any], notes: Path
) -> None:
    """Grades, key line, help and notices name the keys as bound; full width works, too."""
    own = {"study.good": "g", "study.graph": "G", "study.note": "ctrl+t", "study.rnu": "x"}
    own |= {"day.save": "f9", "suspended.back": "z"}
    async with sit(notes, keys=own, keys_preset="anki") as person:
        await person.sees("1 of your settings can't be used")
        await person.presses("enter", "space")
        await person.sees("g Good")
        assert "ctrl+t note" in person.sight
        await person.presses("question_mark")
        await person.sees("│ ctrl+t ")
        assert "│ @ " in person.sight
        assert "│ * " in person.sight
        await person.presses("escape", "@")
        await person.sees("suspended")
        await person.presses("space", "ｇ")
        await person.sees("saved: Good")
        await person.presses("q", "d")
        await person.sees("f9 save   esc leave as it is")
        await person.presses("escape", "S")
        await person.sees("enter ask it again   z back")
