"""Frozen values taken apart into what marshal can hold, as the types of their fields say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import IntEnum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


class Form(NamedTuple):
    """How a value is taken apart and put together again."""

    flat: Callable[[Any], Any]
    whole: Callable[[Any], Any]


class _Days(dict[int, date]):
    """Dates by their ordinals, each made once: a journal has few days and many events."""

    def __missing__(self, ordinal: int) -> date:
        return self.setdefault(ordinal, date.fromordinal(ordinal))


def _same(value: Any) -> Any:
    return value


_AS_IS = Form(_same, _same)
_SIMPLE = {
    **dict.fromkeys((str, int, float, bool, bytes, NoneType), _AS_IS),
    date: Form(date.toordinal, _Days().__getitem__),
    datetime: Form(datetime.isoformat, datetime.fromisoformat),
}


def form(kind: Any, known: Mapping[Any, Form] | None = None) -> Form:
    """The form of values of a type; of some types it may be `known`.

    Raises:
        TypeError: there is none; it is a new kind of field.
    """
    known = known or _SIMPLE
    if kind in known:
        return known[kind]
    if isinstance(kind, UnionType):
        return _union(kind, {**_SIMPLE, **known})
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return Form(int, kind)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record(kind, {**_SIMPLE, **known})
    return _collection(kind, known)


def _union(kind: UnionType, known: Mapping[Any, Form]) -> Form:
    """One of several records, told apart by a number; or one type, or none."""
    kinds = [one for one in get_args(kind) if one is not NoneType]
    forms = [form(one, known) for one in kinds]
    if all(one is _AS_IS for one in forms):
        return _AS_IS
    if len(kinds) == 1:
        return forms[0]
    if NoneType in get_args(kind):
        raise TypeError(f"{kind} has no form")

    def tagged(value: Any) -> tuple[int, Any]:
        tag = kinds.index(type(value))
        return tag, forms[tag].flat(value)

    wholes = [one.whole for one in forms]
    return Form(tagged, lambda pair: wholes[pair[0]](pair[1]))


def _record(kind: Any, known: Mapping[Any, Form]) -> Form:
    """A dataclass or a named tuple, by its fields; None stays what it is."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else [*kind._fields]
    forms = [form(hints[name], known) for name in names]
    make = _maker(kind, names)
    dear = [(place, one.whole) for place, one in enumerate(forms) if one is not _AS_IS]

    def flat(value: Any) -> tuple[Any, ...]:
        parts = [getattr(value, name) for name in names]
        return tuple(
            [None if p is None else one.flat(p) for p, one in zip(parts, forms, strict=True)]
        )

    def whole(values: tuple[Any, ...]) -> Any:
        parts = [*values]
        for place, read in dear:
            if (part := parts[place]) is not None:
                parts[place] = read(part)
        return make(parts)

    return Form(flat, whole)


def _maker(kind: Any, names: list[str]) -> Callable[[list[Any]], Any]:
    """What makes a record of its fields' values, at half the cost of a frozen class's own way."""
    if not is_dataclass(kind):
        return kind._make  # type: ignore[no-any-return]
    slots = [getattr(kind, name).__set__ for name in names]
    new: Callable[[Any], Any] = kind.__new__

    def make(parts: list[Any]) -> Any:
        one = new(kind)
        for put, part in zip(slots, parts, strict=True):
            put(one, part)
        return one

    return make


def _collection(kind: Any, known: Mapping[Any, Form]) -> Form:
    outer, inner = get_origin(kind), get_args(kind)
    if outer is Mapping and inner[0] is str and form(inner[1], known) is _AS_IS:
        return Form(dict, _same)
    if outer is tuple and form(inner[0], known) is _AS_IS:
        return _AS_IS
    if outer is frozenset:
        flat, whole = form(inner[0], known)
        return Form(lambda value: [*map(flat, value)], lambda items: frozenset(map(whole, items)))
    raise TypeError(f"{kind} has no form")
