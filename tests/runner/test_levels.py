"""What each level of the sandbox keeps out, tried for real, also as an ordinary user."""

import dataclasses
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from studyapp.runner import interpreter, sandbox
from studyapp.runner.client import Runner
from studyapp.runner.inside import kernel
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect
from studyapp.runner.sandbox import BUBBLEWRAP_SHARED, LANDLOCK, LANDLOCK_OLD, LIMITS, NAMES
from studyapp.runner.state import Ready, Unavailable

if sys.platform != "linux":
    pytest.skip("the levels are Linux's", allow_module_level=True)

NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")
SECRET = "tmpdir s3cret"

FILES = {
    "read": "print(open({secret!r}).read())",
    "write": "print(open({secret!r}, 'a').write('x'))",
    "truncate": "os.truncate({secret!r}, 0)\nprint(0)",
    "truncate, opened to read": "os.open({secret!r}, os.O_RDONLY | os.O_TRUNC)\nprint(0)",
    "delete": "os.remove({secret!r})\nprint(0)",
    "rename": "os.rename({secret!r}, {secret!r} + '2')\nprint(0)",
    "list": "print(os.listdir({folder!r}))",
    "make": "os.mkdir({folder!r} + '/new')\nprint(0)",
    "close": "os.chmod({secret!r}, 0)\nprint(0)",
    "date": "os.utime({secret!r}, (0, 0))\nprint(0)",
    "through another program": "import subprocess\nsubprocess.run(['cat', {secret!r}])",
    "made by another program": "import subprocess\nsubprocess.run(['touch', {secret!r} + '3'])",
}
PROCESSES = {
    "signal": "os.kill({pid}, 0)\nprint(0)",
    "memory": "open('/proc/{pid}/mem', 'r+b')\nprint(0)",
    "environment": "print(open('/proc/{pid}/environ').read())",
    "descriptors": "print(os.listdir('/proc/{pid}/fd'))",
    "limits": "import resource\nresource.prlimit({pid}, resource.RLIMIT_CORE, (0, 0))\nprint(0)",
    "trace": ("import ctypes\nif ctypes.CDLL(None).ptrace(16, {pid}, 0, 0) == 0: print(0)"),
    "share": "import ctypes\nif ctypes.CDLL(None).shmget(7, 64, 0o1600) >= 0: print(0)",
    "namespace": "import ctypes\nif ctypes.CDLL(None).unshare(0x10000000) == 0: print(0)",
}
NETWORK = {
    "loopback": "import socket\nsocket.create_connection(('127.0.0.1', {port}), 1)\nprint(0)",
    "datagram": (
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.connect(('192.0.2.1', 9))\nprint(0)"
    ),
    "unix": ("import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect({path!r})\nprint(0)"),
    "abstract": (
        "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect('\\0' + {name!r})\nprint(0)"
    ),
}
ZYGOTE = {
    "signal": "os.kill({zygote}, 9) if {zygote} > 0 else os._exit(0)\nprint(0)",
    "group": "os.killpg(os.getpgid({zygote}), 9) if {zygote} > 0 else os._exit(0)\nprint(0)",
    "memory": "open('/proc/{zygote}/mem', 'r+b') if {zygote} > 0 else os._exit(0)\nprint(0)",
}


def run(runner: Runner, code: str) -> Result:
    request = Request((Block(code, 2, 1),), deadline=60)  # which none of these is to reach
    return collect(request, runner.run(request))


def bare(*, anyone: bool) -> Path:
    """A Python without torch, which starts in no time; one that `anyone` can read."""
    for python in (Path("/usr/bin/python3"), Path(sys.base_prefix, "bin", "python3")):
        folders = interpreter.other(python).folders
        torch = [one for folder in folders for one in folder.glob("lib/python3*/*-packages/torch")]
        usable = subprocess.run([*NOBODY[: 5 * anyone], python, "-c", ""], check=False)
        if not torch and usable.returncode == 0:
            return python
    return pytest.skip("no Python without torch here that an ordinary user can run")


def as_nobody(patch: pytest.MonkeyPatch) -> Path:
    """Have the levels start as an ordinary user, as they do for most people."""
    if os.geteuid() != 0:
        pytest.skip("this user is an ordinary one already")
    if not shutil.which("setpriv"):
        pytest.skip("no setpriv here to become an ordinary user")
    if subprocess.run([*NOBODY, "test", "-r", sandbox.INSIDE], check=False).returncode:
        pytest.skip("an ordinary user can't read this checkout")
    levels = sandbox.levels

    def lowered(*args: object) -> Iterator[sandbox.Level]:
        for level in levels(*args):  # type: ignore[arg-type]
            if level.scratch:
                level.scratch.mkdir()
                os.chown(level.scratch, 65534, 65534)
            yield dataclasses.replace(level, command=(*NOBODY, *level.command))

    patch.setattr(sandbox, "levels", lowered)
    patch.setattr(sandbox, "is_root", lambda: False)
    return bare(anyone=True)


@pytest.fixture(scope="module", params=["this user", "an ordinary user"])
def python(request: pytest.FixtureRequest) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        yield bare(anyone=False) if request.param == "this user" else as_nobody(patch)


@pytest.fixture(scope="module", params=NAMES)
def held(request: pytest.FixtureRequest, python: Path) -> Iterator[Runner]:
    """A runner at one level; its Python has no torch."""
    with Runner(python, level=request.param) as runner:
        runner.wait()
        if any(name == request.param for name, _ in runner.refused):
            pytest.skip(f"not here: {runner.refused}")
        yield runner


@pytest.fixture
def level(held: Runner) -> sandbox.Level:
    process = held._host._process
    assert process is not None
    return process.level


@pytest.fixture(scope="module")
def world() -> Iterator[dict[str, object]]:
    """A file, a process, services: things of a person's own, to be reached or not."""
    folder = tempfile.mkdtemp(prefix="outside-")
    Path(folder).chmod(0o777)
    secret = Path(folder, "secret")
    secret.write_text(SECRET, encoding="utf-8")
    secret.chmod(0o666)
    with (
        subprocess.Popen(["/bin/sleep", "600"]) as other,
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket(socket.AF_UNIX) as named,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        named.bind(str(Path(folder, "socket")))
        Path(folder, "socket").chmod(0o777)
        named.listen()
        abstract.bind("\0" + folder)
        abstract.listen()
        yield {
            "secret": str(secret),
            "folder": folder,
            "pid": other.pid,
            "port": server.getsockname()[1],
            "path": str(Path(folder, "socket")),
            "name": folder,
        }
        other.kill()
    shutil.rmtree(folder)


def zygote(runner: Runner) -> int:
    """The zygote's number as a snippet knows it; 0 where it knows none."""
    return int(run(runner, "print(os.getppid())").stdout)


@pytest.mark.parametrize("attempt", [*FILES, *NETWORK, *PROCESSES])
def test_a_sandbox_keeps_everything_out(
    held: Runner, level: sandbox.Level, world: dict[str, object], attempt: str
) -> None:
    """Every level that calls itself a sandbox keeps a snippet from files, network, processes."""
    if not level.sandboxed:
        pytest.skip("it does not call itself one")
    code = {**FILES, **NETWORK, **PROCESSES}[attempt].format_map(world)
    result = run(held, code)
    secret = Path(str(world["secret"]))
    assert not result.stdout or result.stdout.startswith(("cat: ", "touch: ")), result.stdout
    assert secret.read_text("utf-8") == SECRET
    assert sorted(os.listdir(secret.parent)) == ["secret", "socket"]  # noqa: PTH208  names
    assert secret.stat().st_mode & 0o777 == 0o666
    assert secret.stat().st_mtime > 0


@pytest.mark.parametrize("attempt", ZYGOTE)
def test_the_zygote_is_out_of_reach(held: Runner, level: sandbox.Level, attempt: str) -> None:
    """A snippet can neither end the zygote nor write its memory, save where the level says so."""
    if not level.sandboxed or (level.name == BUBBLEWRAP_SHARED and attempt == "memory"):
        pytest.skip("the level promises no such thing")
    before = held._host._process
    result = run(held, ZYGOTE[attempt].format(zygote=zygote(held)))
    assert result.stdout == "" or level.name == BUBBLEWRAP_SHARED
    assert run(held, "1 + 1").status == "ok"
    assert held._host._process is before


def test_the_scratch_folder_is_theirs_until_the_end(held: Runner) -> None:
    """At every level a snippet can write in its folder, and nothing stays, be it closed."""
    assert run(held, "print(open('mine', 'w').write('ab'))").stdout == "2\n"
    assert "mine" not in run(held, "print(os.listdir())").stdout
    closed = "os.makedirs('a/b')\nopen('a/b/c', 'w').close()\ntry: os.chmod('a', 0)\nfinally: pass"
    run(held, closed)
    listed = run(held, "print(sorted(os.listdir()))").stdout
    assert "'a'" not in listed


def test_too_many_files_meet_a_limit(held: Runner, level: sandbox.Level) -> None:
    """Files are counted, be they empty, where the folder is a file system and where it is not."""
    if level.name not in (sandbox.BUBBLEWRAP, LANDLOCK):
        pytest.skip("it is as at the level above")
    result = run(held, "for i in range(10**6): open(str(i), 'w').close()")
    assert (result.status, result.reason) == ("limit", "the disk space for one run is full")


def test_threads_and_devices_serve(held: Runner) -> None:
    """What a note may well do works at every level: threads, subprocesses, random numbers."""
    code = (
        "import threading, subprocess, random, secrets\n"
        "t = threading.Thread(target=print, args=('on',))\nt.start()\nt.join()\n"
        "print(len(secrets.token_hex(2)), subprocess.run(['echo'], capture_output=True).stdout)\n"
        "open('/dev/null', 'w').write('x')"
    )
    result = run(held, code)
    assert (result.status, result.stdout) == ("ok", "on\n4 b'\\n'\n"), result


def test_root_is_left_behind(held: Runner) -> None:
    """No snippet runs as root, or root has no power; all that may stay is to read."""
    said = run(held, "print(os.getuid(), open('/proc/self/status').read())").stdout
    powers = int(re.search(r"CapEff:\t(\w+)", said)[1], 16)  # type: ignore[index]
    assert powers == 0 or not said.startswith("0 ")
    assert powers & ~kernel.MAY_READ_ALL == 0


def test_strays_end_with_the_run(held: Runner) -> None:
    """A process that leaves its session ends with its run, at every level."""
    code = "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)"
    assert run(held, code + "\n    os._exit(0)").status == "ok"
    assert run(held, "1").status == "ok"
    assert held.pid is not None
    asleep = psutil.Process(held.pid).children(recursive=True)
    assert len(asleep) < 5


def test_a_level_that_is_not_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A forced level that can't be had is refused with its name; nothing weaker takes its place."""
    monkeypatch.setattr("studyapp.runner.bubblewrap.find", lambda: None)
    with Runner(level=sandbox.BUBBLEWRAP) as runner:
        state = runner.wait()
        assert isinstance(state, Unavailable)
        assert "bubblewrap is not to be had here" in state.reason
        assert runner.refused == ((sandbox.BUBBLEWRAP, "not found"),)


def test_a_level_tells_what_it_does(held: Runner, level: sandbox.Level) -> None:
    """Only one that keeps files and processes apart is called a sandbox."""
    state = held.state
    assert isinstance(state, Ready | Unavailable)
    assert held.sandboxed == (level.name != LIMITS) == bool(level.keeps_out)
    if level.name in (LANDLOCK, LANDLOCK_OLD):
        assert "names of your files" in level.lets_through
