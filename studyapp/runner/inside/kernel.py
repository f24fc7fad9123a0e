"""System calls that Python has no name for: namespaces, capabilities, Landlock, filters."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

MAY_READ_ALL = 1 << 2
"""CAP_DAC_READ_SEARCH: modes do not keep one from reading."""

_PROCESSES = 0x20000000
_SAME_MOUNT = 1 << 1 | 1 << 2 | 1 << 5
"""MS_NOSUID, MS_NODEV, MS_REMOUNT."""
_DIE_WITH_PARENT = 1
_KEEP_CAPABILITIES = 8
_FILTER = 22
_ADOPT_ORPHANS = 36
_NO_NEW_PRIVILEGES = 38
_MODE_FILTER = 2
_CAPABILITIES_VERSION = 0x20080522

_library = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(signal: int) -> None:
    """Be sent `signal` when the parent ends."""
    _prctl(_DIE_WITH_PARENT, signal)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends."""
    _prctl(_ADOPT_ORPHANS, 1)


def keep_capabilities() -> None:
    """Let a change of user leave the permitted capabilities."""
    _prctl(_KEEP_CAPABILITIES, 1)


def renounce() -> None:
    """Gain nothing from any program from now on; what Landlock and filters demand."""
    _prctl(_NO_NEW_PRIVILEGES, 1)


def set_filter(program: bytes) -> None:
    """Let a classic BPF program judge each system call from now on."""
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    _prctl(_FILTER, _MODE_FILTER, header)


def part_processes() -> None:
    """Let the children from now on be in a new process namespace; the next is its first."""
    _check(_library.unshare(_PROCESSES) if _library else 0)


def rejoin_processes() -> None:
    """Let the children from now on be in this process's own namespace again."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        _check(_library.setns(own, _PROCESSES) if _library else 0)
    finally:
        os.close(own)


def limit_entries(folder: str, count: int) -> None:
    """Let a file system in memory hold so many files and folders; each takes a KiB unseen."""
    if _library:
        options = f"nr_inodes={count}".encode()
        _check(_library.mount(None, folder.encode(), None, ctypes.c_ulong(_SAME_MOUNT), options))


def set_capabilities(kept: int = 0) -> None:
    """Give up every capability but those whose bits are in `kept`."""
    header = struct.pack("Ii", _CAPABILITIES_VERSION, 0)
    _check(_library.capset(header, struct.pack("6I", kept, kept, 0, 0, 0, 0)) if _library else 0)


def call(number: int, *arguments: int | bytes | None) -> int:
    """A system call by its number.

    Raises:
        OSError: the kernel refuses, or does not know it.
    """
    if not _library:
        raise OSError("no Linux")
    wide = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    return _check(_library.syscall(ctypes.c_long(number), *wide))


def _prctl(option: int, *arguments: int | bytes) -> None:
    if _library:
        wide = [ctypes.c_ulong(one) if isinstance(one, int) else one for one in arguments]
        rest = [ctypes.c_ulong(0)] * (4 - len(wide))
        _check(_library.prctl(option, *wide, *rest))


def _check(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
