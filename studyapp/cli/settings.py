"""The settings, read and set: `settings list`, `settings get`, `settings set`."""

from __future__ import annotations

import json as jsons
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import completion, output
from studyapp.cli.opened import disk, located, opened, own_settings
from studyapp.cli.options import as_json, clock, examples, library_option
from studyapp.library.own import change_own
from studyapp.library.paths import MARK, library_root, settings_file
from studyapp.library.preferences import Unfit, changed, found, preferences
from studyapp.library.settings import read_library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.preferences import Setting
    from studyapp.library.settings import LibrarySettings

_TWO = ("kept with the notes", "your own")


class Listing(click.Group):
    """A group whose default verb is `list`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, `list` being understood."""
        if not args or (args[0] not in self.commands and args[0] not in {"-h", "--help"}):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=Listing,
    epilog=examples(
        "studyapp settings",
        "studyapp settings get interview --library ~/notes",
        "studyapp settings set weights.leetcode 0",
        "studyapp settings set theme nord",
        "studyapp settings set keys.study.run ctrl+e",
    ),
)
def settings() -> None:
    """List, get and set what is kept with the notes, and what is your own."""


@settings.command("list", epilog=examples("studyapp settings list --library ~/notes"))
@library_option
@as_json
def list_(library: Path | None, json: bool) -> None:
    """Every setting, its value, what it is for."""
    both = _travelling(library), own_settings()
    known = [(one, one.of(both[not one.travels])) for one in preferences().values()]
    if json:
        output.emit([_as_json(setting, value) for setting, value in known])
        return
    for travels, title in zip((True, False), _TWO, strict=True):
        output.line(f"{title}: {_file(travels=travels, library=library)}\n")
        for setting, value in known:
            if setting.travels == travels:
                sign = " " if value == setting.default else "*"
                output.line(f"{sign} {setting.name:17} {_shown(value):12}  {setting.doc}")
        output.line("")


@settings.command(epilog=examples("studyapp settings get scheduler --library ~/notes"))
@click.argument("key", shell_complete=completion.keys)
@library_option
@as_json
def get(key: str, library: Path | None, json: bool) -> None:
    """The value of KEY; of a table also a single entry, as in weights.leetcode."""
    setting = _named(key)
    value = setting.of(_travelling(library) if setting.travels else own_settings())
    if json:
        output.emit(_as_json(setting, value))
    else:
        output.line(_shown(value))


@settings.command(
    "set",
    epilog=examples(
        "studyapp settings set minutes_per_day 30 --library ~/notes",
        "studyapp settings set theme textual-light",
    ),
)
@click.argument("key", shell_complete=completion.keys)
@click.argument("value", shell_complete=completion.values)
@library_option
@as_json
@clock
def set_(key: str, value: str, library: Path | None, json: bool, now: datetime) -> None:
    """Set KEY to VALUE, bare or in TOML; `none` takes it back to its default.

    Comments and the other settings in the file stay as they are.
    """
    setting = _named(key)
    try:
        new = None if value == "none" else setting.read(value)
    except Unfit as error:
        place = _file(travels=setting.travels, library=library)
        raise click.ClickException(f"{place}: {error}") from error
    try:
        _keep(setting, new, library, now)
    except OSError as error:
        raise click.ClickException(f"it can't be kept: {error.strerror or error}") from error
    if json:
        output.emit(_as_json(setting, setting.default if new is None else new))
    else:
        output.line(f"{setting.name} = {_shown(setting.default if new is None else new)}")


def _keep(setting: Setting, value: Any, library: Path | None, now: datetime) -> None:
    """Write it; the notes say at once what follows from a setting that travels with them."""
    if not setting.travels:
        change_own(settings_file(), setting.key, lambda own: changed(setting, own, value), disk())
        return
    shelf = opened(library, now)
    shelf.choose(setting.key, changed(setting, shelf.settings, value), now)
    if healed := shelf.settle(now).healed:
        output.say(f"{len(healed)} notes have new review values")


def _named(key: str) -> Setting:
    try:
        return found(key)
    except LookupError as error:
        raise click.ClickException(f"{error.args[0]}; `studyapp settings` lists them") from error


def _travelling(library: Path | None) -> LibrarySettings:
    told, problems = read_library(library_root(located(library))[0])
    for problem in problems:
        output.say(str(problem))
    return told


def _file(*, travels: bool, library: Path | None) -> Path:
    return (
        library_root(located(library))[0] / MARK / "settings.toml" if travels else settings_file()
    )


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value or "–"
    return "–" if value in (None, (), {}) else jsons.dumps(_plain(value), ensure_ascii=False)


def _as_json(setting: Setting, value: Any) -> Mapping[str, Any]:
    return {
        "key": setting.name,
        "value": _plain(value),
        "default": _plain(setting.default) if not setting.entry else None,
        "expected": setting.expected,
        "kept": "library" if setting.travels else "own",
        "doc": setting.doc,
    }
