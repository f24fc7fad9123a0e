"""The wheel and the sdist hold what the program needs, and install into an empty environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling import build

from studyapp import __version__

ROOT = Path(__file__).parents[2]
DECKS = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("decks/**/*.md")}
SOURCES = {
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("studyapp/**/*")
    if path.is_file() and path.suffix in {".py", ".tcss", ".html", ".js"}
}
ZYGOTE = {"studyapp/runner/inside/__main__.py"}


@pytest.fixture(scope="session")
def _asked(request: pytest.FixtureRequest) -> None:
    """Skip, before anything is built, what takes minutes and nobody asked for."""
    if not request.config.getoption("--packaging"):
        pytest.skip("takes minutes: --packaging")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wheel and sdist, built as pip builds them."""
    folder, here = tmp_path_factory.mktemp("dist"), Path.cwd()
    os.chdir(ROOT)  # where a build backend is called, by PEP 517
    try:
        names = build.build_wheel(str(folder)), build.build_sdist(str(folder))
    finally:
        os.chdir(here)
    return folder / names[0], folder / names[1]


def test_what_is_inside(packages: tuple[Path, Path]) -> None:
    """Code, styles, pages and decks are in both; the sdist also builds and tests itself."""
    wheel, sdist = packages
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert SOURCES | {f"studyapp/{note}" for note in DECKS} <= inside
    assert SOURCES > ZYGOTE
    assert not {name for name in inside if name.startswith("tests") or name.endswith(".pyc")}
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert SOURCES | DECKS | {"pyproject.toml", "LICENSE", "tests/conftest.py"} <= inside


@pytest.mark.usefixtures("_asked")
def test_an_empty_environment(packages: tuple[Path, Path], tmp_path: Path) -> None:
    """Installed from either, the program runs from another folder and studies its own decks."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    programs = tmp_path / "env" / "bin"
    home = {"HOME": str(tmp_path), "PATH": os.defpath, "LANG": "C.UTF-8"}

    def said(*arguments: str) -> str:
        command = [str(programs / "studyapp"), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=home, check=True, capture_output=True, text=True
        ).stdout

    for package, flags in zip(packages, ([], ["--force-reinstall", "--no-deps"]), strict=True):
        pip = [str(programs / "python"), "-m", "pip", "install", "-q", *flags, str(package)]
        subprocess.run(pip, check=True)
        assert said("--version").strip() == f"studyapp, version {__version__}"
        cards = json.loads(said("cards", "--json"))
        assert {card["note"] for card in cards} == {note.removeprefix("decks/") for note in DECKS}
    (decks,) = json.loads(said("trust", "--json"))  # where its copy of them lies
    demo = next(demo for card in cards for demo in card["demos"])
    (run,) = json.loads(said("run", f"{decks}/{demo['note']}:{demo['line']}", "--json"))
    assert run["status"] == "ok"
    assert run["values"]
