"""Links to other files: found outside code, resolved from the note upwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import Link, parse
from studyapp.notes.destinations import destinations

HEAD = "---\nrelated_outlines:\n- outlines/sorting.md\n- '[[graphs#part 2]]'\n---\n"


def links(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.target) for one in parse(text.encode(), "t.md").links]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("see [b](b.md)", "b.md"),
        ("![plot](img/plot.png)", "img/plot.png"),
        ("[b](<a b (c).md>)", "a b (c).md"),
        ("[b](a%20b.md#part 'title')", "a b.md"),
        ("[f() and g()](io/f()_and_g().md)", "io/f()_and_g().md"),
        ("[b](one (open.md)", "one (open.md"),
        ("[b](a b.md), then [web](https://example.org)", "a b.md"),
        ("[web](https://example.org) then [b](a b.md)", "a b.md"),
        ("[b](C#.md)", "C#.md"),
        ("[b](NUMA是什么？.md?x=1)", "NUMA是什么？.md"),
        (r"[b](a\(b.md)", "a(b.md"),
        ("[`b`](a`b`.md)", "a`b`.md"),
        ("[b]: ../b.md", "../b.md"),
    ],
)
def test_an_inline_link_is_read_whole(line: str, target: str) -> None:
    """Names with parentheses, spaces, marks and per cent signs, in each spelling of a link."""
    assert links(f"# T\n\n{line}\n") == [("inline", target)]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("见[[堆排序]]。", "堆排序"),
        ("[[deck/Heap sort#why|heaps]]", "deck/Heap sort"),
        ("| [[heap\\|h]] |", "heap"),
        ("![[plot 1.png]]", "plot 1.png"),
        ("[[What's X?]]", "What's X?"),
    ],
)
def test_a_wiki_link_is_its_name(line: str, target: str) -> None:
    """Without its alias and its part; embedded files too."""
    assert links(f"# T\n\n{line}\n") == [("wiki", target)]


@pytest.mark.parametrize(
    "text",
    [
        "[web](https://example.org/a.md)",
        "[mail](mailto:a@b.c)",
        "[part](#part)",
        "`[b](b.md)` and `` [[b]] ``",
        "```\n[b](b.md)\n```",
        "    [b](b.md)",
        "<!-- [b](b.md) -->",
        "f[i](x, y) and x[[0, 1]] and [[1, 2]] and [['a']]",
        "[b]({{path}}.md) [[{{name}}]]",
        "[^1]: b.md",
    ],
)
def test_what_is_no_link_to_a_file(text: str) -> None:
    """The web, parts of the page, code, comments, indices, placeholders, footnotes."""
    assert links(f"# T\n\n{text}\n") == []


def test_outlines_are_links_of_the_front_matter() -> None:
    """Each entry of `related_outlines`, as a path or a name, at the line of its key."""
    assert parse(HEAD.encode(), "t.md").links == (
        Link("outlines/sorting.md", "outlines/sorting.md", 2, "outline"),
        Link("[[graphs#part 2]]", "graphs", 2, "outline"),
    )


def test_links_keep_order_and_line() -> None:
    """Several on a line come as they stand, each with its text and its line in the file."""
    text = f"{HEAD}# T\n\n[[a]] [b](b.md)\n"
    found = [(one.text, one.line) for one in parse(text.encode(), "t.md").links[2:]]
    assert found == [("a", 8), ("b", 8)]


def test_a_target_is_sought_from_the_note_upwards() -> None:
    """Beside the note, in the library, in each folder above it that is allowed."""
    assert destinations("io/b.md", "deck/sub/t.md", above=2) == (
        "deck/sub/io/b.md",
        "io/b.md",
        "../io/b.md",
        "../../io/b.md",
    )
    assert destinations("./b.md", "t.md", above=0) == ("b.md",)
    assert destinations("../b.md", "deck/t.md", above=0) == ("b.md", "../b.md")
    assert destinations("/b.md", "deck/t.md", above=1) == ("b.md", "../b.md")


@given(st.text("[]()<>`\\!#^:|. md/?'\"", max_size=200))
def test_any_line_is_searched(line: str) -> None:
    """No mix of marks breaks the search, and every target found has words."""
    assert all(one.target for one in parse(f"# T\n\n{line}\n".encode(), "t.md").links)


@pytest.mark.parametrize("part", ["[", "[[", "[a](", "[a](((", "`[", "[a]", "![", "[a](b c "])
def test_hostile_lines_cost_little(part: str) -> None:
    """A line of a hundred thousand marks is searched in no time to speak of."""
    parse(f"# T\n\n{part * (100_000 // len(part))}](\n".encode(), "t.md")
