"""The zygote's end of the wire to the client."""

from __future__ import annotations

import os
import select
from typing import Any

from .frames import Channel, Decoder, decode_json, encode_json

_PIECE = 1 << 16


class Hangup(Exception):
    """The client closed its end; time to go."""


class Link:
    """Frames out, messages in."""

    def __init__(self, source: int, sink: int) -> None:
        self.source = source
        self.sink = sink
        self._decoder = Decoder()
        self._waiting: list[dict[str, Any]] = []

    @classmethod
    def take_stdio(cls) -> Link:
        """The link on standard input and output, which from now on lead nowhere."""
        link = cls(os.dup(0), os.dup(1))
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        return link

    def send(self, message: dict[str, Any]) -> None:
        """Say something of the zygote's own."""
        self.relay(encode_json(Channel.CONTROL, message))

    def relay(self, frame: bytes) -> None:
        """Write one frame whole."""
        view = memoryview(frame)
        while view:
            view = view[os.write(self.sink, view) :]

    def receive(self, timeout: float | None) -> dict[str, Any] | None:
        """The next message; None if none comes in `timeout` seconds (None: wait for it)."""
        while not self._waiting:
            if not select.select([self.source], [], [], timeout)[0]:
                return None
            self._read()
        return self._waiting.pop(0)

    def take(self) -> list[dict[str, Any]]:
        """Read once, and answer with all messages that wait."""
        self._read()
        return self.taken()

    def taken(self) -> list[dict[str, Any]]:
        """All messages that were read already, along with another."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def keep(self, message: dict[str, Any]) -> None:
        """Put a message back, to be received later."""
        self._waiting.append(message)

    def _read(self) -> None:
        data = os.read(self.source, _PIECE)
        if not data:
            raise Hangup
        self._waiting += [decode_json(payload) for _, payload in self._decoder.feed(data)]

    def close(self) -> None:
        """Let go of both descriptors, as a child must."""
        os.close(self.source)
        os.close(self.sink)
