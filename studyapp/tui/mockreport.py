"""The report of a mock interview, as markdown: for the screen, or for its file with links.

Imports no part of Textual.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from studyapp.notes.points import points
from studyapp.study.mock import by_topic, interval, overall, to_work_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from studyapp.notes import Card
    from studyapp.study.mock import Answer, Topic
    from studyapp.tui.mocking import Script
    from studyapp.tui.words import Words

_MARKUP = re.compile(r"[\\`*_\[\]<>|]")


def report(
    script: Script,
    answers: Sequence[Answer],
    cards: Mapping[str, Card],
    say: Words,
    *,
    links: Callable[[str], str] | None = None,
) -> str:
    """What was told: in all, by topic, what to work on, and every answer.

    With `links`, which tells where a note lies, the place of each card leads there.
    """
    told = _Report(cards, say, links)
    parts = [
        f"# {say('mock_report', day=script.day.isoformat())}",
        told.summary(script, answers),
        f"## {say('mock_topics')}",
        told.topics(by_topic(answers, script.foretold)),
        say("mock_foretold"),
        f"## {say('mock_work')}",
        told.work(to_work_on(answers)),
        f"## {say('mock_answers')}",
        "\n".join(line for answer in answers for line in told.answer(answer)),
    ]
    return "\n\n".join(parts) + "\n"


def stopwatch(seconds: float) -> str:
    """Seconds as minutes and seconds: 1:05."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


class _Report:
    """The parts of a report about `cards`."""

    def __init__(
        self, cards: Mapping[str, Card], say: Words, links: Callable[[str], str] | None
    ) -> None:
        self._cards = cards
        self._links = links
        self._say = say

    def summary(self, script: Script, answers: Sequence[Answer]) -> str:
        """How much was asked and how much of it told."""
        share = overall(answers)
        low, high = interval(share, len(answers))
        counts = self._say(
            "mock_counts",
            n=len(answers),
            follow=sum(one.question.step > 0 for one in answers),
            took=stopwatch(sum(one.seconds for one in answers)),
            set=round(script.seconds / 60),
            seed=script.seed,
        )
        told = self._say("mock_told", told=f"{share:.0%}", low=f"{low:.0%}", high=f"{high:.0%}")
        return f"{counts}\n\n{told}"

    def topics(self, topics: Sequence[Topic]) -> str:
        """A table, the weakest topic first."""
        heads = self._say("mock_heads").split(" · ")
        rows = [heads, ["---"] + ["--:"] * (len(heads) - 1), *map(self._topic, topics)]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _topic(self, topic: Topic) -> list[str]:
        foretold = "" if topic.foretold is None else f"{topic.foretold:.0%}"
        name = _plain(topic.name) or self._say("root")
        time = f"{stopwatch(topic.seconds)} / {stopwatch(topic.budget)}"
        return [name, str(topic.asked), f"{topic.told:.0%}", foretold, time]

    def work(self, weak: Sequence[Answer]) -> str:
        """The answers to work on, each with where it is and the points that were missed."""
        if not weak:
            return self._say("mock_whole")
        return "\n".join(line for n, one in enumerate(weak, 1) for line in self._weak(n, one))

    def _weak(self, number: int, answer: Answer) -> Iterator[str]:
        yield f"{number}. {self._question(answer)} · {self._judged(answer)}"
        if card := self._cards.get(answer.question.card):
            every = points(card.answer)
            for place in answer.missed:
                if place < len(every):
                    yield f"   - {self._say('mock_missed', points=every[place].text)}"

    def answer(self, answer: Answer) -> Iterator[str]:
        """One of all answers, follow-ups set in, with what was typed, its lines kept apart."""
        indent = "  " if answer.question.step else ""
        time = f"{stopwatch(answer.seconds)} / {stopwatch(answer.question.budget)}"
        yield f"{indent}- {self._question(answer)} · {time} · {self._judged(answer)}"
        if answer.text.strip():
            yield ""
            yield f"{indent}  {self._say('mock_written')}"
            yield ""
            yield from (f"{indent}  > {line}  " for line in answer.text.strip().split("\n"))
            yield ""

    def _question(self, answer: Answer) -> str:
        card = self._cards.get(answer.question.card)
        if card is None:
            return f"{_plain(answer.question.note)} {self._say('mock_gone')}"
        place = f"{_plain(card.note)}:{card.line}"
        if self._links:
            place = f"[{place}]({quote(self._links(card.note))}#L{card.line})"
        return f"{' '.join(card.question.split())} · {place}"

    def _judged(self, answer: Answer) -> str:
        grade = self._say(answer.grade.name.lower())
        if answer.said is None:
            return grade
        said = self._say("mock_points", n=len(answer.said), of=answer.points)
        return f"{said} · {grade}"


def _plain(text: str) -> str:
    """Text as markdown that means no more than itself."""
    return _MARKUP.sub(r"\\\g<0>", text)
