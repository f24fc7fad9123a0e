"""The other process as the client holds it: started, written to, read by a thread."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
from queue import Empty, SimpleQueue
from typing import IO, TYPE_CHECKING, Any

from studyapp.runner.inside.frames import (
    Channel,
    Decoder,
    Frame,
    FrameError,
    decode_json,
    encode_json,
)
from studyapp.runner.inside.processes import kill as end
from studyapp.runner.inside.scratch import remove

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.runner.sandbox import Level

_PIECE = 1 << 16
_COMPLAINT = 2000


class Process:
    """A zygote behind its pipes; `settled` calls back when it is ready or has ended before."""

    def __init__(self, level: Level, settled: Callable[[Process], None]) -> None:
        self.level = level
        self.ready: dict[str, Any] | None = None
        """What it said of itself when it was ready."""
        self.ended = threading.Event()
        self._settled = settled
        self._frames: SimpleQueue[Frame | None] = SimpleQueue()
        self._writing = threading.Lock()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed with the process
        try:
            self._popen = _popen(level, self._errors)
        except OSError:
            self._tidy()
            raise
        self._reader = threading.Thread(target=self._read, name="runner", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process that was started here: the sandbox, or the zygote itself."""
        return self._popen.pid

    def send(self, message: dict[str, Any]) -> None:
        """Write one message; a process that has gone is noticed by its silence."""
        view = memoryview(encode_json(Channel.CONTROL, message))
        with self._writing, contextlib.suppress(OSError, ValueError):
            while view:
                view = view[os.write(self._stdin, view) :]

    def receive(self, timeout: float) -> Frame | None:
        """The next frame; None after `timeout` seconds, or when the process has ended."""
        with contextlib.suppress(Empty):
            return self._frames.get(timeout=timeout)
        return None

    def complaint(self) -> str:
        """The end of what the process wrote on its standard error."""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - _COMPLAINT))
        return self._errors.read().decode("utf-8", "replace").strip()

    def kill(self) -> None:
        """End it and all its children now."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self._popen.poll() is None:
                strays = [] if self.level.apart else _family(self._popen.pid)
                os.killpg(self._popen.pid, signal.SIGKILL)
                for pid in strays:
                    end(pid)
        self._popen.wait()
        self.ended.set()

    def close(self) -> None:
        """End it and let go of everything."""
        self.kill()
        # A zygote that outlived its sandbox still holds the pipe: it ends when it is hung up on.
        with self._writing:
            if self._popen.stdin:
                self._popen.stdin.close()
        if threading.current_thread() is not self._reader:
            self._reader.join()
        if self._popen.stdout:
            self._popen.stdout.close()
        self._tidy()

    def _tidy(self) -> None:
        self._errors.close()
        if self.level.scratch:
            remove([str(self.level.scratch)])

    @property
    def _stdin(self) -> int:
        return self._popen.stdin.fileno() if self._popen.stdin else -1

    def _read(self) -> None:
        decoder = Decoder()
        source = self._popen.stdout.fileno() if self._popen.stdout else -1
        with contextlib.suppress(FrameError, OSError):
            while data := os.read(source, _PIECE):
                for frame in decoder.feed(data):
                    self._sort(frame)
        self.kill()
        self._frames.put(None)
        if self.ready is None:
            self._settled(self)

    def _sort(self, frame: Frame) -> None:
        channel, payload = frame
        if self.ready is None and channel is Channel.CONTROL:
            self.ready = decode_json(payload).get("ready", {})
            self._settled(self)
        else:
            self._frames.put(frame)


def _family(pid: int) -> list[int]:
    """What it has started: where no namespace ends with it, each has to be ended by itself."""
    import psutil  # noqa: PLC0415  for the weaker levels alone

    try:
        return [one.pid for one in psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _popen(level: Level, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    if level.scratch:
        level.scratch.mkdir(mode=0o700, exist_ok=True)
    return subprocess.Popen(
        level.command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=level.environment,
        cwd="/",
        bufsize=0,
        start_new_session=True,
    )
