"""Demos from the decks that came with the program."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from studyapp.cli import bundled

ASKING = "# Training tricks\n\n**Q: Why clip the gradient norm?**\nA: Large steps diverge.\n"
SHOWING = """# Gradient clipping

## Clipping the gradient norm
```py
w = torch.ones(3, requires_grad=True)
(w * 9).sum().backward()
print(nn.utils.clip_grad_norm_([w], 1.0), w.grad.norm())
```
"""


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "bundled" / "clipping.md"
    file.parent.mkdir()
    file.write_text(SHOWING, "utf-8")
    monkeypatch.setattr(bundled, "bundled_notes", lambda: [(file, "torch/clipping.md")])
    return file


def demos(result: Result) -> list[dict[str, Any]]:
    (card,) = json.loads(result.stdout)
    found: list[dict[str, Any]] = card["demos"]
    return found


def test_the_decks_fill_a_gap(root: Path, deck: Path, studyapp: Callable[..., Result]) -> None:
    """A question that the library's own notes show nothing for takes a fence of the decks'."""
    assert deck.exists()
    (root / "a.md").write_text(ASKING, "utf-8")
    (demo,) = demos(studyapp("cards", root, "--json"))
    assert (demo["note"], demo["source"]) == ("decks/torch/clipping.md", "decks")


def test_a_copy_in_the_library_is_its_own(
    root: Path, deck: Path, studyapp: Callable[..., Result]
) -> None:
    """Where the library holds a copy of a deck's note, the copy is what is shown."""
    (root / "a.md").write_text(ASKING, "utf-8")
    (root / "torch").mkdir()
    (root / "torch" / deck.name).write_bytes(deck.read_bytes())
    (demo,) = demos(studyapp("cards", root, "--json"))
    assert (demo["note"], demo["source"]) == ("torch/clipping.md", "library")


def test_the_bundled_decks_are_one_a_language(tmp_path: Path) -> None:
    """Where both bundled decks lie, each language has its own; in other libraries none has."""
    decks = Path(__file__).parents[2] / "decks"
    assert bundled.languages(decks) == {"zh": "pytorch", "en": "pytorch-en"}
    assert bundled.languages(tmp_path) == {}


@pytest.fixture
def twins(root: Path) -> Path:
    for deck, question in (("pytorch", "张量是什么？"), ("pytorch-en", "What is a tensor?")):
        (root / deck).mkdir()
        (root / deck / "a.md").write_text(
            f"# {deck}\n\n**Q: {question}**\nA: Numbers in a grid.\n", "utf-8"
        )
    return root


def asked(result: Result) -> list[str]:
    return [card["deck"] for card in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("locale", "deck"), [("zh_CN.UTF-8", "pytorch"), ("de_DE", "pytorch-en"), ("C", "pytorch-en")]
)
def test_the_bundled_decks_ask_in_one_language(
    twins: Path,
    locale: str,
    deck: str,
    studyapp: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A day asks the deck of the person's language, the other only once it was weighed."""
    monkeypatch.setenv("LC_ALL", locale)
    assert asked(studyapp("due", twins, "--json")) == [deck]
    assert not twins.joinpath(".studyapp").exists()
    for one in ("pytorch", "pytorch-en"):
        studyapp("settings", "set", f"weights.{one}", "1", "--library", twins)
    assert asked(studyapp("due", twins, "--json")) == ["pytorch", "pytorch-en"]


def test_to_weigh_one_deck_says_nothing_of_the_other(
    twins: Path, studyapp: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deck that waits for its language is not written down as one that nobody wants."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    studyapp("settings", "set", "weights.pytorch", "2", "--library", twins)
    assert twins.joinpath(".studyapp/settings.toml").read_text() == "[weights]\npytorch = 2\n"
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert asked(studyapp("due", twins, "--json")) == ["pytorch", "pytorch-en"]


def test_a_deck_opened_alone_is_asked_in_any_language(
    twins: Path, studyapp: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opens the folder of one bundled deck is asked what is in it."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    twins.joinpath(".studyapp").mkdir()
    assert asked(studyapp("due", twins / "pytorch", "--json")) == ["pytorch"]
    assert asked(studyapp("due", twins, "--json")) == ["pytorch-en"]
