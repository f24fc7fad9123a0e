"""`check --run`: a test run for notes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from studyapp.cli.trials import Trial, findings
from studyapp.library.library import Library
from studyapp.runner import Claim, Failure, Warned
from studyapp.runner import Result as Run

pytestmark = pytest.mark.usefixtures("kept_runner")
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """# Sums

```python
total = sum([1, 2])
total  # 3
```

```python
double = total * 2  # 7
```

```python
x = [1][5]
y = 1
```

```python
z = y + 1
```

```python
import no_such_package
```

```cpp
int x = 1;
```

```python
def broken(:
```
"""


def kinds(result: Run) -> list[tuple[int, str]]:
    return [(one.line, one.kind) for one in findings("a.md", result)]


def test_what_fails_is_found_at_its_line() -> None:
    """An error, a deadline, a claim and a warning are told at the lines they concern."""
    error = Failure(12, "ValueError", "no")
    assert kinds(Run(10, "error", error=error)) == [(12, "error")]
    assert kinds(Run(10, "timeout", "still running after 10 s")) == [(10, "timeout")]
    claims = (Claim(11, "3", "4", holds=False), Claim(12, "3", "3", holds=True))
    assert kinds(Run(10, "ok", claims=claims)) == [(11, "claim")]
    assert kinds(Run(10, "ok", warned=(Warned(None, "FutureWarning: old"),))) == [(10, "warning")]
    assert kinds(Run(10, "ok", warned=(Warned(2, "UserWarning: slow"),))) == []


def test_what_is_no_fault_of_the_fence_is_not_found() -> None:
    """What is missing here, what the note announces, and what another fence breaks."""
    assert kinds(Run(10, "needs", "needs CUDA")) == []
    error = Failure(12, "TypeError", "no")
    announced = Claim(12, "TypeError", "TypeError", holds=True)
    assert kinds(Run(10, "error", error=error, claims=(announced,))) == []
    blocked = "the fence at line 4, which this one needs, failed: no"
    assert kinds(Run(10, "error", blocked, error=error)) == []


def test_only_failures_fail() -> None:
    """A trial with warnings alone passes; one with a claim that does not hold fails."""
    trial = Trial()
    trial.add("a.md", Run(1, "ok", warned=(Warned(2, "DeprecationWarning: old"),)))
    trial.add("a.md", Run(4, "needs", "needs CUDA"))
    assert not trial.failed
    trial.add("a.md", Run(6, "ok", claims=(Claim(7, "1", "2", holds=False),)))
    assert trial.failed
    report = trial.as_json(stopped=False)
    assert report["fences"] == 3
    assert report["statuses"] == {"ok": 2, "needs": 1}
    assert report["not_run"] == [{"note": "a.md", "line": 4, "reason": "needs CUDA"}]


def test_a_mark_set_aside_is_no_failure() -> None:
    """It is counted apart; a claim that holds is nobody's to set aside."""
    trial = Trial()
    wrong, right = Claim(7, "1", "2", holds=False), Claim(8, "1", "1", holds=True)
    assert not trial.add("a.md", Run(6, "ok", claims=(wrong, right)), lambda _: True)
    assert not trial.failed
    assert trial.as_json(stopped=False)["set_aside"] == 1


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "sums.md"
    file.write_text(NOTE, "utf-8")
    return file


def test_a_report(root: Path, file: Path, studyapp: Callable[..., Result]) -> None:
    """One document; what is blocked, missing or not Python is no finding; nothing is written."""
    result = studyapp("check", "--run", root, "--json", "--unsandboxed", code=1)
    report: dict[str, Any] = json.loads(result.stdout)
    found = [(one["note"], one["line"], one["kind"]) for one in report["found"]]
    assert found == [("sums.md", 9, "claim"), ("sums.md", 13, "error")]
    assert all(one["message"] and one["hint"] for one in report["found"])
    assert [one["line"] for one in report["not_run"]] == [17, 21]
    assert report["fences"] == sum(report["statuses"].values()) == 6
    assert [path.name for path in root.iterdir()] == [file.name]


def test_what_was_set_aside_in_the_journal_is_not_found(
    root: Path, file: Path, studyapp: Callable[..., Result]
) -> None:
    """The mark that the app journalled is respected, also where one note alone is run."""
    library = Library(root, "", "desk")
    library.open(NOW)
    library.set_aside(file.name, "double = total * 2  # 7 → 7", 9, NOW)
    result = studyapp("check", "--run", file, "--json", "--unsandboxed", code=1)
    assert [one["kind"] for one in json.loads(result.stdout)["found"]] == ["error"]


def test_for_a_person(file: Path, studyapp: Callable[..., Result]) -> None:
    """What is wrong stands on stdout, a line each; the rest is summed up on stderr."""
    result = studyapp("check", "--run", file, "--unsandboxed", code=1)
    claim, error = result.stdout.splitlines()
    assert claim.startswith("sums.md:9: the note says 7, here it is 6 (")
    assert error.startswith("sums.md:13: IndexError: ")
    assert "6 fences: 2 ran" in result.stderr
    assert "not run: " in result.stderr
    assert result.stderr.endswith("2 problems in 1 file\n")


def test_notes_that_hold_pass(root: Path, studyapp: Callable[..., Result]) -> None:
    """Exit 0 and not a line on stdout; so for notes without code."""
    file = root / "sums.md"
    file.write_text(NOTE.partition("```python\ndouble")[0], "utf-8")
    assert studyapp("check", "--run", root, "--unsandboxed").stdout == ""
    file.write_text("# Plain\n", "utf-8")
    assert "0 problems in 0 files" in studyapp("check", "--run", root).stderr


def test_help_tells_the_report(studyapp: Callable[..., Result]) -> None:
    """The keys of the JSON report stand in --help."""
    text = studyapp("check", "--help").stdout
    assert all(key in text for key in ("`statuses`", "`found`", "`not_run`", "`stopped`"))
