"""Sentences on the screen."""

from textual.app import App, ComposeResult

from studyapp.tui.widgets.prose import Prose

SENTENCE = "另一个工具改了 1 篇笔记的复习数据，暂未写入；front matter 没有改动。"


class Page(App[None]):
    """A line of prose, 20 cells wide."""

    CSS = "Prose { width: 20; }"

    def compose(self) -> ComposeResult:
        """The line."""
        yield Prose()


async def test_chinese_fills_its_lines_and_nothing_takes_no_room() -> None:
    """A line breaks between any two Chinese characters, within no word, and is as high as told."""
    async with Page().run_test() as pilot:
        prose = pilot.app.query_one(Prose)
        assert not prose.display
        prose.text = SENTENCE
        await pilot.pause()
        lines = [
            "".join(s.text for s in prose.render_line(y)).rstrip() for y in range(prose.size.height)
        ]
        assert lines == [
            "另一个工具改了 1 篇",
            "笔记的复习数据，暂未",
            "写入；front matter",
            "没有改动。",
        ]
        prose.text = ""
        await pilot.pause()
        assert not prose.display
