"""Demos of a library too large to be read for one card."""

from collections.abc import Iterator, Mapping

from studyapp.demos import Chooser
from studyapp.notes import Note, parse

ASKING = b"# Views of tensors\n\n**Q: Does a view share storage?**\nA: It does.\n"
SHOWING = b"# Views share storage\n\n```python\na = torch.zeros(4)\nprint(a.view(2, 2))\n```\n"


class Counted(Mapping[str, Note]):
    """Notes that are read when they are asked for."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.texts = texts
        self.read: list[str] = []

    def __getitem__(self, path: str) -> Note:
        self.read.append(path)
        return parse(self.texts[path], path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def library(size: int) -> Counted:
    others = {f"{n}.md": f"# Chapter {n}\n\nText number {n}.\n".encode() for n in range(size)}
    return Counted({**others, "asking.md": ASKING, "showing.md": SHOWING})


def test_only_a_sample_and_the_notes_near_a_card_are_read() -> None:
    """With topics at hand, a card's demo in another note is found without reading them all."""
    notes = library(3000)
    (card,) = parse(ASKING, "asking.md").cards
    topics = [(path, text.decode().split("\n")[0]) for path, text in notes.texts.items()]
    (demo,) = Chooser(notes, lambda: topics).choose(card)
    assert demo.note == "showing.md"
    assert len(set(notes.read)) < 510


def test_a_small_library_is_weighed_as_a_whole() -> None:
    """Below the size of the sample, topics at hand change no choice."""
    notes = library(20)
    (card,) = parse(ASKING, "asking.md").cards
    topics = [(path, text.decode().split("\n")[0]) for path, text in notes.texts.items()]
    assert Chooser(notes).choose(card) == Chooser(notes, lambda: topics).choose(card)


def test_the_bundled_decks_are_asked_once() -> None:
    """A demo of theirs is found by its path among the chooser's notes; they are read one time."""
    asked: list[str] = []

    def decks() -> dict[str, Note]:
        asked.append("decks")
        return {"decks/showing.md": parse(SHOWING, "decks/showing.md")}

    note = parse(ASKING, "asking.md")
    chooser = Chooser({"asking.md": note}, decks=decks)
    for _ in range(2):
        (demo,) = chooser.choose(note.cards[0])
    assert (demo.source, chooser.notes[demo.note].title) == ("decks", "Views share storage")
    assert list(chooser.notes) == ["asking.md", "decks/showing.md"]
    assert len(chooser.notes) == 2
    assert asked == ["decks"]
