"""The settings in groups, each with its value in words, as the settings screen lists them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from studyapp.library.preferences import found
from studyapp.tui.keymap import shown
from studyapp.tui.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.library.preferences import Setting
    from studyapp.library.settings import LibrarySettings, Settings
    from studyapp.tui.keymap import Keymap
    from studyapp.tui.words import Words

GROUPS: Mapping[str, tuple[str, ...]] = {
    "day": ("minutes_per_day", "new_per_day", "reviews_per_day", "interview", "rollover_hour"),
    "memory": ("scheduler", "retention", "parameters", "repeats_per_day", "foreign"),
    "notes": ("leads", "exposition", "inline_separator", "below_separator", "outlines"),
    "own": (
        "language",
        "theme",
        "library",
        "python",
        "autorun",
        "trusted",
        "own.outlines",
        "keys_preset",
    ),
}
"""The settings that are no tables; the entries of `weights` and `keys` have groups of their own."""
SHIFTS = frozenset({"scheduler", "retention", "parameters", "repeats_per_day"})
"""Those that move due days."""
TODAY = frozenset({"minutes_per_day", "new_per_day", "reviews_per_day", "weights", "interview"})
"""Those that change what today asks."""
REREADS = frozenset({"leads", "exposition", "inline_separator", "below_separator"})
"""Those that change which questions are found."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: its name on the screen, what it is for, its value, and whether it was set.

    `entry` is the name of an action in the file of the settings, for the keys of that action.
    """

    setting: Setting
    label: str
    doc: str
    value: Any
    told: str
    is_set: bool
    entry: str = ""


def groups(
    travelling: LibrarySettings,
    own: Settings,
    decks: Iterable[str],
    keys: Keymap,
    say: Words,
) -> Iterator[tuple[str, list[SettingRow]]]:
    """Every setting under the heading of its group; `keys` are those in force."""
    for group, names in GROUPS.items():
        kept = own if group == "own" else travelling
        yield group, [row(found(name), kept, say) for name in names]
        if group == "notes":
            yield "decks", [_weight(deck, travelling, say) for deck in decks]
    yield "keys", [_keys(action, held, own, say) for action, held in keys.items()]


def row(setting: Setting, kept: object, say: Words) -> SettingRow:
    """One setting, as it is kept."""
    value = setting.of(kept)
    return SettingRow(
        setting,
        say(f"set_{setting.base}"),
        say(f"doc_{setting.base}"),
        value,
        worded(setting, value, say),
        is_set=value != setting.default,
    )


def _weight(deck: str, kept: LibrarySettings, say: Words) -> SettingRow:
    setting = found(f"weights.{deck}") if deck else replace(found("weights"), entry=".")
    weight = kept.weight(deck)
    told = "●" * weight + "○" * (3 - weight)
    return SettingRow(setting, deck, say("doc_weights"), weight, told, deck in kept.weights)


def _keys(action: str, held: tuple[str, ...], own: Settings, say: Words) -> SettingRow:
    told = "  ".join(map(shown, held))
    does = say(action)
    names = (key if key == "comma" else shown(key) for key in held)
    value = own.keys.get(action, ",".join(names))
    setting = found(f"keys.{action}")
    return SettingRow(setting, does, does, value, told, action in own.keys, action)


def worded(setting: Setting, value: Any, say: Words) -> str:
    """A value as a person says it."""
    key = f"val_{setting.key}_{value}"
    if isinstance(value, str) and key in TEXTS:
        return say(key)
    if isinstance(value, bool):
        return say("val_yes" if value else "val_no")
    if value in (None, "", ()):
        return say("val_none")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def written(value: Any) -> str:
    """A value as it is typed, to be changed."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def choices(setting: Setting, themes: Iterable[str]) -> tuple[Any, ...]:
    """What there is to choose from; nothing where the value is typed."""
    if setting.key == "theme":
        return ("", *themes)
    if setting.key == "weights":
        return (0, 1, 2, 3)
    return setting.choices
