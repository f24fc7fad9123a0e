"""`run`: what a note's code does, without the TUI."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from studyapp.cli.fences import Fence

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("kept_runner")
SEED = Path(__file__).parents[2] / "../shared/seed"
NOTE = """# Sums

## First
```python
total = sum([1, 2])
total  # 3
```

## Second
```python
double = total * 2  # 7
print(double)
```

```cpp
int x = 1;
```

```python
def broken(:
```
"""


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "a:12 sums.md"
    file.write_text(NOTE, "utf-8")
    return file


def runs(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_a_note(root: Path, file: Path, studyapp: Run) -> None:
    """A note's fences run in order, each with what it needs, and nothing is written."""
    found = runs(studyapp("run", file, "--json", "--unsandboxed"))
    assert [(run["line"], run["status"]) for run in found] == [
        (4, "ok"),
        (10, "ok"),
        (15, "not-python"),
        (19, "not-python"),
    ]
    assert {run["note"] for run in found} == {file.name}
    assert found[0]["claims"] == [{"line": 6, "stated": "3", "actual": "3", "holds": True}]
    assert found[1]["stdout"] == "6\n"
    assert (found[2]["reason"], found[3]["reason"]) == ("cpp", "it does not parse as Python")
    assert [path.name for path in root.iterdir()] == [file.name]


def test_one_fence(file: Path, studyapp: Run) -> None:
    """NOTE:LINE is the fence that opens there, split at the last colon."""
    (found,) = runs(studyapp("run", f"{file}:10", "--json", "--unsandboxed"))
    assert (found["line"], found["stdout"]) == (10, "6\n")


def test_a_fence_that_is_not_there(file: Path, studyapp: Run) -> None:
    """Another line is told with the lines there are; a missing note is told too."""
    result = studyapp("run", f"{file}:5", code=1)
    assert "no fence at line 5; its fences: 4, 10, 15, 19" in result.stderr
    assert "no.md" in studyapp("run", f"{file.parent}/no.md:4", code=1).stderr


def test_for_a_person(file: Path, studyapp: Run) -> None:
    """Values, claims and output stand at their lines, in words."""
    text = studyapp("run", f"{file}:10", "--unsandboxed").stdout
    assert text.startswith(f"{file.name}:10  ok\n")
    assert "double = 6" in text
    assert "≠ note 7 · here 6" in text
    assert "│ 6" in text


def test_a_folder_of_a_library(root: Path, file: Path, studyapp: Run) -> None:
    """A folder's notes are run and no others, named by their paths in their library."""
    (root / ".studyapp").mkdir()
    (root / "deep").mkdir()
    file = file.rename(root / "deep" / file.name)
    (root / "other.md").write_text(NOTE, "utf-8")
    found = runs(studyapp("run", root / "deep", "--json", "--unsandboxed"))
    assert {run["note"] for run in found} == {f"deep/{file.name}"}
    assert [run["line"] for run in found] == [4, 10, 15, 19]


def test_nothing_to_run(root: Path, studyapp: Run) -> None:
    """A library without fences is an empty list, in no time."""
    (root / "plain.md").write_text("# Plain\n", "utf-8")
    assert studyapp("run", root, "--json").stdout == "[]\n"
    assert studyapp("run", root).output == ""


def test_wrong_use(file: Path, studyapp: Run) -> None:
    """A deadline that can't be met, or that is no number, is exit 2."""
    for deadline in ("0", "-1", "soon"):
        studyapp("run", file, "--deadline", deadline, code=2)


def test_the_reference_note(studyapp: Run) -> None:
    """The shared note's fences end as a teacher would expect, its claims hold."""
    if not SEED.is_dir():
        pytest.skip("no shared notes here")
    note = next(SEED.glob("*.md"))
    found = {run["line"]: run for run in runs(studyapp("run", note, "--json", "--unsandboxed"))}
    assert {line: found[line]["status"] for line in (29, 45, 59, 107)} == {
        29: "ok", 45: "needs", 59: "ok", 107: "showcased",
    }  # fmt: skip
    names = {value["name"] for value in found[29]["values"]}
    assert names >= {"x", "y", "z", "loss"}
    assert [claim["holds"] for claim in found[29]["claims"]] == [True] * 3
    assert "tensorflow" in found[45]["reason"]


def test_a_library_is_summed_up(root: Path, file: Path, studyapp: Run) -> None:
    """At the end stands how many fences ended in which way; other languages take no line."""
    assert file.exists()
    result = studyapp("run", root, "--unsandboxed")
    assert result.stderr == "4 fences: 2 ran, 2 not Python\n"
    assert "cpp" not in result.stdout


def test_a_later_definition_is_named(root: Path, studyapp: Run) -> None:
    """A fence that uses what the note defines further down runs with it, and says so."""
    file = root / "late.md"
    file.write_text("```py\nprint(f())\n```\n\n```py\ndef f():\n    return 1\n```\n", "utf-8")
    (found,) = runs(studyapp("run", f"{file}:1", "--json", "--unsandboxed"))
    assert (found["stdout"], found["reason"]) == ("1\n", "with line 5, which comes later")


def test_ctrl_c_leaves_with_what_was_done(
    root: Path, file: Path, studyapp: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document is whole, the rest is counted, and the exit code says that it is not all."""
    assert file.exists()
    ran = Fence.run

    def impatient(self: Fence, *args: Any, **options: Any) -> Any:
        if self.snippet.line > 4:
            raise KeyboardInterrupt
        return ran(self, *args, **options)

    monkeypatch.setattr(Fence, "run", impatient)
    result = studyapp("run", root, "--json", "--unsandboxed", code=1)
    assert [run["line"] for run in runs(result)] == [4]
    assert "stopped: 3 of 4 fences were not run" in result.stderr
