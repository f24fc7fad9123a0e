"""`serve` before it serves: what it refuses, and what it says first."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.cli.serve import EXPOSED

EVERYWHERE = "0.0.0.0"  # noqa: S104  that is the point


def test_an_address_for_others_must_be_meant(root: Path, studyapp: Callable[..., Result]) -> None:
    """It is refused with what it exposes, and code counts as exposed where it may run."""
    said = studyapp("serve", root, "--host", EVERYWHERE, code=2).stderr
    assert "reads and changes your notes" in said
    assert "--allow-remote" in said
    assert "runs code" not in said
    studyapp("trust", root)
    assert "runs code" in studyapp("serve", root, "--host", EVERYWHERE, code=2).stderr
    no_run = studyapp("serve", root, "--host", EVERYWHERE, "--no-run", code=2)
    assert "runs code" not in no_run.stderr


def test_an_address_that_is_not_here(root: Path, studyapp: Callable[..., Result]) -> None:
    """What can't be bound is an error, said with its reason."""
    said = studyapp("serve", root, "--host", "192.0.2.1", "--allow-remote", code=1).stderr
    assert "192.0.2.1:0 can't be bound" in said
    assert EXPOSED.split("{")[0] in said


@pytest.mark.skipif(sys.platform == "win32", reason="a parent that is gone is not told there")
@pytest.mark.parametrize(("server", "ended"), [("getppid", 0), ("getpid", -signal.SIGTERM)])
def test_an_app_does_not_outlive_its_server(server: str, ended: int) -> None:
    """While its parent is the server it goes on; once it is not, a signal ends it."""
    code = f"import os, time; leave_with(os.{server}()); time.sleep(0.3)"
    command = [sys.executable, "-c", f"from studyapp.cli.served import leave_with; {code}"]
    assert subprocess.run(command, check=False).returncode == ended
