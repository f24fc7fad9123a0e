"""Snippets that misbehave; after each, the next run is clean."""

import signal
import threading
import time
from collections.abc import Iterator

import psutil
import pytest

from studyapp.runner import exchange, sandbox
from studyapp.runner.client import Runner
from studyapp.runner.events import Event, Finished
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect
from studyapp.runner.state import Dead, Ready


def request(code: str, deadline: float = 10.0) -> Request:
    return Request((Block(code, 2, 1),), deadline=deadline)


def run(runner: Runner, code: str, deadline: float = 10.0) -> Result:
    asked = request(code, deadline)
    return collect(asked, runner.run(asked))


@pytest.fixture(autouse=True)
def next_run_works(runner: Runner) -> Iterator[None]:
    yield
    result = run(runner, "torch.tensor([1, 2]) * 2")
    assert [value.summary for value in result.values] == ["int64 (2,)  [2, 4]"]
    assert result.status == "ok"


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "while True:\n    try:\n        time.sleep(9)\n    except BaseException: pass",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)",
        "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')",
        "os.close(1)\nos.close(2)\nos.closerange(3, 200)\ntime.sleep(60)",
        "class Slow:\n    def __repr__(self): time.sleep(60)\nSlow()",
    ],
    ids=["loop", "swallows", "ignores signals", "in C", "closes all", "slow repr"],
)
def test_what_never_ends_is_ended_at_its_deadline(runner: Runner, code: str) -> None:
    """Whatever a snippet does to go on, it stops soon after its deadline, as `timeout`."""
    start = time.monotonic()
    result = run(runner, code, deadline=0.4)
    assert (result.status, result.reason) == ("timeout", "still running after 0.4 s")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    "code",
    [
        "while True: print('x' * 1000)",
        "print('y' * 100_000_000)",
        "while True: os.write(1, b'z' * 10_000)",
        "import subprocess\nsubprocess.run(['yes'])",
    ],
    ids=["many lines", "one long line", "past Python", "another program"],
)
def test_a_flood_of_output_is_cut(runner: Runner, code: str) -> None:
    """Printing without end is `limit`, with some of it kept and far from all."""
    result = run(runner, code)
    assert result.status == "limit"
    assert 1000 < len(result.stdout) < 2_000_000


@pytest.mark.parametrize(
    "code",
    [
        "torch.empty(50 * 2**30, dtype=torch.uint8)",
        "bytearray(50 * 2**30)",
        "xs = []\nwhile True: xs.append(torch.empty(2**27))",
        "open('big', 'wb').truncate(2**30)",
        "files = [open('/dev/null') for _ in range(5000)]",
    ],
    ids=["tensor", "bytes", "growing", "file", "descriptors"],
)
def test_what_takes_too_much_meets_a_limit(runner: Runner, code: str) -> None:
    """Memory, files and descriptors beyond a run's share end as `limit`."""
    result = run(runner, code)
    assert result.status == "limit", result


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("os._exit(0)", "its process ended by itself, with code 0"),
        ("import ctypes\nctypes.string_at(0)", "ended by SIGSEGV"),
        ("os.abort()", "ended by SIGABRT"),
        ("import signal\nos.kill(os.getpid(), signal.SIGKILL)", "ended by SIGKILL"),
    ],
    ids=["_exit", "segfault", "abort", "kill"],
)
def test_a_crash_is_a_message(runner: Runner, code: str, reason: str) -> None:
    """A child that dies ends its run as `killed`, and says how."""
    result = run(runner, code)
    assert (result.status, result.reason) == ("killed", reason)


def test_a_fork_bomb_is_bounded(runner: Runner) -> None:
    """Processes without end are stopped, and none is left."""
    result = run(runner, "while True:\n    try: os.fork()\n    except OSError: time.sleep(.1)", 2)
    assert result.status in ("limit", "timeout")
    assert len(psutil.Process().children(recursive=True)) < 10


def settled_family() -> int:
    """How many processes descend from this one, once their number stays for half a second."""
    counts = [-1]
    while len(counts) < 10 or len(set(counts[-10:])) > 1:
        time.sleep(0.05)
        counts.append(len(psutil.Process().children(recursive=True)))
    return counts[-1]


def test_a_stray_does_not_outlive_its_run(runner: Runner) -> None:
    """A process that left its session is killed with the run that started it."""
    assert run(runner, "1").status == "ok"  # so that what the zygote keeps ready is there
    before = settled_family()
    code = "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)"
    assert run(runner, code + "\n    os._exit(0)").status == "ok"
    assert run(runner, "1").status == "ok"
    assert settled_family() <= before


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
        target=lambda: events.extend(runner.run(request("print('on')\nwhile True: pass")))
    )
    thread.start()
    while not events:
        time.sleep(0.01)
    start = time.monotonic()
    runner.cancel()
    thread.join()
    assert time.monotonic() - start < 0.5
    assert isinstance(events[-1], Finished)
    assert (events[-1].status, events[-1].reason) == ("killed", "cancelled")


def test_a_run_that_is_left_frees_the_process(runner: Runner) -> None:
    """Closing the generator in the middle cancels what goes on."""
    events = runner.run(request("print('on')\nwhile True: pass"))
    next(events)
    start = time.monotonic()
    events.close()
    assert time.monotonic() - start < 1
    result = run(runner, "print('next')")
    assert (result.status, result.stdout) == ("ok", "next\n")


def test_a_cancel_on_the_heels_of_a_request_is_obeyed(runner: Runner) -> None:
    """A cancel that reaches the zygote together with its request ends the run, not the zygote."""
    process = runner._host.process(lambda: False)
    assert process is not None
    endless = Request((Block("while True: pass", 1, 0),), deadline=60)
    at_once = threading.Event()
    at_once.set()
    events = list(exchange.Exchange(process, endless, 10_000, at_once).events())
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


def test_the_zygotes_death_ends_the_run_and_no_more() -> None:
    """Killed in the middle, it is `killed`; the next run starts anew; close leaves nothing."""
    with Runner() as runner:
        events = runner.run(request("print('on')\nwhile True: pass"))
        next(events)
        for process in psutil.Process(runner._host._process.pid).children(recursive=True):
            process.send_signal(signal.SIGKILL)
        finished = list(events)[-1]
        assert isinstance(finished, Finished)
        assert (finished.status, finished.reason) == ("killed", "the runner's process died")
        assert runner.state == Dead()
        assert run(runner, "1 + 1").status == "ok"
        assert isinstance(runner.state, Ready)
        tree = psutil.Process(runner._host._process.pid).children(recursive=True)
    _, alive = psutil.wait_procs(tree, timeout=3)
    assert tree
    assert not alive


def test_a_snippet_that_stops_the_zygote_is_outlived(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zygote that no longer answers is taken for dead after its grace; the run timed out."""
    monkeypatch.setattr(exchange, "_GRACE", 0.5)
    with Runner(level=sandbox.BUBBLEWRAP_SHARED) as runner:
        run(runner, "1")
        start = time.monotonic()
        code = "import signal\nos.kill(os.getppid(), signal.SIGSTOP)\ntime.sleep(60)"
        result = run(runner, code, deadline=0.3)
        assert (result.status, result.reason) == ("timeout", "the runner's process did not answer")
        assert time.monotonic() - start < 6
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
    thread.join(timeout=5)
    assert results[0].status == "killed"
    assert runner.state != fresh.state
