"""Landlock: the kernel's own walls around one process and its children, without privileges.

It governs files that are opened, made, removed or run, but not what `stat` tells or `chmod`
changes; TCP but no other socket; and from ABI 6 on signals. What it leaves open, `filters` closes.
"""

from __future__ import annotations

import os
import struct
from typing import Iterable  # noqa: UP035  Python 3.9

from . import kernel

SCOPES = 6
"""The first ABI that holds back signals."""

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_ASK_VERSION = 1
_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_READ = _EXECUTE | _READ_FILE | _READ_FOLDER
_TRUNCATE, _DEVICE_CONTROL = 1 << 14, 1 << 15
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _DEVICE_CONTROL
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16, 6: 16}
"""How many rights on files an ABI knows; each is one bit."""
_NETWORK_ABI = 4
_NETWORK = 0b11
_SCOPED = 0b11
_SIZES = {1: 8, 2: 8, 3: 8, 4: 16, 5: 16, 6: 24}


def abi() -> int:
    """The version that this kernel speaks, at most the newest known here; 0 without Landlock."""
    try:
        return min(kernel.call(_CREATE, None, 0, _ASK_VERSION), max(_SIZES))
    except OSError:
        return 0


def confine(version: int, readable: Iterable[str], writable: Iterable[str]) -> None:
    """Close all but these files and folders to this process, with the rights of ABI `version`.

    What does not exist is left out. Raises OSError where the kernel refuses.
    """
    handled = (1 << _FILE_RIGHTS[version]) - 1
    network = _NETWORK if version >= _NETWORK_ABI else 0
    scoped = _SCOPED if version >= SCOPES else 0
    rules = struct.pack("QQQ", handled, network, scoped)[: _SIZES[version]]
    ruleset = kernel.call(_CREATE, rules, len(rules), 0)
    try:
        for path in readable:
            _allow(ruleset, path, _READ)
        for path in writable:
            _allow(ruleset, path, handled)
        kernel.renounce()
        kernel.call(_RESTRICT, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights &= -1 if os.path.isdir(path) else _ON_FILES  # noqa: PTH112  follows links, as above
        kernel.call(_ADD_RULE, ruleset, _BENEATH, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)
