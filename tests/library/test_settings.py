"""Settings: typed, told with their lines when wrong, written without losing a comment."""

from datetime import date
from pathlib import Path

import pytest

from studyapp.library.settings import (
    LibrarySettings,
    Settings,
    read_library,
    read_own,
    write,
    write_library,
)


def library(root: Path, text: str) -> tuple[LibrarySettings, list[str]]:
    file = root / ".studyapp" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    settings, problems = read_library(root)
    return settings, [str(problem) for problem in problems]


def test_without_a_file_there_are_defaults(root: Path) -> None:
    """A library and a person that never set anything have the defaults."""
    assert read_library(root) == (LibrarySettings(), [])
    assert read_own(root / "none.toml") == (Settings(), [])


def test_what_is_set_is_read(root: Path) -> None:
    """Every kind of value is taken: numbers, words, switches, lists."""
    text = 'rollover_hour = 0\nnew_per_day = 7\nreviews_per_day = 90\nforeign = "mine"\n'
    assert library(root, text) == (
        LibrarySettings(rollover_hour=0, new_per_day=7, reviews_per_day=90, foreign="mine"),
        [],
    )
    own = root / "own.toml"
    own.write_text('autorun = false\ntrusted = ["~/a", "/b"]\nlanguage = "zh"\n', "utf-8")
    expected = Settings(autorun=False, trusted=("~/a", "/b"), language="zh")
    assert read_own(own) == (expected, [])


def test_the_day_and_the_scheduler_are_set(root: Path) -> None:
    """Minutes, an interview, a scheduler and its numbers are read with the types of TOML."""
    text = (
        "minutes_per_day = 25\ninterview = 2026-12-15\n"
        'scheduler = "fsrs"\nretention = 0.85\nparameters = [0.1, 0.2]\n'
    )
    expected = LibrarySettings(
        minutes_per_day=25,
        interview=date(2026, 12, 15),
        scheduler="fsrs",
        retention=0.85,
        parameters=(0.1, 0.2),
    )
    assert library(root, text) == (expected, [])


def test_a_deck_counts_as_the_nearest_folder_above_it(root: Path) -> None:
    """Weights are set by folder and hold below it, until a deeper folder has its own."""
    settings, problems = library(root, '[weights]\n"a" = 3\n"a/b" = 0\n')
    assert problems == []
    decks = ("", "a", "a/b", "a/b/c", "a/d", "ab")
    assert [settings.weight(deck) for deck in decks] == [1, 3, 0, 0, 3, 1]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("rollover_hour = 24", "`rollover_hour` can't be 24 (expected a number from 0 to 23;"),
        ("rollover_hour = -1", "`rollover_hour` can't be -1 (expected a number from 0 to 23;"),
        ('rollover_hour = "4"', "`rollover_hour` can't be '4' (expected a number from 0 to 23;"),
        ("rollover_hour = true", "`rollover_hour` can't be True (expected a number"),
        ("rollover_hour = 4.0", "`rollover_hour` can't be 4.0 (expected a number"),
        ("new_per_day = -5", "`new_per_day` can't be -5 (expected a number from 0 to 9999;"),
        ("repeats_per_day = []", "`repeats_per_day` can't be [] (expected a number"),
        ('interview = "soon"', "`interview` can't be 'soon' (expected a day such as 2026-12-31;"),
        ("retention = 0.5", "`retention` can't be 0.5 (expected a number from 0.7 to 0.97;"),
        ('parameters = ["a"]', "`parameters` can't be ['a'] (expected a list of numbers;"),
        ("weights = {a = 4}", "`weights` can't be {'a': 4} (expected a table of a number from 0"),
        ('foreign = "yours"', "`foreign` can't be 'yours' (expected 'ask' or 'mine' or 'theirs';"),
        ('below_separator = ""', "`below_separator` can't be '' (expected a text that matches"),
        ('inline_separator = "a b"', "`inline_separator` can't be 'a b' (expected a text"),
        ("leads = 0", "`leads` can't be 0 (expected true or false;"),
        ("foreign = []", "`foreign` can't be [] (expected 'ask'"),
        ("rolover_hour = 3", "unknown setting `rolover_hour` (it is left alone)"),
        ("[table]\nrollover_hour = 3", "unknown setting `table`"),
        ("a.b = 3", "unknown setting `a`"),
    ],
)
def test_a_bad_value_is_told_with_its_line(root: Path, line: str, told: str) -> None:
    """What can't be used is named where it stands, its default stands in, the rest counts."""
    settings, problems = library(root, f"# mine\n\nreviews_per_day = 5\n{line}\n")
    assert settings == LibrarySettings(reviews_per_day=5)
    (problem,) = problems
    assert problem.startswith(f".studyapp/settings.toml:4: {told}")


@pytest.mark.parametrize(
    ("text", "line"), [("a = 1\nb = = 2\n", 2), ("a = 1\na = 2\n", 0), ("a = '\n", 0)]
)
def test_bad_toml_is_told(root: Path, text: str, line: int) -> None:
    """A file that is no TOML is one problem, and the defaults are used."""
    settings, (problem,) = library(root, text)
    assert settings == LibrarySettings()
    assert "can't be read" in problem
    assert line == 0 or problem.startswith(f".studyapp/settings.toml:{line}:")


def test_other_unreadable_files_are_told(root: Path) -> None:
    """A folder, or bytes that are no text, in the place of the settings are a problem too."""
    (root / "folder.toml").mkdir()
    (root / "bytes.toml").write_bytes(b"a = '\xff'\n")
    for name in ("folder.toml", "bytes.toml"):
        settings, (problem,) = read_own(root / name)
        assert settings == Settings()
        assert "can't be read" in problem.message


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_writing_keeps_comments(root: Path, newline: str) -> None:
    """One key is set; comments, order, newlines and other keys stay as they were."""
    lines = ["# when I sleep", "rollover_hour = 3  # late", "", "other = 1", 'foreign = "ask"', ""]
    file = root / ".studyapp" / "settings.toml"
    file.parent.mkdir()
    file.write_bytes(newline.join(lines).encode())
    write_library(root, "foreign", "mine")
    assert file.read_bytes() == newline.join([*lines[:4], 'foreign = "mine"', ""]).encode()


def test_writing_makes_the_file(root: Path) -> None:
    """The first setting makes the file and its folder."""
    write(root / "deep" / "own.toml", "trusted", ["/a"])
    assert read_own(root / "deep" / "own.toml")[0].trusted == ("/a",)


def test_a_broken_file_is_not_written(root: Path) -> None:
    """What can't be read can't be rewritten without loss: it is refused and stays."""
    file = root / "own.toml"
    for raw in (b"a = = 1\n", b"a = '\xff'\n"):
        file.write_bytes(raw)
        with pytest.raises(OSError, match=r"no TOML"):
            write(file, "theme", "nord")
        assert file.read_bytes() == raw


def test_a_key_is_dropped_and_a_table_leaves_the_others_alone(root: Path) -> None:
    """An interview can be called off; a key written after a table does not slip into it."""
    write_library(root, "interview", date(2026, 12, 15))
    write_library(root, "weights", {"deck one": 3})
    write_library(root, "minutes_per_day", 30)
    expected = LibrarySettings(
        interview=date(2026, 12, 15), weights={"deck one": 3}, minutes_per_day=30
    )
    assert read_library(root) == (expected, [])
    write_library(root, "interview", None)
    write_library(root, "interview", None)
    assert read_library(root)[0].interview is None
    assert read_library(root)[0].weights == {"deck one": 3}
