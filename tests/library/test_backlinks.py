"""The notes that link to a note, found among all."""

from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from studyapp.library.backlinks import backlinks
from studyapp.library.library import Library

NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


def test_every_way_to_spell_a_link_is_found(tmp_path: Path) -> None:
    """Encoded or not, as a path, a wiki's name in other case, a name with blanks, or escaped."""
    name = "图 (什么是？).md"
    notes = {
        f"deep/{name}": "# 图\n\nMyself: [me](图%20(什么是？).md)\n",
        "a.md": "# A\n\n[plain](deep/图%20(什么是？).md)\n",
        "b.md": f"# B\n\ntext\n[coded](deep/{quote(name)})\n",
        "c.md": "# C\n\n[[图 (什么是？)]] and [[图 (什么是？)|again]]\n",
        "d.md": "# D\n\n什么是？ `[x](deep/图%20(什么是？).md)`\n",
        "deep/e.md": f"# E\n\n[blanks]({name})\n",
        "Mixed.md": "# M\n",
        "f.md": "# F\n\n[[mixed]]\n",
        "beam_search.md": "# Beams\n",
        "g.md": "# G\n\n[escaped](beam\\_search.md)\n",
    }
    for path, text in notes.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    snapshot = Library(tmp_path, "", "device").open(NOW)
    found = [(one.path, one.line) for one in backlinks(snapshot, f"deep/{name}")]
    assert sorted(found) == [("a.md", 3), ("b.md", 4), ("c.md", 3), ("c.md", 3), ("deep/e.md", 3)]
    assert [one.path for one in backlinks(snapshot, "Mixed.md")] == ["f.md"]
    assert [one.path for one in backlinks(snapshot, "beam_search.md")] == ["g.md"]
