"""What a snippet can reach: nearly nothing, where bubblewrap works."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from studyapp.runner import bubblewrap, interpreter, sandbox
from studyapp.runner.client import Runner
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect
from studyapp.runner.state import Ready, Unavailable


def run(runner: Runner, code: str) -> Result:
    request = Request((Block(code, 2, 1),))
    return collect(request, runner.run(request))


@pytest.fixture
def walled(runner: Runner) -> Runner:
    state = runner.state
    if not isinstance(state, Ready) or not state.sandboxed:
        pytest.skip("bubblewrap does not work here")
    assert state.level == "bubblewrap"
    return runner


def test_the_home_can_not_be_seen(walled: Runner, tmp_path: Path) -> None:
    """Neither the files of the home nor those of a folder elsewhere exist inside."""
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret", encoding="utf-8")
    for path in (Path.home() / ".bashrc", secret, Path("/etc/shadow"), Path(__file__)):
        result = run(walled, f"print(os.path.exists({str(path)!r}))")
        assert result.stdout == "False\n", path


@pytest.mark.parametrize("folder", ["/usr", "/", "/etc", "/dev", Path(os.__file__).parent])
def test_nothing_can_be_written_outside_the_scratch_folder(
    walled: Runner, folder: str | Path
) -> None:
    """The system and this Python's own folders are read-only."""
    result = run(walled, f"open({str(folder)!r} + '/studyapp-test', 'w')")
    assert result.status == "error"
    assert not Path(folder, "studyapp-test").exists()


def test_the_scratch_folder_is_small_and_wiped(walled: Runner) -> None:
    """/tmp holds what a snippet writes, to a limit, until its run is over."""
    code = "for i in range(3):\n    open(f'/tmp/full{i}', 'wb').write(b'x' * 2**25)"
    assert run(walled, code).status == "limit"
    assert run(walled, "print([n for n in os.listdir('/tmp') if n[:4] == 'full'])").stdout == "[]\n"


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1"])
def test_there_is_no_network(walled: Runner, host: str) -> None:
    """Neither another host nor this one's own services can be reached."""
    code = f"import socket\nsocket.create_connection(({host!r}, 80), timeout=1)"
    result = run(walled, code)
    assert result.error is not None
    assert result.error.type in ("OSError", "ConnectionRefusedError")


def test_the_environment_is_cleared(walled: Runner) -> None:
    """No variable of the person's own reaches a snippet, only the few that are set for it."""
    ours = {"PATH", "HOME", "TMPDIR", "LANG", "PWD", "MPLBACKEND", "MPLCONFIGDIR"}
    threads = {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}
    names = run(walled, "print(*sorted(os.environ), sep='\\n')").stdout.split()
    # torch sets some of its own when it is imported.
    assert {name for name in names if "TORCH" not in name} <= ours | threads
    assert str(Path.home()) not in run(walled, "print(dict(os.environ))").stdout


def test_other_processes_can_not_be_seen(walled: Runner) -> None:
    """Inside, only the sandbox's own few processes exist."""
    code = "print(len([n for n in os.listdir('/proc') if n.isdigit()]))"
    assert int(run(walled, code).stdout) < 8


def test_there_is_no_terminal(walled: Runner) -> None:
    """A snippet can neither ask nor write behind the app's back."""
    assert run(walled, "input('?')").status == "error"
    assert run(walled, "open('/dev/tty', 'w').write('x')").status == "error"


def test_without_a_sandbox_the_state_says_so(plain: Path) -> None:
    """Where only limits hold, snippets run, but the caller is told to ask first."""
    with Runner(plain, level=sandbox.LIMITS) as runner:
        assert run(runner, "print(open('mine.txt', 'w').write('ab'))").stdout == "2\n"
        process = runner._host._process
        assert process is not None
        assert (process.level.name, runner.sandboxed) == ("limits only", False)
        scratch = process.level.scratch
        assert scratch is not None
        assert scratch.is_dir()
        assert run(runner, "print(os.listdir())").stdout == "[]\n"
        process.kill()
        assert run(runner, "print(open('again.txt', 'w').write('ab'))").stdout == "2\n"
        assert not scratch.exists()


def test_a_sandbox_that_does_not_start_gives_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plain: Path
) -> None:
    """When bubblewrap fails, the weaker level is tried, and named."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho no namespaces here >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "find", lambda: str(broken))
    with Runner(plain) as runner:
        assert run(runner, "1 + 1").status == "ok"
        process = runner._host._process
        assert process is not None
        assert process.level.name in (sandbox.LANDLOCK, sandbox.LANDLOCK_OLD, sandbox.LIMITS)
        assert runner.refused[0][1] == "no namespaces here"


def test_a_python_that_is_none_is_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A setting that names no Python ends in a message with the remedy, and leaves nothing."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Runner(tmp_path / "no-python") as runner:
        result = run(runner, "1")
        assert result.status == "needs"
        assert "no-python" in result.reason
        assert isinstance(runner.state, Unavailable)
        assert "python =" in runner.state.hint
    assert not list(tmp_path.glob("studyapp-*"))


def _bare_python() -> Path | None:
    """A Python without torch on this machine, if there is one."""
    system = Path("/usr/bin/python3")
    base = Path(sys.base_prefix, "bin", "python3")
    for python in (base, system):
        folders = interpreter.other(python).folders
        if python.exists() and not any(
            list(folder.glob("lib/python3*/*-packages/torch")) for folder in folders
        ):
            return python
    return None


def test_without_torch_plain_snippets_still_run() -> None:
    """A Python that lacks torch says so, runs what needs none, and names torch otherwise."""
    python = _bare_python()
    if python is None:
        pytest.skip("every Python here has torch")
    with Runner(python) as runner:
        assert run(runner, "xs = [1, 2]\nsum(xs)  # 3").claims[0].holds
        result = run(runner, "torch.ones(1)")
        assert (result.status, result.reason) == ("needs", "needs torch")
        assert isinstance(runner.state, Unavailable)
        assert "torch" in runner.state.reason


def test_code_that_is_turned_off_never_runs() -> None:
    """With nothing started, a run says that code is turned off, and how to turn it on."""
    with Runner(level=sandbox.OFF) as runner:
        result = run(runner, "print(1)")
        assert result.status == "needs"
        assert result.reason == "code is turned off; start without --no-run"
        assert runner.pid is None
