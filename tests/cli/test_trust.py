"""`trust`: which libraries' code may run without being asked about."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.cli.trust import added, is_trusted, without
from studyapp.library.paths import settings_file
from studyapp.library.settings import read_own

Run = Callable[..., Result]


def entries() -> tuple[str, ...]:
    return read_own(settings_file())[0].trusted


def test_trust_is_remembered_and_taken_back(root: Path, studyapp: Run) -> None:
    """The verb writes path and owner into the settings; `--remove` takes only that one out."""
    other = root.parent / "other"
    other.mkdir()
    assert f"{root} is trusted" in studyapp("trust", root).stdout
    studyapp("trust", other)
    studyapp("trust", root)
    assert entries() == (
        f"{other} (owner {os.getuid()})",
        f"{root} (owner {os.getuid()})",
    )
    assert json.loads(studyapp("trust", "--list", "--json").stdout) == [str(other), str(root)]
    assert "no longer trusted" in studyapp("trust", root, "--remove").stdout
    assert [is_trusted(each, entries()) for each in (root, other)] == [False, True]


def test_the_rest_of_the_settings_stays(root: Path, studyapp: Run) -> None:
    """Comments and other keys are as they were."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("# mine\nlanguage = 'zh'  # 中文\n", "utf-8")
    studyapp("trust", root)
    assert settings_file().read_text("utf-8").startswith("# mine\nlanguage = 'zh'  # 中文\n")


def test_a_folder_below_is_trusted_along(root: Path) -> None:
    """What lies in a trusted folder is; what lies around or beside it is not."""
    trusted = added((), root)
    assert is_trusted(root / "deep", trusted)
    assert not is_trusted(root.parent, trusted)
    assert not is_trusted(root.with_name("notes2"), trusted)


def test_another_owner_is_not_trusted(root: Path) -> None:
    """A folder that has changed hands is asked about again."""
    assert not is_trusted(root, (f"{root} (owner {os.getuid() + 1})",))


def test_a_folder_that_has_gone_is_named(root: Path, studyapp: Run) -> None:
    """The list tells which entries no longer hold, and why."""
    studyapp("trust", root)
    root.rmdir()
    assert "no longer: No such file" in studyapp("trust", "--list").stdout
    assert not is_trusted(root, entries())


def test_a_path_written_by_hand_is_ones_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an owner the person's own is meant, and `~` their home."""
    monkeypatch.setenv("HOME", str(root.parent))
    assert is_trusted(root, ("~/notes",))
    assert without(("~/notes",), root) == ()


def test_a_link_leads_to_the_folder_itself(root: Path, studyapp: Run) -> None:
    """A library is remembered where it really is, however it was named."""
    link = root.parent / "link"
    link.symlink_to(root)
    studyapp("trust", link)
    assert is_trusted(root, entries())


def test_a_library_that_is_not_there(root: Path, studyapp: Run) -> None:
    """Nothing is trusted that does not exist."""
    assert "does not exist" in studyapp("trust", root / "no", code=1).stderr
    assert not settings_file().exists()
