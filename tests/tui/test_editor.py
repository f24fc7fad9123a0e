"""The person's editor, opened at the card's line."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.tui.editor import NoEditor, command, edit, suffix_for, write

Sit = Callable[..., Any]
NOTE = Path("a folder/note (1).md")


@pytest.mark.parametrize(
    ("editor", "line"),
    [
        ("vim", ["vim", "+7", str(NOTE)]),
        ("nano", ["nano", "+7", str(NOTE)]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", str(NOTE)]),
        ("/usr/bin/nvim", ["/usr/bin/nvim", "+7", str(NOTE)]),
        ("hx", ["hx", f"{NOTE}:7"]),
        ("code", ["code", "--wait", "--goto", f"{NOTE}:7"]),
        ("code --wait", ["code", "--wait", "--goto", f"{NOTE}:7"]),
        ("subl", ["subl", "--wait", f"{NOTE}:7"]),
        ("zed --wait", ["zed", "--wait", f"{NOTE}:7"]),
        ("'/opt/my editor/kak' -s one", ["/opt/my editor/kak", "-s", "one", "+7", str(NOTE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, line: list[str]) -> None:
    """The command line opens the note at its line, and waits where the editor would not."""
    assert command(editor, NOTE, 7) == line


@pytest.mark.parametrize(
    "named", [None, "", "  ", "no-such-editor-anywhere", "vim 'unbalanced", "/tmp"]
)
def test_an_editor_that_cannot_start_is_named(
    monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    """Without an editor, or with one that isn't there, the person hears which."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    if named is not None:
        monkeypatch.setenv("EDITOR", named)
    with pytest.raises(NoEditor) as told:
        edit(NOTE, 7)
    assert str(told.value)


def test_the_editor_runs_until_it_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """$VISUAL wins over $EDITOR, and what it wrote is there when `edit` returns."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nsleep 0.1\necho "$1" > "$2"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setenv("EDITOR", "false")
    edit(tmp_path / "note.md", 7)
    assert (tmp_path / "note.md").read_text("utf-8") == "+7\n"


def test_a_scratch_file_is_private_and_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It begins empty, bears the suffix, nobody else may look, and nothing of it stays."""
    script, told = tmp_path / "editor", tmp_path / "told"
    script.write_text(
        f'#!/bin/sh\necho "$2" > {told}\nstat -c %a "${{2%/*}}" >> {told}\n'
        'test ! -s "$2" && echo "int main() {}" > "$2"\n',
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(script))
    assert write(".cpp") == "int main() {}\n"
    path, mode = told.read_text("utf-8").split()
    assert path.endswith(".cpp")
    assert mode == "700"
    assert not Path(path).parent.exists()


@pytest.mark.parametrize(
    ("answer", "suffix"),
    [
        ("In words.", ".md"),
        ("So:\n\n```C++\nint x;\n```\n```py\nx\n```", ".cpp"),
        ("~~~python title\nx\n~~~", ".py"),
        ("```mermaid\ngraph\n```", ".md"),
    ],
)
def test_what_is_written_has_the_answers_kind(answer: str, suffix: str) -> None:
    """The suffix is that of the answer's first code, so that editors colour it."""
    assert suffix_for(answer) == suffix


async def test_where_the_terminal_cannot_be_lent_the_app_says_so(
    sit: Sit, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key e without a real terminal is a message, never a crash."""
    monkeypatch.setenv("EDITOR", "true")
    async with sit(notes) as person:
        await person.presses("enter", "e")
        await person.sees("No editor can be opened")
