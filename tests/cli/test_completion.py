"""What a shell is offered while a command is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studyapp.cli import main

NOTE = "# Tensors\n\n**Q: What is a view?**\nA: The same storage, read otherwise.\n"


def offered(*words: str) -> list[str]:
    """What bash would be offered for the last of the words."""
    env = {
        "_STUDYAPP_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["studyapp", *words]),
        "COMP_CWORD": str(len(words)),
    }
    result = CliRunner().invoke(main, [], env=env, prog_name="studyapp")
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


def test_verbs_options_grades_and_settings_are_completed() -> None:
    """Each word is offered what may stand in its place."""
    assert {"due", "settings", "completion"} <= set(offered(""))
    assert offered("du") == ["du", "due"]
    assert "--json" in offered("due", "--")
    assert offered("grade", "abc", "g") == ["good"]
    assert offered("settings", "set", "we") == ["weights."]
    assert offered("settings", "set", "scheduler", "f") == ["fsrs"]
    assert offered("settings", "set", "autorun", "") == ["true", "false"]


def test_cards_are_completed_by_their_ids(
    root: Path, studyapp: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ids of the library that is understood; without one, nothing and no error."""
    (root / "tensors.md").write_text(NOTE, "utf-8")
    [card] = [line.split()[0] for line in studyapp("cards", root).stdout.splitlines()]
    monkeypatch.setenv("STUDYAPP_LIBRARY", str(root))
    assert offered("grade", card[:3]) == [card]
    monkeypatch.setenv("STUDYAPP_LIBRARY", str(root / "none"))
    assert offered("grade", "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_own(shell: str, studyapp: Callable[..., Result]) -> None:
    """What is printed asks the command itself, in the shell's own language."""
    text = studyapp("completion", shell).stdout
    assert f"{shell}_complete" in text
    assert "_STUDYAPP_COMPLETE" in text
