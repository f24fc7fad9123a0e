"""`cards` and `due`: what there is to study, without writing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

SEED = Path(__file__).parents[2] / "../shared/seed"
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: hard
mastery_level: 0.0
tags: [systems]
---
# Caches

**Q: What does a cache trade?**
A: Space for time:

- memory is spent
- work is saved

**Q: What is a miss?**
A: A look-up that finds nothing.
"""
FIELDS = [
    "id", "note", "line", "end_line", "deck", "tags", "form", "question", "context", "answer",
    "status", "due", "interval", "ease", "repetitions", "lapses", "mastery", "demos",
]  # fmt: skip


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "deep" / "caches.md"
    file.parent.mkdir()
    file.write_text(NOTE, "utf-8")
    return file


def documents(result: Result) -> list[dict[str, object]]:
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


@pytest.mark.usefixtures("file")
def test_cards_are_one_document(root: Path, studyapp: Callable[..., Result]) -> None:
    """`cards --json` prints a list of cards with every field that scripts rely on."""
    first, second = documents(studyapp("cards", root, "--json"))
    assert list(first) == FIELDS
    assert first["note"] == "deep/caches.md"
    assert (first["line"], first["end_line"], second["line"]) == (12, 16, 18)
    assert first["answer"] == "Space for time:\n\n- memory is spent\n- work is saved"
    assert (first["status"], first["due"], first["ease"]) == ("new", None, 2.3)
    assert (first["deck"], first["tags"], first["mastery"]) == ("deep", ["systems"], 0)


@pytest.mark.usefixtures("file")
def test_cards_for_a_person(root: Path, studyapp: Callable[..., Result]) -> None:
    """Without --json each card is a line that names its place."""
    lines = studyapp("cards", root).stdout.splitlines()
    assert len(lines) == 2
    assert "new" in lines[0]
    assert lines[0].endswith("deep/caches.md:12  What does a cache trade?")


def test_the_reference_note(studyapp: Callable[..., Result]) -> None:
    """The shared note has exactly its six questions, at their lines, with their lists."""
    if not SEED.is_dir():
        pytest.skip("no shared notes here")
    cards = documents(studyapp("cards", SEED, "--json"))
    assert [card["line"] for card in cards] == [134, 137, 145, 148, 156, 159]
    assert sum("\n- " in str(card["answer"]) for card in cards) >= 2
    assert not any(path.name == ".studyapp" for path in SEED.iterdir())


@pytest.mark.parametrize("verb", ["cards", "due"])
def test_reading_writes_nothing(
    root: Path, file: Path, studyapp: Callable[..., Result], verb: str
) -> None:
    """The reading verbs leave the library as it is, even where there is something to heal."""
    studyapp(verb, root, "--json")
    assert sorted(path.name for path in root.rglob("*")) == ["caches.md", "deep"]
    card = documents(studyapp("cards", root, "--json"))[0]["id"]
    studyapp("grade", card, "good", "--library", root, "--now", "2026-11-23")
    file.write_text(file.read_text("utf-8").replace("2026-11-24", "2026-12-24"), "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = studyapp(verb, root, "--json", "--now", "2026-12-25")
    assert "next_review was moved by hand to 2026-12-24" in result.stderr
    assert documents(result)[0]["due"] == "2026-12-24"
    file.write_text(NOTE, "utf-8")
    result = studyapp(verb, root, "--json", "--now", "2026-12-25")
    assert "behind the journal" in result.stderr
    assert documents(result)[0]["due"] == "2026-11-24"
    file.write_text(NOTE.replace("count: 0", "count: 9"), "utf-8")
    assert "another tool" in studyapp(verb, root, "--json").stderr
    file.unlink()
    file.write_bytes(before[file])
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("file")
def test_due_keeps_to_the_day(root: Path, studyapp: Callable[..., Result]) -> None:
    """A graded card is gone for the day and back when it is due, before the new ones."""
    first, second = (card["id"] for card in documents(studyapp("due", root, "--json")))
    studyapp("grade", first, "4", "--library", root, "--now", "2026-11-23T09:00")
    today = documents(studyapp("due", root, "--json", "--now", "2026-11-23T23:00"))
    assert [card["id"] for card in today] == [second]
    late = documents(studyapp("due", root, "--json", "--now", "2026-11-24T03:59"))
    assert [card["id"] for card in late] == [second]
    tomorrow = documents(studyapp("due", root, "--json", "--now", "2026-11-24T04:00"))
    assert [card["id"] for card in tomorrow] == [first, second]


@pytest.mark.usefixtures("file")
def test_a_limit_holds(root: Path, studyapp: Callable[..., Result]) -> None:
    """The library's own settings bound the new cards of a day."""
    settings = root / ".studyapp" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text("minutes_per_day = 0\nnew_per_day = 1\nnonsense = 2\n", "utf-8")
    result = studyapp("due", root, "--json")
    assert len(documents(result)) == 1
    assert ".studyapp/settings.toml:3: unknown setting `nonsense`" in result.stderr


def test_a_folder_below_is_filtered(
    root: Path, file: Path, studyapp: Callable[..., Result]
) -> None:
    """A deck opened by itself is its library with the other decks left out."""
    (root / "other.md").write_text(NOTE.replace("Caches", "Other caches"), "utf-8")
    assert len(documents(studyapp("cards", root, "--json"))) == 4
    card = documents(studyapp("cards", root, "--json"))[0]["id"]
    studyapp("grade", card, "easy", "--library", root)
    cards = documents(studyapp("cards", file.parent, "--json"))
    assert [card["note"] for card in cards] == ["deep/caches.md"] * 2
    studyapp("grade", cards[0]["id"], "easy", "--library", file.parent)
    assert not (file.parent / ".studyapp").exists()


@pytest.mark.parametrize("verb", ["cards", "due", "undo", "run"])
def test_a_library_that_is_not_there(
    root: Path, file: Path, studyapp: Callable[..., Result], verb: str
) -> None:
    """A folder that does not exist, or is a file, is told and the exit code is 1."""
    option = ["--library"] if verb == "undo" else []
    result = studyapp(verb, *option, root / "nowhere", code=1)
    assert "nowhere" in result.stderr
    assert result.stdout == ""
    if verb != "run":
        result = studyapp(verb, *option, file, code=1)
        assert "is a file, not a folder of notes" in result.stderr


def test_an_empty_library(root: Path, studyapp: Callable[..., Result]) -> None:
    """No notes are no error, in either form."""
    told = studyapp("cards", root)
    assert (told.stdout, told.stderr) == ("", "no card yet: `studyapp new` writes one\n")
    assert studyapp("due", root, "--json").stdout == "[]\n"


@pytest.mark.usefixtures("file")
def test_problems_are_messages(root: Path, studyapp: Callable[..., Result]) -> None:
    """What is wrong with one note is told on stderr; the others are listed and the code is 0."""
    (root / "bad.md").write_text("---\na: [\nb: 1\n---\n# B\n", "utf-8")
    (root / "image.md").write_bytes(bytes(range(256)))
    (root / "evil\x1b[2J\x07.md").write_text("---\nreview_count: many\n---\n", "utf-8")
    result = studyapp("cards", root, "--json")
    assert len(documents(result)) == 2
    assert "bad.md:" in result.stderr
    assert "image.md:" in result.stderr
    assert "`review_count` can't be read" in result.stderr
    assert "\x07" not in result.stderr


@pytest.mark.usefixtures("file")
def test_a_journal_that_cannot_be_read(
    root: Path, studyapp: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the history nothing can be said: exit 1 and the reason."""
    card = documents(studyapp("cards", root, "--json"))[0]["id"]
    studyapp("grade", card, "good", "--library", root)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".jsonl":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = studyapp("cards", root, "--json", code=1)
    assert "Permission denied" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("file")
def test_the_default_library(
    home: Path, root: Path, studyapp: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The variable, else the setting, else ./decks, else a copy of the bundled decks."""
    bundled = documents(studyapp("cards", "--json"))
    assert len(bundled) >= 10
    assert (home / "data" / "studyapp" / "decks").is_dir()
    (home / "decks").mkdir()
    assert documents(studyapp("cards", "--json")) == []
    settings = home / "config" / "studyapp" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'library = "{root.as_posix()}"\n', "utf-8")
    assert len(documents(studyapp("cards", "--json"))) == 2
    monkeypatch.setenv("STUDYAPP_LIBRARY", str(home / "decks"))
    assert documents(studyapp("cards", "--json")) == []


def test_own_settings_are_told_once(
    home: Path, root: Path, studyapp: Callable[..., Result]
) -> None:
    """A bad value in the person's settings is one message, and the verb goes on."""
    settings = home / "config" / "studyapp" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'autorun = 3\nlibrary = "{root.as_posix()}"\n', "utf-8")
    for verb in ("cards", "run"):
        stderr = studyapp(verb, "--json").stderr
        assert stderr.count("`autorun` can't be 3") == 1


def test_decks_that_cannot_be_copied(home: Path, studyapp: Callable[..., Result]) -> None:
    """Where there is no room for a copy of the decks, the verb says so."""
    (home / "data").write_text("in the way", "utf-8")
    assert "the bundled decks" in studyapp("cards", code=1).stderr
