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
