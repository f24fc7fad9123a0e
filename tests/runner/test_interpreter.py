import sys
from pathlib import Path

import pytest

from studyapp.runner import interpreter


def make_environment(folder: Path, base: Path) -> Path:
    """A virtual environment in outline, made from the Python in `base`."""
    (base / "bin").mkdir(parents=True)
    (base / "bin/python3.12").write_text("", encoding="utf-8")
    (folder / "bin").mkdir(parents=True)
    (folder / "bin/python").symlink_to(base / "bin/python3.12")
    (folder / "pyvenv.cfg").write_text(f"home = {base}/bin\n", encoding="utf-8")
    return folder / "bin/python"


def test_a_named_python_brings_its_environment_and_its_base(tmp_path: Path) -> None:
    """Both prefixes are needed: the environment's own, and that of the Python it links to."""
    python = make_environment(tmp_path / "env", tmp_path / "base")
    found = interpreter.choose(python, {})
    assert found.python == python
    assert set(found.folders) == {tmp_path / "env", tmp_path / "base"}


def test_a_link_elsewhere_does_not_open_its_folder(tmp_path: Path) -> None:
    """A link in a folder of links is followed, and what lies beside it stays closed."""
    python = make_environment(tmp_path / "env", tmp_path / "base")
    (tmp_path / "home/bin").mkdir(parents=True)
    link = tmp_path / "home/bin/py"
    link.symlink_to(python)
    found = interpreter.other(link)
    assert tmp_path / "home" not in found.folders
    assert link in found.links


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    """Links that lead to each other are given up, not followed forever."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert interpreter.other(tmp_path / "a").python == tmp_path / "a"


def test_this_python_is_the_choice_when_it_has_torch() -> None:
    """Nothing named and torch here: no other environment is looked at."""
    found = interpreter.choose(None, {"VIRTUAL_ENV": "/nowhere"})
    assert found.python == Path(sys.executable)
    assert Path(sys.prefix) in found.folders


def test_an_active_environment_with_torch_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without torch here, the environment that is active is taken if it has it."""
    python = make_environment(tmp_path / "env", tmp_path / "base")
    (tmp_path / "env/lib/python3.12/site-packages/torch").mkdir(parents=True)
    monkeypatch.setattr(interpreter.importlib.util, "find_spec", lambda _: None)
    empty = {"VIRTUAL_ENV": str(tmp_path / "base"), "CONDA_PREFIX": str(tmp_path / "env")}
    assert interpreter.choose(None, empty).python == python
    assert interpreter.choose(None, {}).python == Path(sys.executable)
