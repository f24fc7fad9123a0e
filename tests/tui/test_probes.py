"""What a run leaves to be asked, from hand-made events."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.runner import SCRATCH, Event, Failure, Figure, Finished, Output, Value
from studyapp.study.prediction import Came, Subject
from studyapp.tui import probes
from studyapp.tui.opener import Gallery, NoOpener
from studyapp.tui.widgets.trace import Trace

if TYPE_CHECKING:
    from pathlib import Path


def value(name: str, line: int = 1, **details: Any) -> Value:
    return Value(line, name, f"float32 {name}", details)


LEAF = value("x", shape=[2], leaf=True)
PART = value("y", shape=[2], grad_fn="Mul")
LOSS = value("loss", shape=[], grad_fn="Sum")
END = Finished("ok", "", 0.1)


@pytest.mark.parametrize(
    ("events", "loss", "root"),
    [
        ((LEAF, PART, LOSS, END), "loss", "loss"),
        ((LEAF, LOSS, PART), "loss", "loss"),
        ((LEAF, PART), "", "y"),
        ((LEAF,), "", ""),
        ((value("x.sum()", shape=[], grad_fn="Sum"), PART), "", "y"),
        ((), "", ""),
    ],
)
def test_the_last_scalar_is_what_gradients_flow_back_from(
    events: tuple[Event, ...], loss: str, root: str
) -> None:
    """A scalar with a history comes first; an expression without a name can't be asked about."""
    trace = Trace(events)
    assert (probes.loss(trace, "loss = y.sum()"), probes.root(trace)) == (loss, root)


@pytest.mark.parametrize("code", ["loss.backward()", "torch.autograd.grad(loss, x)"])
def test_who_went_back_already_is_not_asked_again(code: str) -> None:
    """Neither after code that calls backward itself nor after a scratch line that did."""
    assert not probes.loss(Trace((LOSS,)), code)
    assert not probes.loss(Trace((LOSS,), (code,)), "loss = y.sum()")


def test_what_a_line_gave_is_told_for_judging() -> None:
    """Shape, numbers and output of the statement's own lines, and any error."""
    tensor = value("y", 2, shape=[3], dtype="float32", values="[1., 2., 3.]")
    asked = Subject(2, 3, "y = f(x)")
    assert probes.came(Trace((LEAF, tensor, END)), asked) == Came(
        shape=(3,), dtype="float32", values="[1., 2., 3.]", text="float32 y"
    )
    assert probes.came(Trace((Output(3, "a"), Output(3, "b\n"))), asked) == Came(text="ab\n")
    assert probes.came(Trace((Failure(9, "ValueError", "m"),)), asked).raised == "ValueError"
    assert not probes.came(Trace((Failure(SCRATCH, "ValueError", "m"),)), asked).raised


def test_the_last_figure_is_the_one_to_open() -> None:
    """Of several figures the last, of none none."""
    first, last = (Figure(n, b"", n, n) for n in (1, 2))
    assert probes.figure(Trace((first, last, END))) is last
    assert probes.figure(Trace((END,))) is None


def test_without_a_display_a_picture_says_where_it_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The file can be fetched from there by hand, and is gone with the gallery."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    gallery = Gallery()
    with pytest.raises(NoOpener) as refused:
        gallery.open(b"png")
    assert refused.value.path.read_bytes() == b"png"
    assert refused.value.path.stat().st_mode & 0o077 == 0
    gallery.close()
    assert not list(tmp_path.iterdir())


def test_the_systems_program_gets_the_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where there is a display, its opener is called with the file."""
    told = tmp_path / "told"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\ncat "$1" > {told}.part && mv {told}.part {told}\n', "utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("sys.platform", "linux")
    gallery = Gallery()
    gallery.open(b"png")
    for _ in range(500):
        if told.exists():
            break
        sleep(0.01)
    assert told.read_bytes() == b"png"
    gallery.close()
