"""A disk that breaks at one of its steps: the process dies there, or the step is refused."""

from __future__ import annotations

import errno
import os
import signal
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from studyapp.library.disk import Disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

How = Literal["", "before", "halfway", "after", "ENOSPC", "EIO", "short"]
KILLS: tuple[How, ...] = ("before", "halfway", "after")
ERRORS: tuple[How, ...] = ("ENOSPC", "EIO", "short")


@dataclass(frozen=True)
class Plan:
    """Break at the `nth` of all steps, counted from 0; with "" nowhere."""

    nth: int = -1
    how: How = ""


class Breaking(Disk):
    """The real disk until the planned step; `steps` names those that were reached."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan or Plan()
        self.steps: list[str] = []
        self._places: dict[int, str] = {}

    def make_folder(self, path: Path) -> None:
        self._reach(f"{_place(path)} make folder", super().make_folder, path)

    def create(self, path: Path, mode: int = 0o600) -> int:
        return self._opened(path, "create", partial(super().create, mode=mode))

    def reserve(self, folder: Path) -> int:
        handle: int = self._reach("note reserve", super().reserve, folder)
        self._places[handle] = "note"
        return handle

    def name(self, handle: int, path: Path) -> None:
        self._reach(f"{_place(path)} name", super().name, handle, path)

    def extend(self, path: Path) -> int:
        return self._opened(path, "open", super().extend)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        step = f"{self._places[handle]} write"
        done: int = self._reach(step, super().write, handle, data)
        return done

    def set_mode(self, handle: int, mode: int) -> None:
        self._reach(f"{self._places[handle]} set mode", super().set_mode, handle, mode)

    def sync(self, handle: int) -> None:
        self._reach(f"{self._places[handle]} sync", super().sync, handle)

    def truncate(self, handle: int, size: int) -> None:
        self._reach(f"{self._places[handle]} truncate", super().truncate, handle, size)

    def rename(self, old: Path, new: Path) -> None:
        self._reach(f"{_place(new)} rename", super().rename, old, new)

    def link(self, old: Path, new: Path) -> None:
        self._reach(f"{_place(new)} link", super().link, old, new)

    def remove(self, path: Path) -> None:
        self._reach(f"{_place(path)} remove", super().remove, path)

    def sync_folder(self, folder: Path) -> None:
        self._reach(f"{_place(folder)} sync folder", super().sync_folder, folder)

    def _opened(self, path: Path, verb: str, act: Callable[[Path], int]) -> int:
        handle: int = self._reach(f"{_place(path)} {verb}", act, path)
        self._places[handle] = _place(path)
        return handle

    def _reach(self, step: str, act: Callable[..., Any], *arguments: Any) -> Any:
        how = self.plan.how if len(self.steps) == self.plan.nth else ""
        self.steps.append(step)
        if how in {"ENOSPC", "EIO"}:
            number = getattr(errno, how)
            raise OSError(number, os.strerror(number))
        if how in {"halfway", "short"} and step.endswith("write"):
            handle, data = arguments
            taken = act(handle, data[: len(data) // 2])
            if how == "short":
                return taken
        elif how != "before":
            result = act(*arguments)
        if how in KILLS:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def _place(path: Path) -> str:
    """What a path belongs to: the journal, the rest of the library's own folder, or a note."""
    parts = path.parts
    if "journal" in parts:
        return "journal"
    return "own" if ".studyapp" in parts else "note"
