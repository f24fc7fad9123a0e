"""Chinese in notices: folded between characters, not at the first blank."""

from typing import Any

ADVICE = "忘了 7 次：这道题可能一次问得太多。按 e 打开编辑器，把它拆开。"


async def test_a_chinese_notice_is_folded_between_characters(sit: Any, notes: Any) -> None:
    """A notice fills its lines, though blanks stand around what is Latin in it."""
    async with sit(notes, size=(80, 24), language="zh") as person:
        person.app.notify(ADVICE, markup=False)
        await person.sees("忘了 7 次：这道题可能一次问得太多。按 e")
