"""While a large library is read for the first time."""

from collections.abc import Callable
from pathlib import Path

from studyapp.tui.app import StudyApp

NOTE = "# Number {n}\n\n**Q: What is {n}?**\nA: A number.\n"


async def test_home_shows_how_far_the_library_is_read(notes: Path, sit: Callable) -> None:
    """A bar and two numbers stand on Home until all is read."""
    async with sit(notes) as person:
        person.app.post_message(StudyApp.Reading(3200, 10_000))
        await person.sees("reading 3,200 of 10,000 notes")
        await person.presses("f5")
        assert "reading" not in person.sight


async def test_the_first_cards_come_before_the_last_note(
    tmp_path: Path, build: Callable[..., StudyApp]
) -> None:
    """Home opens on the first notes that were read, and has them all in the end."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.md").write_text(NOTE.format(n=number))
    app = build(folder)
    sizes = []
    async with app.run_test() as pilot:
        app.watch(app, "snapshot", lambda new: sizes.append(len(new.cards) if new else 0))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading is None
    assert sizes[-1] == 400
    assert any(0 < size < 400 for size in sizes)
