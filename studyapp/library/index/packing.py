"""Whole notes as bytes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studyapp.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping


def pack(note: Note) -> bytes:
    """A note as bytes."""
    target = io.BytesIO()
    packer = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _REDUCERS
    packer.dump(note)
    return target.getvalue()


def unpack(data: bytes) -> Note:
    """The note that was packed.

    Raises:
        pickle.UnpicklingError: the bytes are not of this program's making.
    """
    try:
        note = _Unpacker(io.BytesIO(data)).load()
    except AttributeError as error:
        raise pickle.UnpicklingError(str(error)) from error
    if not isinstance(note, Note):
        raise pickle.UnpicklingError("it is no note")
    return note


def frozen(values: dict[str, str | None]) -> Mapping[str, str | None]:
    """A mapping that nobody changes."""
    return MappingProxyType(values)


class _Reducers(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """How objects are taken apart: dataclasses into what makes them anew.

    Their own way asks each of them for its fields again, which takes thrice the time.
    """

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [one.name for one in fields(kind)]
        self[kind] = lambda one: (kind, tuple([getattr(one, name) for name in names]))
        return self[kind]


_REDUCERS = _Reducers({MappingProxyType: lambda one: (frozen, (dict(one),))})


class _Unpacker(pickle.Unpickler):
    """Makes notes and what they consist of, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Find a class by its name.

        Raises:
            pickle.UnpicklingError: no note consists of that.
        """
        ours = module.startswith("studyapp.notes.") or (module, name) == (__name__, "frozen")
        if not (ours or (module, name) == ("datetime", "date")):
            raise pickle.UnpicklingError(f"no note has a {module}.{name}")
        return super().find_class(module, name)
