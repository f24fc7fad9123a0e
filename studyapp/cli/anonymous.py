"""What `doctor` found, fit to be shown to others: without the names of folders, notes, machines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTES = ("stale", "foreign", "litter", "differing")


def anonymous(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with a word such as `<library>` or `<note 2>` wherever a private name stood."""
    names = _names(facts)
    private = sorted(names, key=len, reverse=True)  # what lies in a folder goes before the folder
    pattern = re.compile("|".join(map(re.escape, private)))
    told = _replaced(facts, pattern, names)
    return {str(key): value for key, value in told.items()}


def _names(facts: Mapping[str, Any]) -> dict[str, str]:
    """What each private name is called instead."""
    shelf, sound = facts["library"], facts["sound"]
    notes = {path for kind in NOTES for path in sound[kind]}
    devices = {Path(one["path"]).stem for one in shelf["journals"]}
    devices |= {Path(name).stem for name in sound["damaged"]}
    folders = {
        "<library>": shelf["path"],
        "<index>": str(Path(shelf["index"]["path"]).parent),
        "<copies>": sound["backups"]["path"],
        "<settings>": str(Path(facts["settings"]).parent),
        "~": str(Path.home()),
    }
    if python := facts["live_code"]["python"]:
        folders["<environment>"] = str(Path(python).parents[1])
    return {
        **{path: f"<note {number}>" for number, path in enumerate(sorted(notes), 1)},
        **{name: f"<device {number}>" for number, name in enumerate(sorted(devices), 1)},
        **{path: name for name, path in folders.items()},
    }


def _replaced(value: Any, pattern: re.Pattern[str], names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(lambda found: names[found[0]], value)
    if isinstance(value, dict):
        replaced = {_replaced(key, pattern, names): one for key, one in value.items()}
        return {key: _replaced(one, pattern, names) for key, one in replaced.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(one, pattern, names) for one in value]
    return value
