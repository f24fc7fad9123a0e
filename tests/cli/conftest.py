from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studyapp.cli import bundled, fences, main
from studyapp.library.reading import parsed
from studyapp.runner import Runner


@pytest.fixture(scope="session", autouse=True)
def decks_parsed_once() -> Iterator[None]:
    """Parse the bundled decks once for all commands; each command in its own process does, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundled, "parsed", cache(parsed))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the person's own folders."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("STUDYAPP_LIBRARY", raising=False)
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def studyapp() -> Callable[..., Result]:
    """Run the command in this process; an exception that it does not handle fails the test."""

    def run(*args: object, code: int = 0) -> Result:
        result = CliRunner().invoke(main, list(map(str, args)), catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def kept_runner(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each command of the test have the same runner."""
    monkeypatch.setattr(fences, "Runner", lambda _python: runner)
