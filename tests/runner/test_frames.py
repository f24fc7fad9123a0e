import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.inside.frames import (
    LARGEST,
    Channel,
    Decoder,
    FrameError,
    decode_json,
    encode,
    encode_json,
)

FRAMES = st.lists(st.tuples(st.sampled_from(Channel), st.binary(max_size=300)))


@given(FRAMES, st.integers(1, 64))
def test_frames_survive_any_cut_of_the_stream(
    frames: list[tuple[Channel, bytes]], size: int
) -> None:
    """What was encoded is decoded again, in whatever pieces it arrives."""
    stream = b"".join(encode(channel, payload) for channel, payload in frames)
    decoder = Decoder()
    pieces = (stream[at : at + size] for at in range(0, len(stream), size))
    assert [frame for piece in pieces for frame in decoder.feed(piece)] == frames


@given(st.lists(st.binary(max_size=200)))
def test_arbitrary_bytes_end_in_frames_or_in_a_frame_error(pieces: list[bytes]) -> None:
    """No bytes make the decoder fail otherwise, and it never holds more than one frame."""
    decoder = Decoder()
    try:
        for piece in pieces:
            for _, payload in decoder.feed(piece):
                assert len(payload) < LARGEST
    except FrameError:
        pass


@given(st.binary(max_size=200))
def test_arbitrary_payloads_are_objects_or_refused(payload: bytes) -> None:
    """A payload that is no JSON object raises the one error that callers expect."""
    with contextlib.suppress(FrameError):
        assert isinstance(decode_json(payload), dict)


def test_a_length_beyond_the_largest_is_refused_before_it_is_awaited() -> None:
    """Four bytes that promise gigabytes are an error at once."""
    with pytest.raises(FrameError):
        list(Decoder().feed(b"\xff\xff\xff\xff"))


def test_json_of_endless_nesting_is_refused() -> None:
    """Brackets deeper than Python's stack are a frame error, no crash."""
    with pytest.raises(FrameError):
        decode_json(b'{"a":' + b"[" * 200_000)


def test_a_lone_surrogate_travels() -> None:
    """Text that is no valid Unicode can still be framed."""
    ((_, payload),) = Decoder().feed(encode_json(Channel.CHILD, {"text": "\ud800"}))
    assert decode_json(payload) == {"text": "\ud800"}
