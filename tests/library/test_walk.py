"""Which files of a folder are notes."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.library.walk import walk


def put(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Title\n\n**Q: Why?**\nA: Because.\n", "utf-8")


def test_notes_are_found_in_natural_order(root: Path) -> None:
    """Markdown files of all folders, chapter 2 before chapter 10, a folder's files together."""
    put(root, "10 b.md", "2 a.MD", "deep/x.markdown", "deep/er/y.md", "deep.md", "text.txt", "md")
    assert walk(root).notes == ["2 a.MD", "10 b.md", "deep/er/y.md", "deep/x.markdown", "deep.md"]


def test_what_is_hidden_or_written_for_tools_is_left_out(root: Path) -> None:
    """Dot files, dot folders and the files that tools read are no notes."""
    put(root, ".hidden.md", ".git/x.md", ".studyapp/x.md", ".obsidian/a/x.md")
    put(root, "CLAUDE.md", "deep/claude.MD", "AGENTS.md", "readme too.md")
    found = walk(root)
    assert found.notes == ["readme too.md"]
    assert found.problems == []


def test_a_folder_named_like_a_note_is_a_folder(root: Path) -> None:
    """`x.md/` is walked as the folder that it is."""
    put(root, "x.md/y.md")
    assert walk(root).notes == ["x.md/y.md"]


def test_links_to_folders_are_not_followed(root: Path, tmp_path: Path) -> None:
    """A link that leads in a circle, or away, adds nothing."""
    put(root, "a/b.md")
    put(tmp_path, "away/c.md")
    (root / "a" / "circle").symlink_to(root, target_is_directory=True)
    (root / "away").symlink_to(tmp_path / "away", target_is_directory=True)
    assert walk(root).notes == ["a/b.md"]


def test_a_second_name_of_a_note_is_told(root: Path, tmp_path: Path) -> None:
    """A link to a note that is in the library anyway is not a second note."""
    put(root, "a.md", ".store/hidden.md")
    put(tmp_path, "away.md")
    (root / "b.md").symlink_to(root / "a.md")
    (root / "c.md").symlink_to(root / ".store/hidden.md")
    (root / "d.md").symlink_to(tmp_path / "away.md")
    found = walk(root)
    assert found.notes == ["a.md", "c.md", "d.md"]
    assert [(one.path, one.message) for one in found.problems] == [
        ("b.md", "it is a link to a.md, which is studied there")
    ]


def test_our_litter_is_known(root: Path) -> None:
    """A temporary file of a killed process is found for sweeping; other dot files are not."""
    put(root, "deep/.studyapp-abc.tmp", "deep/.other.tmp", ".studyapp-x.md")
    (root / ".studyapp-folder.tmp").mkdir()
    found = walk(root)
    assert found.temporaries == ["deep/.studyapp-abc.tmp"]
    assert found.notes == []


def test_a_name_that_is_no_text_is_told(root: Path) -> None:
    """A file name that is not UTF-8 is a problem, and the other notes are there."""
    put(root, "good.md")
    name = os.fsencode(root) + b"/bad\xff.md"
    try:
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found = walk(root)
    assert found.notes == ["good.md"]
    assert [one.message for one in found.problems] == ["its name is not UTF-8 text"]
    str(found.problems[0]).encode()


def test_a_folder_that_cannot_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is a problem, and the rest of the library is there."""
    put(root, "good.md", "locked/x.md")
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = walk(root)
    assert found.notes == ["good.md"]
    assert str(found.problems[0]) == (
        "locked/: the folder can't be read: Permission denied (check its rights)"
    )


def test_strange_files_hide_nothing(root: Path, opened: Callable[..., Library]) -> None:
    """Broken YAML, nothing, binary, a pipe, a dead link: each is told, the good note is there."""
    put(root, "good.md")
    (root / "broken.md").write_text("---\na: [\nb: 1\n---\n# B\n\n**Q: Eh?**\nA: Yes.\n", "utf-8")
    (root / "empty.md").write_bytes(b"")
    (root / "image.md").write_bytes(bytes(range(256)))
    (root / "nul.md").write_bytes(b"# T\0\n")
    (root / "dead.md").symlink_to(root / "nowhere.md")
    (root / "circle.md").symlink_to(root / "circle.md")
    os.mkfifo(root / "pipe.md")
    snapshot = opened().snapshot
    told = {problem.path: problem.message for problem in snapshot.problems}
    assert sorted(told) == [
        "broken.md", "circle.md", "dead.md", "image.md", "nul.md", "pipe.md",
    ]  # fmt: skip
    assert told["pipe.md"] == "it is not a regular file"
    assert told["nul.md"] == "the file is binary"
    assert [card.note for card in snapshot.cards.values()] == ["broken.md", "good.md"]


def test_an_empty_library_is_in_order(opened: Callable[..., Library]) -> None:
    """A folder without notes opens without a word."""
    snapshot = opened().snapshot
    assert (snapshot.notes, snapshot.cards, snapshot.problems) == ({}, {}, ())


def test_litter_is_swept_when_settling(root: Path, opened: Callable[..., Library]) -> None:
    """The next opening for writing removes temporaries, and a mere reading leaves them."""
    put(root, "good.md", ".studyapp-abc.tmp")
    opened(settle=False)
    assert (root / ".studyapp-abc.tmp").exists()
    opened()
    assert not (root / ".studyapp-abc.tmp").exists()


def test_a_readme_is_asked_only_if_it_is_a_list_of_questions(tmp_path: Path) -> None:
    """A project's front page yields no card; one that is an interview list yields its questions."""
    question = "**Q: What does layer {n} do?**\nA: It adds {n}.\n\n"
    few = "# A tool\n\nInstall it.\n\n" + question.format(n=1)
    many = "# Questions\n\n" + "".join(question.format(n=n) for n in range(6))
    put(tmp_path, "tool/README.md", "list/README.md")
    (tmp_path / "tool/README.md").write_text(few, encoding="utf-8")
    (tmp_path / "list/README.md").write_text(many, encoding="utf-8")
    library = Library(tmp_path, "", "desk")
    library.open(datetime(2026, 11, 23, 20, tzinfo=UTC))
    assert {card.note for card in library.snapshot.cards.values()} == {"list/README.md"}
