"""A mock interview, pure: what is asked, how it goes, what it showed."""

from studyapp.study.mock.budget import budget
from studyapp.study.mock.draw import draw, weakness
from studyapp.study.mock.interview import Input, Judged, Mock, Stop, start, step
from studyapp.study.mock.question import Answer, Origin, Question
from studyapp.study.mock.result import Topic, by_topic, interval, overall, to_work_on

__all__ = [
    "Answer",
    "Input",
    "Judged",
    "Mock",
    "Origin",
    "Question",
    "Stop",
    "Topic",
    "budget",
    "by_topic",
    "draw",
    "interval",
    "overall",
    "start",
    "step",
    "to_work_on",
    "weakness",
]
