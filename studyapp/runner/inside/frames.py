"""The wire between the processes: length-checked frames, decoded without any I/O.

A frame is four bytes of length (big-endian, channel included), one byte of channel, and the
payload. The zygote relays what a child writes without reading it; so the channel, which only
the zygote sets, tells its own words from a snippet's.
"""

from __future__ import annotations

import json
import struct
from enum import IntEnum
from typing import Any, Iterator, Tuple  # noqa: UP035  Python 3.9 evaluates the alias below

LARGEST = 1 << 20
"""Bytes of channel and payload; a longer frame is an error on either side."""

_HEAD = struct.Struct("!I")


class Channel(IntEnum):
    """Who speaks."""

    CONTROL = 1
    """The zygote or the client itself, in JSON."""
    CHILD = 2
    """A snippet's process, in what should be JSON."""
    OUTPUT = 3
    """Bytes written past Python's own streams."""


class FrameError(ValueError):
    """Bytes that are no frame; the stream can't be read on."""


Frame = Tuple[Channel, bytes]  # noqa: UP006  as above


def encode(channel: Channel, payload: bytes) -> bytes:
    """One frame on the wire."""
    if len(payload) >= LARGEST:
        raise FrameError(f"{len(payload)} bytes are too many for a frame")
    return _HEAD.pack(len(payload) + 1) + bytes([channel]) + payload


def encode_json(channel: Channel, message: Any) -> bytes:
    """One frame that carries `message` as JSON, lone surrogates escaped."""
    return encode(channel, json.dumps(message).encode())


def decode_json(payload: bytes) -> dict[str, Any]:
    """The object in a payload; anything else raises `FrameError`."""
    try:
        message = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise FrameError(f"no JSON: {error}") from error
    if not isinstance(message, dict):
        raise FrameError("no JSON object")
    return message


class Decoder:
    """Bytes in, frames out, in whatever pieces they arrive."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the frames that `data` completes; raise `FrameError` at the first bad one."""
        rest = self._rest
        rest += data
        while len(rest) >= _HEAD.size:
            (length,) = _HEAD.unpack_from(rest)
            if not 1 <= length <= LARGEST:
                raise FrameError(f"a frame of {length} bytes")
            end = _HEAD.size + length
            if len(rest) < end:
                return
            body = bytes(rest[_HEAD.size : end])
            del rest[:end]
            yield _frame(body)


def _frame(body: bytes) -> Frame:
    try:
        return Channel(body[0]), body[1:]
    except ValueError as error:
        raise FrameError(f"no channel {body[0]}") from error
