"""Which system calls a snippet may make: a classic BPF program, judged by the kernel.

Numbers: Linux `arch/x86/entry/syscalls/syscall_64.tbl` and `include/uapi/asm-generic/unistd.h`.
"""

from __future__ import annotations

import errno
import os
import platform
import struct
from typing import Iterator, Mapping, NamedTuple  # noqa: UP035  Python 3.9

from . import kernel


class Machine(NamedTuple):
    """What the program must know of a processor."""

    mark: int
    """AUDIT_ARCH of its own 64-bit calls."""
    column: int
    """Which of the two numbers of a call is its."""


_MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}

_KERNEL: Mapping[str, tuple[int, int]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "open_by_handle_at": (304, 265),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
}
"""No note needs these: they lead around other walls, to the kernel's less trodden parts, or to
memory that outlives whoever asked for it."""

_OUTSIDE: Mapping[str, tuple[int, int]] = {
    "socket": (41, 198),
    "chmod": (90, 52),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, 55),
    "fchown": (93, 55),
    "lchown": (94, 55),
    "fchownat": (260, 54),
    "utime": (132, 88),
    "utimes": (235, 88),
    "futimesat": (261, 88),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "pidfd_send_signal": (424, 424),
}
"""What reaches files or processes that Landlock leaves open; namespaces hide them altogether."""

_CLONE, _CLONE3 = (56, 220), (435, 435)
_NEW_NAMESPACES = 0x7E020000
_ON_OTHERS = ((302, 261), (203, 122), (314, 274), (144, 119), (142, 118))
"""prlimit64 and sched_set{affinity,attr,scheduler,param}: the first argument is a process."""
_SIGNALS = ((62, 129), (234, 131), (200, 130), (129, 138), (297, 240))
"""kill, tgkill, tkill, rt_sigqueueinfo, rt_tgsigqueueinfo: likewise."""
_FCNTL, _IOCTL = (72, 25), (16, 29)
_SET_OWNER = {_FCNTL: (8, 15), _IOCTL: (0x8901, 0x8902)}
"""Whom a descriptor sends signals; the second argument says that this is asked."""

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_REFUSE = 0x00050000
_NUMBER, _MARK, _ARGUMENTS = 0, 4, 16
_FOREIGN = 0x40000000
"""Numbers from here on are another ABI's (x32)."""


def known() -> bool:
    """Whether there is a program for this machine's processor."""
    return platform.machine() in _MACHINES and struct.calcsize("P") == struct.calcsize("Q")


def restrict(*, outside: bool, signals: bool) -> None:
    """Refuse this process such calls for good.

    `outside`: also those that reach beyond it where no namespace keeps it apart; `signals`: also
    signals to anyone but itself. Raises OSError where the kernel has no filters.
    """
    machine = _MACHINES[platform.machine()]
    kernel.renounce()
    kernel.set_filter(b"".join(_program(machine, outside=outside, signals=signals)))


def _program(machine: Machine, *, outside: bool, signals: bool) -> Iterator[bytes]:
    column = machine.column
    yield from (_step(_LOAD, _MARK), _step(_EQUAL, machine.mark, 1, 0), _step(_RETURN, _KILL))
    yield _step(_LOAD, _NUMBER)
    yield from (_step(_AT_LEAST, _FOREIGN, 0, 1), _refuse(errno.ENOSYS))
    # Its flags lie in memory, unseen from here; libraries fall back on `clone`.
    yield from (_step(_EQUAL, _CLONE3[column], 0, 1), _refuse(errno.ENOSYS))
    for numbers in (*_KERNEL.values(), *(_OUTSIDE.values() if outside else ())):
        yield from (_step(_EQUAL, numbers[column], 0, 1), _refuse(errno.EPERM))
    yield from (_step(_EQUAL, _CLONE[column], 0, 4), _step(_LOAD, _ARGUMENTS))
    yield from (_step(_ANY_BIT, _NEW_NAMESPACES, 0, 1), _refuse(errno.EPERM))
    yield _step(_RETURN, _ALLOW)
    for numbers in _ON_OTHERS:
        yield from _only_itself(numbers[column], 0)
    for numbers in _SIGNALS if signals else ():
        yield from _only_itself(numbers[column], os.getpid())
    for numbers, commands in _SET_OWNER.items() if outside else ():
        yield from _unless(numbers[column], commands)
    yield _step(_RETURN, _ALLOW)


def _only_itself(number: int, process: int) -> Iterator[bytes]:
    """A call is allowed if its first argument is 0 or `process`."""
    yield from (_step(_EQUAL, number, 0, 5), _step(_LOAD, _ARGUMENTS))
    yield from (_step(_EQUAL, 0, 1, 0), _step(_EQUAL, process, 0, 1))
    yield from (_step(_RETURN, _ALLOW), _refuse(errno.EPERM))


def _unless(number: int, commands: tuple[int, int]) -> Iterator[bytes]:
    """A call is refused if its second argument is one of `commands`."""
    yield from (_step(_EQUAL, number, 0, 5), _step(_LOAD, _ARGUMENTS + 8))
    yield from (_step(_EQUAL, commands[0], 1, 0), _step(_EQUAL, commands[1], 0, 1))
    yield from (_refuse(errno.EPERM), _step(_RETURN, _ALLOW))


def _refuse(number: int) -> bytes:
    return _step(_RETURN, _REFUSE | number)


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_so, if_not, value)
