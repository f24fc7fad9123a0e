"""What the verbs share: the clock, help, wrong use, and what they do not import."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click import Context, Group, Option
from click.testing import Result

from studyapp.cli import VERBS, main
from studyapp.cli.options import Moment

VERB_NAMES = list(VERBS)


def moment(text: str) -> datetime:
    return Moment().convert(text, None, None)


@pytest.mark.parametrize("text", ["2026-11-23", "20261123", "2026-W48-1"])
def test_a_day_alone_is_its_noon(text: str) -> None:
    """A date without a time is in the middle of its study day, in local time."""
    assert moment(text) == datetime(2026, 11, 23, 12).astimezone()


def test_a_time_has_an_offset() -> None:
    """An offset is kept as typed; without one the time is local."""
    assert moment("2026-11-23T03:00+08:00").isoformat() == "2026-11-23T03:00:00+08:00"
    assert moment("2026-11-23T03:00Z").isoformat() == "2026-11-23T03:00:00+00:00"
    assert moment("2026-11-23 09:30") == datetime(2026, 11, 23, 9, 30).astimezone()


@pytest.mark.parametrize(
    "text", ["", "now", "2026-13-01", "2026-11-23T25:00", "1234567", "0001-01-01", "9999-12-31"]
)
@pytest.mark.parametrize("verb", ["cards", "due", "undo", "run"])
def test_nonsense_is_no_time(studyapp: Callable[..., Result], verb: str, text: str) -> None:
    """What is no time that a person can mean is wrong use: exit 2, before anything is read."""
    result = studyapp(verb, "--now", text, code=2)
    assert "--now" in result.stderr


def test_the_offset_decides_the_study_day(root: Path, studyapp: Callable[..., Result]) -> None:
    """Three in the night belongs to the day before, by the clock on the person's wall."""
    (root / "n.md").write_text("# T\n\n**Q: Why?**\nA: So.\n", "utf-8")
    (card,) = json.loads(studyapp("cards", root, "--json").stdout)
    for now, day in (("2026-11-24T03:59+08:00", "23"), ("2026-11-24T04:00+08:00", "24")):
        result = studyapp("grade", card["id"], "4", "--library", root, "--json", "--now", now)
        assert json.loads(result.stdout)["event"]["day"] == f"2026-11-{day}"


@pytest.mark.parametrize("verb", VERB_NAMES)
def test_every_verb_explains_itself(studyapp: Callable[..., Result], verb: str) -> None:
    """--help tells what a verb does, what each option means, and shows an example."""
    text = studyapp(verb, "--help").stdout
    assert "Example" in text
    assert f"  studyapp {verb}" in text
    command = main.get_command(Context(main), verb)
    assert command is not None
    own = command.commands.values() if isinstance(command, Group) else [command]
    assert all("Example" in (one.epilog or "") for one in own)
    options = [one for each in own for one in each.params if isinstance(one, Option)]
    assert options or verb == "completion"
    assert all(one.help for one in options)


def test_the_group_lists_its_verbs(studyapp: Callable[..., Result]) -> None:
    """--help names all verbs, --version the version, and an unknown option is wrong use."""
    text = studyapp("--help").stdout
    assert all(f"  {verb} " in text for verb in VERB_NAMES)
    assert studyapp("--version").stdout.startswith("studyapp, version ")
    studyapp("cards", "--nonsense", code=2)
    studyapp("grade", "x", code=2)


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["due", "--json"], ["studyapp.runner"]),
        (["cards"], ["studyapp.runner"]),
        (["undo"], ["studyapp.demos", "studyapp.runner"]),
    ],
)
def test_verbs_import_little(
    root: Path, home: Path, arguments: list[str], extra: list[str]
) -> None:
    """No verb loads textual or torch, nor a package that it has no use for."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "from studyapp.cli import main\n"
        "main()\n"
    )
    (root / "n.md").write_text("# T\n\n**Q: Why?**\nA: So.\n", "utf-8")
    environment = {**os.environ, "HOME": str(home), "STUDYAPP_LIBRARY": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    modules = set(done.stderr.split("\n")[-2].split())
    assert "studyapp.library.library" in modules
    assert not modules & {"textual", "torch", "rich", "fsrs_rs_python", "matplotlib", *extra}


def test_python_m_studyapp(root: Path, home: Path) -> None:
    """`python -m studyapp` is the same command, with its exit codes."""
    environment = {**os.environ, "HOME": str(home)}
    command = [sys.executable, "-m", "studyapp"]
    for arguments, code in ((["due", root], 0), (["due", root / "none"], 1), (["due", "--x"], 2)):
        done = subprocess.run(
            [*command, *map(str, arguments)], env=environment, capture_output=True, check=False
        )
        assert done.returncode == code
