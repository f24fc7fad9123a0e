"""Outlines on disk: where they lie, which folder a new note goes to, a link and its undoing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.library.outlines import outline_folder, read_outlines
from studyapp.library.outlining import Linked, folder_for, link_note, named, promised
from studyapp.notes import Waits

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Notes and an outline in a folder that git keeps."""
    (tmp_path / ".git").mkdir()
    for path, text in {
        "a/notes/net/ring.md": "# Ring\n",
        "a/notes/my_plan/x.md": "# X\n",
        "outlines/sub/plan.md": "- [Ring]()\n- [Hop](../../a/notes/net/hop.md)\n- Far\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_outlines_are_looked_for_up_to_gits_folder(base: Path) -> None:
    """In the library first; a name that is given is seen from the library, and must be there."""
    root = base / "a" / "notes"
    assert outline_folder(root) == base / "outlines"
    (root / "outlines").mkdir()
    assert outline_folder(root) == root / "outlines"
    assert outline_folder(root, "", "../../outlines/sub") == root / "../../outlines/sub"
    assert outline_folder(root, "nowhere", "../../outlines") is None
    assert [one.path for one in read_outlines(base / "outlines")] == ["sub/plan.md"]


def test_a_link_is_written_and_taken_out_again(base: Path) -> None:
    """To the byte; where somebody was faster, theirs stays, and nothing is undone."""
    root, place = base / "a" / "notes", base / "outlines"
    file = place / "sub" / "plan.md"
    before = file.read_bytes()
    (first, hop, _) = read_outlines(place)[0].questions()
    done = link_note(place, "sub/plan.md", first, root, "net/ring.md")
    assert isinstance(done, Linked)
    assert file.read_text("utf-8").startswith("- [Ring](../../a/notes/net/ring.md)\n- [Hop]")
    assert isinstance(link_note(place, "sub/plan.md", first, root, "net/ring.md"), Waits)
    assert done.undo()
    assert file.read_bytes() == before
    done = link_note(place, "sub/plan.md", hop, root, "net/ring.md")
    file.write_bytes(b"- mine\n")
    assert isinstance(done, Linked)
    assert not done.undo()
    assert file.read_bytes() == b"- mine\n"


def test_a_new_note_goes_where_its_chapters_notes_lie(base: Path) -> None:
    """Else where the wider chapter's do; else into the folder called as the outline is."""
    root, place = base / "a" / "notes", base / "outlines"
    library = Library(root, "", "device-1")
    library.open(NOW)
    groups = [[], ["net/ring.md"], ["my_plan/x.md", "my_plan/y.md", "net/ring.md"]]
    assert folder_for(library.snapshot, "plan.md", groups) == "net"
    assert folder_for(library.snapshot, "sub/my plan.md", []) == "my_plan"
    assert folder_for(library.snapshot, "other.md", [[]]) == "other"
    assert named(place, "sub/plan.md", root, "net") == "sub/plan.md"
    assert named(place / "sub", "plan.md", root, "net") == "../../../outlines/sub/plan.md"
    (_, hop, far) = read_outlines(place)[0].questions()
    assert promised(place, "sub/plan.md", hop, root) == ("net", "hop.md")
    assert promised(place, "sub/plan.md", far, root) is None
