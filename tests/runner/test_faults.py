"""Snippets that misbehave: what the person sees of each, and that nothing of it is left."""

import contextlib
import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from studyapp.runner import exchange
from studyapp.runner.client import Runner
from studyapp.runner.events import Event, Finished
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect
from studyapp.runner.state import Dead, Ready, Unavailable

SOON = 8
"""Seconds that pass before the end of a run only where the machine is busy; the bench is exact."""
FAMILY = 6
"""The sandbox, the zygote, and what it keeps ready; no process of a run that is over."""

CHECK = """
import json, os
left = sorted(name for place in (os.getcwd(), '/dev/shm') for name in os.listdir(place))
print([name for name in left if name[0] == '_'])
torch.tensor([1, 2]) * len([1, 2])
"""
"""A clean run: a tensor as ever, the names in Python as ever, no file with a `_` in front."""


def request(code: str, deadline: float = 10.0) -> Request:
    return Request((Block(code, 2, 1),), deadline=deadline)


def run(runner: Runner, code: str, deadline: float = 10.0) -> Result:
    asked = request(code, deadline)
    return collect(asked, runner.run(asked))


def family(runner: Runner) -> int:
    """How many processes the runner has, once there are no more than it needs."""
    assert runner.pid is not None
    end = time.monotonic() + 20
    first = psutil.Process(runner.pid)
    while (count := len(first.children(recursive=True))) > FAMILY and time.monotonic() < end:
        time.sleep(0.02)
    return count


@pytest.fixture(autouse=True)
def clean_after(runner: Runner) -> Iterator[None]:
    """After each test the same zygote serves, no process and no file is left."""
    before = runner.pid
    assert before is not None
    yield
    result = run(runner, CHECK)
    assert (result.status, result.stdout) == ("ok", "[]\n"), result
    assert result.values[-1].summary == "int64 (2,)  [2, 4]"
    assert runner.pid == before
    assert family(runner) <= FAMILY


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "while True:\n    try: time.sleep(9)\n    except BaseException: pass",
        ("import signal\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\ntime.sleep(60)"),
        "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')",
        "os.close(1)\nos.close(2)\nos.closerange(3, 200)\ntime.sleep(60)",
        "class Slow:\n    def __repr__(self): time.sleep(60)\nSlow()",
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
        "import ctypes\nctypes.CDLL(None).pause()",
        "if os.fork() == 0:\n    while True: pass\nwhile True: pass",
        "import ctypes\nctypes.CDLL(None).prctl(1, 0)\nos.setpgid(0, 0) if 0 else time.sleep(60)",
    ],
    ids=[
        "loop", "swallows", "ignores signals", "in C", "closes all", "slow repr", "deadlock",
        "pause", "forked loop", "no parent signal",
    ],
)  # fmt: skip
def test_what_never_ends_is_ended_at_its_deadline(runner: Runner, code: str) -> None:
    """Whatever a snippet does to go on, it stops soon after its deadline, as `timeout`."""
    start = time.monotonic()
    result = run(runner, code, deadline=0.4)
    assert (result.status, result.reason) == ("timeout", "still running after 0.4 s")
    assert time.monotonic() - start < SOON


@pytest.mark.parametrize(
    "code",
    [
        "while True: print('x' * 1000)",
        "print('y' * 100_000_000)",
        "while True: os.write(1, b'z' * 10_000)",
        "import subprocess\nsubprocess.run(['yes'])",
        "import sys\nwhile True: sys.stderr.write('e' * 1000)",
    ],
    ids=["many lines", "one long line", "past Python", "another program", "errors"],
)
def test_a_flood_of_output_is_cut(runner: Runner, code: str) -> None:
    """Printing without end is `limit`, with some of it kept and far from all."""
    result = run(runner, code)
    assert result.status == "limit"
    assert 1000 < len(result.stdout) < 2_000_000


MEMORY = "more memory than one run may use"
CROWD = "too many processes or threads"
DISK = "the disk space for one run is full"
LIMITS = {
    "50 GB tensor": ("torch.empty(50 * 2**30, dtype=torch.uint8)", MEMORY),
    "50 GB of bytes": ("bytearray(50 * 2**30)", MEMORY),
    "growing": ("xs = []\nwhile True: xs.append(torch.empty(2**27))", MEMORY),
    "one large file": ("open('_big', 'wb').truncate(2**30)", "a file grew too large"),
    "large files": ("for i in range(9): open(f'_{i}', 'wb').write(b'x' * 2**25)", DISK),
    "empty files": ("for i in range(10**6): open(f'_{i}', 'w').close()", DISK),
    "shared memory": ("for i in range(9): open(f'/dev/shm/_{i}', 'wb').write(b'x' * 2**25)", DISK),
    "descriptors": (
        "files = [open('/dev/null') for _ in range(5000)]", "too many files were open at once"
    ),
    "threads": (
        ("import threading\nfor _ in range(10_000):\n"
        "    threading.Thread(target=time.sleep, args=(60,)).start()"),
        CROWD,
    ),
    "fork bomb": ("while True:\n    try: os.fork()\n    except OSError: time.sleep(.1)", CROWD),
}  # fmt: skip


@pytest.mark.parametrize(("code", "reason"), LIMITS.values(), ids=LIMITS)
def test_what_takes_too_much_meets_a_limit(runner: Runner, code: str, reason: str) -> None:
    """Memory, files, descriptors, processes beyond a run's share end as `limit`, which says so."""
    result = run(runner, code, deadline=30)
    assert (result.status, result.reason) == ("limit", reason), result


def test_processes_that_grow_slowly_are_added_up(plain: Path) -> None:
    """Several that each stay below the limit pass it together, as `limit`; none is left."""
    code = "for _ in range(3): os.fork()\nxs = []\n"
    grow = "while True:\n    xs.append(bytearray(b'x') * (4 << 20))\n    time.sleep(.01)"
    with Runner(plain, memory=256 << 20) as runner:
        result = run(runner, code + grow, deadline=30)
        assert (result.status, result.reason) == ("limit", MEMORY), result
        assert run(runner, "1 + 1").status == "ok"
        assert family(runner) <= FAMILY


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("os._exit(0)", "its process ended by itself, with code 0"),
        ("import ctypes\nctypes.string_at(0)", "ended by SIGSEGV"),
        ("os.abort()", "ended by SIGABRT"),
        ("import signal\nos.kill(os.getpid(), signal.SIGKILL)", "ended by SIGKILL"),
        ("import signal\nos.killpg(0, signal.SIGTERM)", "ended by SIGTERM"),
    ],
    ids=["_exit", "segfault", "abort", "kill", "group"],
)
def test_a_crash_is_a_message(runner: Runner, code: str, reason: str) -> None:
    """A child that dies ends its run as `killed`, and says how."""
    result = run(runner, code)
    assert (result.status, result.reason) == ("killed", reason)


ODD = {
    "exit": ("import sys\nsys.exit()", "ok", "ended by sys.exit"),
    "exit with a word": ("import sys\nsys.exit('no')", "error", r"ended by sys.exit\('no'\)"),
    "input": ("input('?')", "error", "EOFError"),
    "terminal": ("open('/dev/tty', 'w').write('x')", "(error|needs)", "tty"),
    "recursion": ("def f(n): return f(n + 1)\nf(0)", "error", "RecursionError"),
    "deep value": ("x = []\nfor _ in range(100_000): x = [x]\nx", "ok", ""),
    "evil repr": ("class A:\n    def __repr__(self): raise SystemExit\nA()", "ok", ""),
    "escapes": ("print('a\\x1b]0;t\\x07\\x00b\\u202ec\\u200b')", "ok", ""),
    "atexit": ("import atexit\natexit.register(time.sleep, 60)", "ok", ""),
    "thread that stays": (
        "import threading\nthreading.Thread(target=time.sleep, args=(60,)).start()", "ok", ""
    ),
    "slow farewell": ("class A:\n    def __del__(self): time.sleep(60)\na = A()", "ok", ""),
    "default device": ("torch.set_default_device('meta')\ntorch.ones(2)", "ok", ""),
    "default type": ("torch.set_default_dtype(torch.float64)", "ok", ""),
    "patched torch": ("torch.tensor = torch.Tensor.__mul__ = None", "ok", ""),
    "patched builtins": (
        "import builtins\nbuiltins.len = builtins.str = builtins.isinstance = None\nx = 1",
        "(ok|error)", "",
    ),
    "patched system": (
        "import json\njson.dumps = os.write = os._exit = None\nx = 1", "(ok|error)", ""
    ),
    "other imports": ("import sys\nsys.modules.clear()\nx = 1", "(ok|error)", ""),
    "patched path": ("import sys\nsys.path.clear()\nsys.meta_path.clear()", "ok", ""),
    "environment": ("os.environ.clear()", "ok", ""),
    "folder": ("os.chdir('/')", "ok", ""),
    "deleting": (
        ("import shutil\nfor place in ('/root', '/home', '/etc', os.path.dirname(os.__file__)):\n"
        "    shutil.rmtree(place, ignore_errors=True)"),
        "ok", "",
    ),
    "tensorflow": ("import tensorflow as tf", "needs", "needs tensorflow"),
    "cuda": ("torch.ones(2).cuda()", "needs|ok", "(needs CUDA)?"),
    "cuda device": ("torch.ones(2, device='cuda')", "needs|ok", "(needs CUDA)?"),
    "hub": ("torch.hub.load('pytorch/vision', 'resnet18')", "needs|error", ""),
    "download": (
        "torch.hub.load_state_dict_from_url('https://example.org/w.pth')", "needs|error", ""
    ),
    "workers": (
        ("from torch.utils.data import DataLoader\n"
        "for batch in DataLoader(list(range(4)), 2, num_workers=2): print(batch)"),
        "ok|needs", "(needs several processes)?",
    ),
    "spawn": (
        "import torch.multiprocessing as mp\ndef f(rank): pass\nmp.spawn(f, nprocs=2)",
        "needs", "needs several processes",
    ),
    "pool": (
        ("import multiprocessing as mp\ndef f(x): return x * x\n"
        "with mp.get_context('forkserver').Pool(2) as pool: pool.map(f, [1])"),
        "needs", "needs several processes",
    ),
    "ranks": (
        "import torch.distributed as dist\ndist.init_process_group('gloo')",
        "needs", "needs several processes",
    ),
    "zygote's life": (
        ("import signal\nfor pid in (1, 2):\n    try: os.kill(pid, signal.SIGKILL)\n"
        "    except OSError: pass"),
        "ok|killed", "(ended by SIGKILL)?",
    ),
    "everyone's life": (
        "import signal\ntry: os.kill(-1, signal.SIGKILL)\nexcept OSError: pass", "ok", ""
    ),
    "zygote's memory": (
        ("for pid in range(1, 9):\n"
        "    try: print(pid, open(f'/proc/{pid}/mem', 'r+b') and 'opened')\n"
        "    except OSError: pass"),
        "ok", "",
    ),
}  # fmt: skip
"""Code, status, and what the reason or the error says."""


@pytest.mark.parametrize(("code", "status", "words"), ODD.values(), ids=ODD)
def test_the_odd_ends_as_it_should(runner: Runner, code: str, status: str, words: str) -> None:
    """What is strange and what can't be had here end quickly, with a status that is true."""
    start = time.monotonic()
    result = run(runner, code, deadline=60)
    told = f"{result.reason} {result.error and result.error.type} {result.error}"
    assert re.fullmatch(status, result.status), result
    assert re.search(words, told), result
    assert "opened" not in result.stdout
    assert time.monotonic() - start < 30


def test_compiling_says_what_it_does_instead(runner: Runner) -> None:
    """`torch.compile` gives the right values at once, and says which way they came."""
    code = "f = torch.compile(lambda x: x * 2, mode='max-autotune')\nf(torch.ones(2))"
    result = run(runner, code)
    assert result.status == "ok"
    assert result.values[-1].summary == "float32 (2,)  [2., 2.]"
    assert ["backend='eager'" in one.message for one in result.warned] == [True]


def test_a_module_beside_the_note_hides_nothing(runner: Runner) -> None:
    """A file named like a module of Python's own, where the snippet runs, is never imported."""
    code = (
        "open('json.py', 'w').write('x = 1')\nopen('this.py', 'w').write('')\nimport this, json\n"
    )
    result = run(runner, code + "print(hasattr(json, 'dumps'), 'Zen' in this.s or len(this.s) > 9)")
    assert result.status == "ok"
    assert result.stdout.endswith("True True\n")


def test_nothing_of_the_person_can_be_read(runner: Runner) -> None:
    """The home that a snippet sees is an empty one, and so is its environment."""
    code = "print(os.listdir(os.path.expanduser('~')), 'USER' in os.environ)\nopen('/root/.ssh/id')"
    result = run(runner, code)
    assert ".ssh" not in result.stdout
    assert result.error is not None
    assert result.error.type in ("FileNotFoundError", "PermissionError")


def test_a_stray_does_not_outlive_its_run(runner: Runner) -> None:
    """A process that left its session is gone with the run that started it."""
    code = "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)"
    assert run(runner, code + "\n    os._exit(0)").status == "ok"
    assert run(runner, "1").status == "ok"
    assert family(runner) <= FAMILY


def test_a_forked_copy_has_no_say(runner: Runner) -> None:
    """When a snippet forks, only the first process's values are shown."""
    result = run(runner, "pid = os.fork()\nx = 1")
    assert result.status == "ok"
    assert [value.name for value in result.values] == ["pid", "x"]


@pytest.mark.parametrize(
    "code",
    [
        "for fd in range(3, 64):\n    try: os.write(fd, b'\\xff' * 5000)\n    except OSError: pass",
        "for fd in range(3, 64):\n    try: os.write(fd, b'\\0\\0\\0\\3\\2[]')\n    except: pass",
    ],
    ids=["garbage", "frames of nonsense"],
)
def test_garbage_in_the_pipe_harms_only_its_own_run(runner: Runner, code: str) -> None:
    """Bytes written into every descriptor that a child has can't confuse anyone else."""
    assert run(runner, code).status in ("killed", "ok", "error")


def test_forged_frames_are_only_the_snippets_own_words(runner: Runner) -> None:
    """A child that speaks the protocol can't end another run or speak for the zygote."""
    code = (
        "import struct\n"
        'for channel, text in ((1, b\'{"over": {"id": 1}}\'), (2, b\'{"event": "value"}\')):\n'
        "    frame = struct.pack('!IB', len(text) + 1, channel) + text\n"
        "    for fd in range(3, 64):\n"
        "        try: os.write(fd, frame)\n"
        "        except OSError: pass\n"
    )
    assert run(runner, code).status == "ok"


def test_cancel_ends_a_run_at_once(runner: Runner) -> None:
    """A cancel from another thread ends the run as `killed` within a blink."""
    events: list[Event] = []
    thread = threading.Thread(
        target=lambda: events.extend(runner.run(request("print('on')\nwhile True: pass", 60)))
    )
    thread.start()
    while not events:
        time.sleep(0.01)
    start = time.monotonic()
    runner.cancel()
    thread.join()
    assert time.monotonic() - start < SOON
    assert isinstance(events[-1], Finished)
    assert (events[-1].status, events[-1].reason) == ("killed", "cancelled")


def test_a_run_that_is_left_frees_the_process(runner: Runner) -> None:
    """Closing the generator in the middle cancels what goes on."""
    events = runner.run(request("print('on')\nwhile True: pass", 60))
    next(events)
    start = time.monotonic()
    events.close()
    assert time.monotonic() - start < SOON
    result = run(runner, "print('next')")
    assert (result.status, result.stdout) == ("ok", "next\n")


def test_a_cancel_on_the_heels_of_a_request_is_obeyed(runner: Runner) -> None:
    """A cancel that reaches the zygote together with its request ends the run, not the zygote."""
    process = runner._host.process(lambda: False)
    assert process is not None
    endless = Request((Block("while True: pass", 1, 0),), deadline=60)
    at_once = threading.Event()
    at_once.set()
    asked = exchange.Exchange(process, endless, 10_000, at_once)
    events = list(asked.events())
    asked.leave()
    assert [(event.status, event.reason) for event in events] == [("killed", "cancelled")]
    assert not process.ended.is_set()


def test_a_run_no_longer_wanted_never_goes_on(runner: Runner) -> None:
    """A run that was given up before its turn came ends at once, however long it would take."""
    endless = Request((Block("while True: pass", 1, 0),), deadline=60)
    events = list(runner.run(endless, wanted=lambda: False))
    assert [(event.status, event.reason) for event in events] == [("killed", "cancelled")]


def test_a_cancel_with_nothing_to_cancel_is_nothing(runner: Runner) -> None:
    """It neither fails nor reaches the next run."""
    runner.cancel()


def test_the_zygotes_death_ends_the_run_and_no_more(plain: Path) -> None:
    """Killed in the middle, it is `killed`; the next run starts anew; close leaves nothing."""
    with Runner(plain) as runner:
        events = runner.run(request("print('on')\nwhile True: pass"))
        next(events)
        for process in psutil.Process(runner._host._process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):  # the first took it along
                process.send_signal(signal.SIGKILL)
        finished = list(events)[-1]
        assert isinstance(finished, Finished)
        assert (finished.status, finished.reason) == ("killed", "the runner's process died")
        assert runner.state == Dead()
        assert run(runner, "1 + 1").status == "ok"
        assert isinstance(runner.state, Ready | Unavailable)
        tree = psutil.Process(runner._host._process.pid).children(recursive=True)
    _, alive = psutil.wait_procs(tree, timeout=20)
    assert tree
    assert not alive


def zygote(runner: Runner) -> psutil.Process:
    """The process that has imported torch."""
    assert runner.pid is not None
    first = psutil.Process(runner.pid)
    return next((one for one in first.children() if "inside" in " ".join(one.cmdline())), first)


def test_a_zygote_that_stops_is_outlived(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zygote that no longer answers is taken for dead after its grace; the run timed out."""
    monkeypatch.setattr(exchange, "_GRACE", 0.5)
    with Runner(plain) as runner:
        run(runner, "1")
        events = runner.run(request("print('on')\ntime.sleep(60)", deadline=0.3))
        next(events)
        zygote(runner).suspend()
        finished = list(events)[-1]
        assert isinstance(finished, Finished)
        told = (finished.status, finished.reason)
        assert told == ("timeout", "the runner's process did not answer")
        assert run(runner, "1 + 1").status == "ok"


def test_a_cancel_is_shown_even_if_the_zygote_sleeps(plain: Path) -> None:
    """The run is called cancelled before the process that is stuck is given up and ended."""
    with Runner(plain) as runner:
        events = runner.run(request("print('on')\ntime.sleep(60)"))
        next(events)
        zygote(runner).suspend()
        runner.cancel()
        finished = next(event for event in events if isinstance(event, Finished))
        assert runner.pid is not None
        assert (finished.status, finished.reason) == ("killed", "cancelled")
        assert list(events) == []
        assert run(runner, "1 + 1").status == "ok"


def test_a_closed_runner_stays_closed() -> None:
    """A run asked for after the end is refused, and starts nothing."""
    runner = Runner()
    runner.close()
    assert run(runner, "1").status == "killed"
    assert runner._host._process is None


def test_close_ends_a_run_that_waits(runner: Runner) -> None:
    """Closing while torch is still loading ends the waiting run; nothing hangs."""
    fresh = Runner()
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(run(fresh, "1")))
    thread.start()
    time.sleep(0.2)
    fresh.close()
    thread.join(timeout=30)
    assert results[0].status == "killed"
    assert runner.state != fresh.state
