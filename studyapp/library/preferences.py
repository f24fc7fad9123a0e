"""Every setting: where it is kept, what it is for, what its values are like."""

from __future__ import annotations

import ast
import inspect
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from studyapp.library.settings import LibrarySettings, Settings
from studyapp.library.typed import described, fits

if TYPE_CHECKING:
    from collections.abc import Mapping

EMPTY = frozenset({"", "none"})
"""Words for no value at all, where a setting may have none."""

_TRAVELLING = frozenset(field.name for field in fields(LibrarySettings))


class Unfit(ValueError):
    """A text that is no value for a setting; `message` leaves out what would be."""

    def __init__(self, setting: Setting, text: str) -> None:
        self.message = f"`{setting.name}` can't be {text!r}"
        super().__init__(f"{self.message}: expected {setting.expected}")
        self.setting = setting


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, or the entry of one that is a table (`weights.nlp`).

    `travels` tells that it is kept with the notes; `hint` is the type of its values.
    """

    key: str
    travels: bool
    doc: str
    default: Any
    hint: Any
    entry: str = ""

    @property
    def base(self) -> str:
        """How it is called: its key; `own.` parts a person's from the notes' of the same key."""
        twin = not self.travels and self.key in _TRAVELLING
        return f"own.{self.key}" if twin else self.key

    @property
    def name(self) -> str:
        """How it is called, with its entry."""
        return f"{self.base}.{self.entry}" if self.entry else self.base

    @property
    def choices(self) -> tuple[Any, ...]:
        """The values there are, if they can be counted up."""
        if get_origin(self.hint) is Literal:
            return get_args(self.hint)
        return (True, False) if self.hint is bool else ()

    @property
    def is_table(self) -> bool:
        """Whether it has entries with names."""
        return self._each is not None

    @property
    def expected(self) -> str:
        """What its values are like."""
        return self._each.expected if self.entry and self._each else described(self.hint)

    @property
    def _each(self) -> Any:
        return get_args(self.hint)[1].each if get_origin(self.hint) is Annotated else None

    def of(self, settings: object) -> Any:
        """Its value in `settings`; of an entry that is not set, None."""
        value = getattr(settings, self.key)
        return value.get(self.entry) if self.entry else value

    def read(self, text: str) -> Any:
        """The value that a text stands for, as TOML or bare; None for none.

        Raises:
            Unfit: it is no value for this setting.
        """
        if text in EMPTY and self.default is None:
            return None
        for value in _meanings(text):
            if self._allows(value):
                return value
        raise Unfit(self, text)

    def _allows(self, value: Any) -> bool:
        if self.entry and self._each:
            return bool(self._each.allows(value))
        return fits(value, self.hint)


def _meanings(text: str) -> list[Any]:
    try:
        return [tomllib.loads(f"value = {text}")["value"], text]
    except tomllib.TOMLDecodeError:
        return [text]


@cache
def preferences() -> Mapping[str, Setting]:
    """All settings by their names: those that travel with the notes, then the person's own."""
    known = (
        Setting(
            field.name,
            kind is LibrarySettings,
            docs[field.name],
            getattr(kind(), field.name),
            hints[field.name],
        )
        for kind in (LibrarySettings, Settings)
        for docs, hints in [(_docs(kind), get_type_hints(kind, include_extras=True))]
        for field in fields(kind)
    )
    return {setting.name: setting for setting in known}


def _docs(kind: type) -> Mapping[str, str]:
    """The docstring that stands below each field of a class."""
    [tree] = ast.parse(inspect.getsource(kind)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def found(name: str) -> Setting:
    """The setting of that name, or the entry of a table; its entry may hold points.

    Raises:
        LookupError: there is none.
    """
    if setting := preferences().get(name):
        return setting
    key, _, entry = name.partition(".")
    setting = preferences().get(key)
    if setting is None or not (entry and setting.is_table):
        raise LookupError(f"no setting is called `{name}`")
    return replace(setting, entry=entry)


def changed(setting: Setting, settings: object, value: Any) -> Any:
    """What to write for the setting's key so that it has `value`; None takes it out."""
    if not setting.entry:
        return list(value) if isinstance(value, tuple) else value
    entries = {**getattr(settings, setting.key), setting.entry: value}
    kept = {name: one for name, one in entries.items() if one is not None}
    return kept or None
