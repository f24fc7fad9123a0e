"""The pipes of a zygote, and its end."""

import sys
import threading
import time

import psutil
import pytest

from studyapp.runner.process import Process
from studyapp.runner.sandbox import Level

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no process groups")
# In a session of its own it is not in the group that is killed, and the pipe stays open with it.
ORPHAN = "exec 3<&0; setsid cat <&3 & sleep 60"


def test_a_zygote_that_outlives_its_sandbox_is_hung_up_on() -> None:
    """Closing ends also what no signal reached, and does not wait for it for ever."""
    level = Level("test", "all", "", ("/bin/sh", "-c", ORPHAN), {"PATH": "/usr/bin:/bin"})
    process = Process(level, lambda _: None)
    shell = psutil.Process(process.pid)
    while "cat" not in [child.name() for child in shell.children()]:
        time.sleep(0.01)
    closing = threading.Thread(target=process.close, daemon=True)
    closing.start()
    closing.join(10)
    assert not closing.is_alive()
    assert process.ended.is_set()
