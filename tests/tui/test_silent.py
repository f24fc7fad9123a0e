"""A key that does nothing just now says why, in one line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from studyapp.tui.mocking import Wish
from studyapp.tui.screens.sideacts import SideActs

Sit = Callable[..., Any]
UNSEEN = "The answer comes first: space"


async def tells(person: Any, **words: str) -> None:
    """Press each key and see its words, which then go, so that the next must say its own."""
    for key, told in words.items():
        await person.presses(key)
        await person.sees(told)
        person.app.clear_notifications()
        if isinstance(person.app.screen, SideActs):
            person.app.screen.say_below("")


async def test_while_studying_every_key_says_why_it_does_nothing(sit: Sit, notes: Path) -> None:
    """Before the answer, beside a demo that was not run, in a repeat, at the end."""
    async with sit(notes, size=(120, 36)) as person:
        await person.presses("enter")
        await person.sees("What does adding")
        await tells(person, **dict.fromkeys(("3", "x", "j", "m", "r", "g", "d"), UNSEEN))
        await tells(person, y="Only short answers are typed; W writes a long one")
        await person.presses("space")
        await person.sees("a = torch.tensor")
        await tells(person, h="The answer is in sight already", g="No value with an autograd graph")
        await tells(person, o="No figure was drawn", X="No stated result differs here")
        await tells(person, l="It needs no earlier code", right_square_bracket="There is no other")
        await person.presses("1", "space", "3", "space", "3", "space", "3")
        await person.sees("1 to repeat today")
        await person.presses("space")
        await tells(person, **{"2": "A repeat takes 1 or 3"})
        await person.presses("3")
        await person.sees("Done for now")
        await tells(person, **dict.fromkeys("snwehW", "No card is asked any more"))


async def test_on_home_and_in_lists_a_key_says_why(sit: Sit, notes: Path) -> None:
    """Where there is nothing to mend, to weigh, to act on, to go back to."""
    async with sit(notes, size=(120, 36)) as person:
        await person.sees("4 new")
        await tells(person, r="No question was reworded", m="No note holds git's conflict")
        await tells(person, k="No other tool changed", g="no new journal", plus="Choose a deck")
        await tells(person, plus="Choose a deck", minus="Choose a deck")
        assert person.sight.count("Choose a deck") == 1
        await tells(person, i="30 minutes, about 4 questions", escape="enter study")
        await tells(person, b="4 cards", slash="search")
        await person.presses("z", "z", "z")
        await person.sees("0 cards")
        await person.presses("escape")
        await tells(person, **dict.fromkeys("sdgcnw", "No card is here to act on"))
        await person.presses("escape", "v")
        await person.sees("No outlines are here")
        assert "new note" not in person.sight
        await tells(person, **dict.fromkeys("nlocu", "There are no outlines here"))


async def test_in_a_note_a_key_says_why(sit: Sit, notes: Path) -> None:
    """Nothing chosen, nothing run, no note before, no further question."""
    async with sit(notes, size=(120, 36)) as person:
        await person.presses("enter")
        await person.sees("What does adding")
        await person.presses("n")
        await person.sees("2. Questions")
        await tells(person, g="Run the code first: r", backspace="No note was open before")
        await person.presses("full_stop", "full_stop", "full_stop")
        await tells(person, full_stop="There is no further one")


async def test_in_an_interview_a_key_says_why(sit: Sit, notes: Path) -> None:
    """Before the answer, before the first grade, and where its grades were set not to count."""
    async with sit(notes, size=(120, 36), mock=Wish(30, seed=1)) as person:
        await person.sees("Question 1")
        await tells(person, n=UNSEEN, u="No answer was graded yet", m=UNSEEN)
        await person.presses("space", "3", "q", "q")
        await person.sees("Count 1 of these")
        await tells(person, u="Nothing was counted to take back", g="Nothing is left to work on")
        await person.presses("n")
        await tells(person, y="The grades were set not to count")
