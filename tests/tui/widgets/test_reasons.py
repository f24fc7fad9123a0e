from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH, reason


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("needs tensorflow", "需要 tensorflow"),
        ("needs `model`, `x`, which the note defines nowhere", "需要 `model`, `x`，笔记里没有定义"),
        (
            "the fence at line 12, which this one needs, needs CUDA",
            "它要用到第 12 行的代码，而那段需要 CUDA",
        ),
        (
            "the fence at line 12, which this one needs, failed: ValueError: a\\1",
            "它要用到第 12 行的代码，而那段出错了：ValueError: a\\1",
        ),
        ("still running after 10 s", "10 秒后仍在运行"),
        ("with lines 5, 88, which come later", "先运行了后面第 5, 88 行的代码"),
        (
            "called, but nothing happened: self.layers is empty",
            "调用了，但什么也没发生：self.layers 是空的",
        ),
        ("something quite new", "something quite new"),
    ],
)
def test_reasons_are_told_in_the_language(english: str, chinese: str) -> None:
    """What the runner says in English stands in Chinese where the interface does."""
    assert reason(english, CHINESE) == chinese
    assert reason(english, ENGLISH) == english


@given(st.text())
def test_any_reason_can_be_told(text: str) -> None:
    """A reason with a snippet's own words in it is never a fault."""
    reason(text, CHINESE)
    reason(f"failed: {text}", CHINESE)
