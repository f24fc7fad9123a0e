"""`doctor`: what was found on this machine, in words and in JSON."""

import json
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from studyapp.cli.diagnosis import problems
from studyapp.library.paths import settings_file

Run = Callable[..., Result]
SOUND: dict[str, Any] = {
    "live_code": {"problem": "", "sandboxed": True, "level": "bubblewrap"},
    "library": {"writable": True, "path": "/notes"},
    "terminal": {"columns": 80, "rows": 24, "encoding": "UTF-8"},
}


def name_python(path: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(f"python = '{path}'\n", "utf-8")


def test_all_that_was_found(root: Path, studyapp: Run) -> None:
    """One JSON document names interpreter, torch, sandbox, memory, files and terminal."""
    journal = root / ".studyapp" / "journal"
    journal.mkdir(parents=True)
    (journal / "laptop.jsonl").write_bytes(b"{}\n")
    result = studyapp("doctor", root, "--json")
    facts = json.loads(result.stdout)
    assert facts["library"]["path"] == str(root)
    assert [one["size"] for one in facts["library"]["journals"]] == [3]
    assert facts["library"]["index"]["size"] is None
    code = facts["live_code"]
    assert code["torch"]
    assert code["device"] in ("cpu", "cuda")
    assert code["level"]
    assert code["memory"]["pss"] > 10_000_000
    assert facts["problems"] == []
    assert sorted(path.name for path in root.iterdir()) == [".studyapp"]


def test_a_python_without_torch_is_a_problem(root: Path, tmp_path: Path, studyapp: Run) -> None:
    """An interpreter that lacks torch is named with the remedy, and the exit code is 1."""
    venv.create(tmp_path / "bare", symlinks=True, with_pip=False)
    name_python(tmp_path / "bare" / "bin" / "python")
    said = studyapp("doctor", root, code=1).stdout
    assert "torch is not installed for" in said
    assert "python =" in said


@pytest.mark.parametrize(
    ("kind", "words"),
    [("none", "does not exist"), ("folder", "is a folder"), ("text", "can't be executed")],
)
def test_what_is_no_python_is_told_apart(
    root: Path, tmp_path: Path, studyapp: Run, kind: str, words: str
) -> None:
    """A setting that names nothing, a folder or a plain file says which of them it is."""
    place = tmp_path / "python"
    if kind == "folder":
        place.mkdir()
    elif kind == "text":
        place.write_text("", "utf-8")
    name_python(place)
    result = studyapp("doctor", root, "--json", code=1)
    (problem,) = json.loads(result.stdout)["problems"]
    assert f"{place} {words}" in problem


def test_an_old_python_says_its_age(root: Path, tmp_path: Path, studyapp: Run) -> None:
    """One that is too old for live code is told by its version."""
    old = tmp_path / "python3.8"
    old.write_text(
        "#!/bin/sh\necho 'it is Python 3.8.1; live code needs 3.9' >&2\nexit 1\n", "utf-8"
    )
    old.chmod(0o755)
    name_python(old)
    assert "did not start: it is Python 3.8.1" in studyapp("doctor", root, code=1).stdout


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        ("live_code", {"sandboxed": False, "level": "limits only"}, "no sandbox holds"),
        ("library", {"writable": False}, "can't be written"),
        ("terminal", {"columns": 60}, "smaller than 80x24"),
        ("terminal", {"encoding": "ANSI_X3.4-1968"}, "not UTF-8"),
    ],
)
def test_each_problem_is_named(part: str, change: dict[str, Any], words: str) -> None:
    """What is wrong is said in a sentence; where all is well nothing is."""
    assert list(problems(SOUND)) == []
    (problem,) = problems({**SOUND, part: {**SOUND[part], **change}})
    assert words in problem


def test_a_damaged_journal_is_told_and_repaired(root: Path, studyapp: Run) -> None:
    """A torn line is a problem with its remedy; --repair moves it to a file that is named."""
    name_python(root)  # no live code, so that nothing is started
    journal = root / ".studyapp" / "journal" / "desk.jsonl"
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b'{"torn\n')
    problem = "desk.jsonl: 1 damaged line, left out of account; `studyapp doctor --repair`"
    assert problem in studyapp("doctor", root, code=1).stdout
    assert journal.read_bytes() == b'{"torn\n'
    said = studyapp("doctor", root, "--repair", code=1).stdout
    assert "1 damaged line moved to .studyapp/journal/desk.damaged" in said
    assert "left out of account" not in said
    assert journal.with_suffix(".damaged").read_bytes() == b'{"torn\n'


def test_a_report_for_others(root: Path, home: Path, plain: Path, studyapp: Run) -> None:
    """Without private names: neither folders nor notes nor this device, in words or in JSON."""
    name_python(plain)  # three times, so one that starts in no time
    note = root / "secret salary.md"
    note.write_text("# Secret\n\n**Q: What?**\nA: That.\n", "utf-8")
    card = json.loads(studyapp("cards", root, "--json").stdout)[0]["id"]
    studyapp("grade", card, "good", "--library", root)
    note.write_text("# Secret\n\n**Q: What?**\nA: That.\n", "utf-8")  # behind the journal
    device = next((root / ".studyapp" / "journal").glob("*.jsonl")).stem
    told = studyapp("doctor", root, code=1).stdout
    assert all(name in told for name in (str(root), "secret salary", device))
    for flags in ([], ["--json"]):
        told = studyapp("doctor", root, "--anonymous", *flags, code=1).stdout
        assert "<library>" in told
        assert "<note 1>: its review values" in told
        assert "torch" in told
        assert not [name for name in (str(root), str(home), "secret", device) if name in told]


def test_the_first_grade_of_a_day_copies_the_journal(root: Path, home: Path, studyapp: Run) -> None:
    """The copy lies in the state folder, is told by doctor, and is made once a day."""
    (root / "note.md").write_text("# Heaps\n\n**Q: Which is on top?**\nA: The least.\n", "utf-8")
    (card,) = json.loads(studyapp("cards", root, "--json").stdout)
    for time in ("2026-11-23T09:00", "2026-11-23T21:00", "2026-11-24T09:00"):
        studyapp("grade", card["id"], "good", "--library", root, "--now", time)
    copies = sorted(path.name for path in (home / "state").rglob("journal-*.zip"))
    assert copies == ["journal-2026-11-23.zip", "journal-2026-11-24.zip"]
    name_python(root)  # no live code, so that nothing is started
    told = json.loads(studyapp("doctor", root, "--json", code=1).stdout)["sound"]
    assert (told["copied"], told["missing"], told["reviews"]) == ("2026-11-24", 0, 3)
