"""Where things lie: libraries, the device's name, the bundled decks."""

import re
from pathlib import Path

import pytest

from studyapp.library import paths
from studyapp.library.paths import bundled_copy, default_library, device_name, library_root


def test_a_folder_below_a_library_is_that_library(root: Path) -> None:
    """The nearest folder with `.studyapp` is the root; without any, the folder itself."""
    below = root / "a" / "b c"
    below.mkdir(parents=True)
    assert library_root(below) == (below, "")
    (root / ".studyapp").mkdir()
    assert library_root(below) == (root, "a/b c")
    assert library_root(root) == (root, "")
    (root / "a" / ".studyapp").mkdir()
    assert library_root(below) == (root / "a", "b c")


def test_the_default_library(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable comes first, then the setting, then `./decks`, then a copy of our own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(root / "data"))
    monkeypatch.setenv("HOME", str(root))
    named = {"STUDYAPP_LIBRARY": "~/named"}
    assert default_library(named, "set", root) == root / "named"
    assert default_library({}, "~/set", root) == root / "set"
    assert default_library({"STUDYAPP_LIBRARY": ""}, "", root).is_relative_to(root / "data")
    (root / "decks").mkdir()
    assert default_library({}, "", root) == root / "decks"


def test_an_upgrade_adds_and_never_overwrites(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New notes arrive; a note that was changed stays changed, one that was deleted stays away."""
    source = root / "bundle"
    source.mkdir()
    for name in ("kept.md", "deleted.md"):
        (source / name).write_text(name, "utf-8")
    bundle = [(source / "kept.md", "deck/kept.md"), (source / "deleted.md", "deleted.md")]
    monkeypatch.setattr(paths, "bundled_notes", lambda: bundle)
    target = root / "decks"
    assert bundled_copy(target) == target
    (target / "deck" / "kept.md").write_text("mine", "utf-8")
    (target / "deleted.md").unlink()
    (source / "new.md").write_text("new", "utf-8")
    bundle.append((source / "new.md", "deck/new.md"))
    bundled_copy(target)
    found = {path.name: path.read_text("utf-8") for path in target.rglob("*.md")}
    assert found == {"kept.md": "mine", "new.md": "new"}


def test_the_bundle_holds_notes(root: Path) -> None:
    """The decks that come with the program are found, and copied whole."""
    copies = [path for path in bundled_copy(root / "decks").rglob("*.md") if path.read_bytes()]
    assert len(copies) >= 2


def test_a_device_keeps_its_name(root: Path) -> None:
    """The name is made once, of the host's name and chance, and is fit for a file's name."""
    name = device_name(root / "state")
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{6}", name)
    assert device_name(root / "state") == name
    assert device_name(root / "other") != name


@pytest.mark.parametrize("raw", [b"", b"\n", b"../../away\n", b"\xff\xfe\n", b"a\nb\n"])
def test_a_name_that_is_none_is_made_anew(root: Path, raw: bytes) -> None:
    """What could not name a file, or was cut off, is replaced."""
    (root / "device").write_bytes(raw)
    name = device_name(root)
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert device_name(root) == name


def test_a_device_without_a_place_for_its_name(root: Path) -> None:
    """Where the state folder can't be written, the name is the machine's and stays the same."""
    (root / "state").write_text("in the way", "utf-8")
    name = device_name(root / "state")
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert device_name(root / "state") == name
