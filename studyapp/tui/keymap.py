"""Which key does what: the usual keys, a preset over them, the person's own over both."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import Keys, key_to_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Keymap = Mapping[str, tuple[str, ...]]
    """The keys of each action, by Textual's names; the first is the one to show."""

_ALIKE = 60
"""How alike, of 100, an unknown name must be to a known one for that to be meant."""
_WIDTH = ord("！") - ord("!")
_WIDE = {
    "space": ("ideographic_space",),
    "[": ("left_black_lenticular_bracket",),
    "]": ("right_black_lenticular_bracket",),
}
"""Beyond the full-width form: what the same key writes in Chinese."""
_SIGNS = {"plus": "+", "minus": "-", "at": "@", "underscore": "_", "slash": "/", "backslash": "\\"}
"""Signs that Textual names otherwise than Unicode, and does not find again."""
_NAMED = frozenset(key.value for key in Keys)
_SHOWN = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del"}
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the wish for an action can't be followed."""

    action: str
    message: str
    hint: str


def keymap(
    wishes: Mapping[str, str], preset: Mapping[str, str], usual: Keymap
) -> tuple[Keymap, list[Fault]]:
    """The keys of all actions, and which of the `wishes` can't be followed.

    A wish is the keys of one action, parted by commas. An action is named `screen.verb`, or by a
    word alone where it is the same on every screen; on one screen, no key can do two things.
    """
    faults = [fault for action, keys in wishes.items() if (fault := _fault(action, keys, usual))]
    refused = {fault.action for fault in faults}
    chosen = {action: named(keys) for action, keys in wishes.items() if action not in refused}
    base = {**usual, **{action: named(keys) for action, keys in preset.items() if action in usual}}
    while clash := next(_clashes({**base, **chosen}, chosen, usual), None):
        action, key, other = clash
        faults.append(
            Fault(action, f"`{shown(key)}` is the key of `{other}`", "the usual key stays")
        )
        del chosen[action]
    return {**base, **chosen}, faults


def _fault(action: str, keys: str, usual: Keymap) -> Fault | None:
    if action not in usual:
        from rapidfuzz import process  # noqa: PLC0415  only who misspells needs it

        near = process.extractOne(action, usual.keys(), score_cutoff=_ALIKE)
        hint = f"perhaps `{near[0]}` is meant" if near else "the settings screen lists them"
        return Fault(action, f"no action is called `{action}`", hint)
    if not named(keys):
        return Fault(action, "it names no key", "such as r, R, f5, ctrl+r, space, pagedown")
    for key in named(keys):
        if not _known(key):
            return Fault(
                action, f"there is no key `{key}`", "such as r, R, f5, ctrl+r, space, pagedown"
            )
    return None


def _known(key: str) -> bool:
    *modifiers, bare = key.split("+")
    return set(modifiers) <= _MODIFIERS and bool(bare in _NAMED or _character(bare))


def _clashes(keys: Keymap, chosen: Keymap, usual: Keymap) -> Iterator[tuple[str, str, str]]:
    """Wishes whose key does something else on the same screen already, the last wish first.

    Two actions that share a key as a rule do so on purpose: a screen's goes before the app's.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for action, own in keys.items():
        for key in own:
            holders[key].append(action)
    for action in reversed([*chosen]):
        for key in keys[action]:
            for other in holders[key]:
                shared = key in usual[action] and key in usual[other]
                if other != action and _meet(action, other) and not shared:
                    yield action, key, other


def _meet(one: str, other: str) -> bool:
    """Whether two actions are at hand on the same screen."""
    places = [action.partition(".")[0] if "." in action else "" for action in (one, other)]
    return places[0] == places[1] or "" in places


def named(keys: str) -> tuple[str, ...]:
    """Keys parted by commas, by Textual's names."""
    parts = ",".join(key for key in keys.split(",") if key.strip())
    return tuple(one.key for one in Binding.make_bindings([Binding(parts, "")])) if parts else ()


def widened(keys: tuple[str, ...]) -> tuple[str, ...]:
    """`keys` and what an input method makes of them: １ for 1, 【 for [."""
    return tuple(dict.fromkeys((*keys, *(one for key in keys for one in _wide(key)))))


def _wide(key: str) -> Iterator[str]:
    char = _character(key)
    yield from _WIDE.get(key, _WIDE.get(char, ()))
    if len(char) == 1 and "!" <= char <= "~":
        yield named(chr(ord(char) + _WIDTH))[0]


def _character(key: str) -> str:
    """The character of a key by Textual's name, "" if it has none."""
    return _SIGNS.get(key) or key_to_character(key) or ""


def shown(key: str) -> str:
    """A key as it is named on the screen: `?`, `esc`, `ctrl+r`."""
    *modifiers, bare = key.split("+")
    char = _character(bare) if bare != "space" else ""
    name = _SHOWN.get(bare) or (char if char.isprintable() and char else bare)
    return "+".join([*modifiers, name])
