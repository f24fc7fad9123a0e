"""Notes that mean harm, or are merely huge: bounded in time and memory, each with a message."""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

sys.path.append(str(Path(__file__).parent))

from shelf import NOW

from studyapp.cli import main
from studyapp.library.checking import findings
from studyapp.library.library import Library
from studyapp.library.reading import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.testing import Result

GOOD = "# Sound\n\n**Q: What is asked all the same?**\nA: This.\n"
CARD = "\n**Q: Why?**\nA: So.\n"
LETTERS = "abcdefghijkl"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(LETTERS)
)
HUGE = {
    "aliases of aliases": f"---\n{BOMB}tags: *l\nnext_review: *l\n---\n# B\n{CARD}",
    "an alias of itself": f"---\ntags: &a [*a]\n---\n# R\n{CARD}",
    "a line of 10⁶ columns": f"# W\n\n{'x' * 1_000_000}\n{CARD}",
    "40,000 nested quotes": f"# Q\n\n{'>' * 40_000} x\n{CARD}",
    "200,000 brackets": f"# Q\n\n{'[' * 200_000} x\n{CARD}",
    "1,000 cards": "# M\n" + "".join(f"\nQ: {n:x}?\nA: {n:x}\n" for n in range(1_000)),
    "10⁵ cards": "# M\n" + "".join(f"\n**Q: Q{n}?**\nA: A{n}.\n" for n in range(100_000)),
    "10⁵ columns of a table": f"# T\n\n|{'a|' * 100_000}\n|{'-|' * 100_000}\n{CARD}",
}
TOLD = {
    "aliases of aliases": "can't be read",
    "an alias of itself": "n.md:2: `tags` can't be read",
    "40,000 nested quotes": "n.md:3: this line opens over 100 quotes or lists",
    "200,000 brackets": "n.md:3: this paragraph has over 10000 emphasis marks",
    "10⁵ cards": "n.md: the note is over 2 MB",
}


def opened(root: Path) -> Library:
    library = Library(root, "", "desk")
    library.open(NOW)
    return library


def told(library: Library) -> list[str]:
    return [str(one.problem) for one in findings(library.snapshot)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "notes"
    root.mkdir()
    (root / "sound.md").write_text(GOOD, "utf-8")
    return root


@pytest.mark.parametrize("kind", HUGE)
def test_huge_notes_take_seconds_at_most(root: Path, kind: str) -> None:
    """A second or so for each, a message with line and hint where it is not read."""
    (root / "n.md").write_text(HUGE[kind], "utf-8")
    began = process_time()
    library = opened(root)
    assert process_time() - began < 8  # a hundred times what is usual for one note
    assert any("all the same" in card.question for card in library.snapshot.cards.values())
    messages = told(library)
    assert not messages if kind not in TOLD else any(TOLD[kind] in one for one in messages)
    assert all("(" in one for one in messages)  # the hint


def test_a_file_of_100_mb_is_not_read(root: Path) -> None:
    """A note that size alone forbids to read is a problem, and takes no memory."""
    with (root / "n.md").open("wb") as file:
        file.truncate(100_000_000)  # holes, which cost nothing unless they are read
    (message,) = told(opened(root))
    assert message.startswith(f"n.md: the file is over {LARGEST // 1_000_000} MB")


def test_paths_lead_nowhere_outside(root: Path, tmp_path: Path) -> None:
    """Links upwards, file addresses and loops of links are named, and nothing is read there."""
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n\n**Q: What is the secret?**\nA: 42\n", "utf-8")
    links = "[a](../secret.md) [b](file:///etc/passwd) [[../secret]] [c](../../../../etc/passwd)"
    (root / "n.md").write_text(
        f"---\nrelated_outlines: [../secret.md]\n---\n# L\n{CARD}\n{links}\n"
    )
    (root / "one.md").symlink_to("two.md")
    (root / "two.md").symlink_to("one.md")
    (root / "loop").symlink_to(".", target_is_directory=True)
    (root / "passwd.md").symlink_to("/etc/passwd")
    library = opened(root)
    assert "secret" not in " ".join(card.question for card in library.snapshot.cards.values())
    messages = " ".join(told(library))
    assert "one.md: it can't be read" in messages
    assert "passwd.md: it can't be written: it is a link to /etc/passwd" in messages


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
EVIL = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe"


def names(root: Path, wanted: Sequence[str]) -> None:
    for number, name in enumerate(wanted):
        body = (
            f"---\ntags: ['{number}']\n---\n# T{number} {EVIL}\n\n**Q: Why {EVIL}?**\nA: {EVIL}\n"
        )
        (root / name).write_text(body, "utf-8")


@pytest.fixture
def studyapp(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in the library's folder."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(root)
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_nothing_in_a_note_commands_the_terminal(
    root: Path, studyapp: Callable[..., Result]
) -> None:
    """Escapes and turned text in names, titles and questions are shown, not obeyed."""
    names(root, [f"a{EVIL}.md", "-rf.md", "--help.md"])
    for verb in ("cards", "check"):
        done = studyapp(verb, ".")
        assert not CONTROLS.search(done.output)
        assert "gnp.exe" in done.output


def test_names_like_options_are_names(root: Path, studyapp: Callable[..., Result]) -> None:
    """A note called `--help.md` or `-rf.md` is graded and undone as any other."""
    names(root, ["-rf.md", "--help.md"])
    before = {path.name: path.read_bytes() for path in root.glob("*.md")}
    for card in opened(root).snapshot.cards.values():
        done = studyapp("grade", card.id, "good", "--library", ".", "--json")
        assert json.loads(done.stdout)["waiting"] is None
        assert b"review_count: 1" in (root / card.note).read_bytes()
        assert not studyapp("undo", "--library", ".").exit_code
    assert {path.name: path.read_bytes() for path in root.glob("*.md")} == before
