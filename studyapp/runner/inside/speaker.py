"""A child's voice: events to the zygote, Python's own streams among them."""

from __future__ import annotations

import io
import os
import time
from typing import Any, Callable  # noqa: UP035  Python 3.9

from .frames import Channel, encode, encode_json

MOST_TEXT = 256 * 1024
"""Characters a snippet may print."""

_CHUNK = 8 * 1024
_PAUSE = 0.05


class Speaker:
    """Writes events to the pipe that the zygote relays; mute while earlier blocks run."""

    def __init__(self, pipe: int, *, on_flood: Callable[[], None]) -> None:
        self.line: int | None = None
        self.mute = False
        self.said = False
        """Something was printed while not mute."""
        self._pipe = pipe
        self._owner = os.getpid()
        self._on_flood = on_flood
        self._pending: list[str] = []
        self._size = 0
        self._total = 0
        self._flushed = 0.0
        self.heard: list[str] = []
        """What the statement at hand printed, for its claims; cleared by `listen`."""

    def say(self, event: str, **fields: Any) -> None:
        """Send one event after all text printed before it."""
        self.flush()
        self._send(event, fields)

    def warn(self, message: str) -> None:
        """Say that the statement at hand works otherwise than its words."""
        if not self.mute:
            self.say("warned", line=self.line, message=message)

    def listen(self, line: int | None) -> None:
        """Begin a statement at `line`."""
        self.flush()
        self.line = line
        self.heard.clear()

    def write(self, text: str) -> None:
        """Print; what has waited for a moment is sent, so that a long run is seen to go on."""
        if self.mute or not text:
            return
        self.said = True
        self._total += len(text)
        room = MOST_TEXT - (self._total - len(text))
        self._pending.append(text[:room])
        self.heard.append(text[:room])
        self._size += min(len(text), room)
        if self._total > MOST_TEXT:
            self.flush()
            self._on_flood()
        if self._size >= _CHUNK or time.monotonic() - self._flushed > _PAUSE:
            self.flush()

    def flush(self) -> None:
        """Send the text that waits, in pieces that fit a frame."""
        text = "".join(self._pending)
        self._pending.clear()
        self._size = 0
        for start in range(0, len(text), _CHUNK):
            self._send("output", {"line": self.line, "text": text[start : start + _CHUNK]})
        self._flushed = time.monotonic()

    def close(self) -> None:
        """Say that this was all."""
        self._write(encode(Channel.CHILD, b""))

    def _send(self, event: str, fields: dict[str, Any]) -> None:
        self._write(encode_json(Channel.CHILD, {"event": event, **fields}))

    def _write(self, frame: bytes) -> None:
        if os.getpid() != self._owner:  # a process that the snippet forked has no say
            return
        view = memoryview(frame)
        while view:
            view = view[os.write(self._pipe, view) :]


class Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of a snippet."""

    encoding = "utf-8"

    def __init__(self, speaker: Speaker, descriptor: int) -> None:
        self._speaker = speaker
        self.buffer = io.FileIO(descriptor, "w", closefd=False)

    def fileno(self) -> int:
        """The descriptor that C code writes to."""
        return self.buffer.fileno()

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, text: str) -> int:
        """Print `text`; answers its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._speaker.write(text)
        return len(text)

    def flush(self) -> None:
        """Nothing waits here: the speaker sends by itself."""
