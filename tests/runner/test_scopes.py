import ast
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner import scopes


def needed(code: str) -> list[str]:
    return scopes.read(scopes.parse(code)).needed()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("y = x + 1", ["x"]),
        ("x = 1\ny = x", []),
        ("x = x + 1", ["x"]),
        ("total += 1", ["total"]),
        ("for i in range(n):\n    s = i\nprint(s)", ["n"]),
        ("ys = [f(x) for x in xs if x > low]", ["xs", "low", "f"]),
        ("pairs = {k: v for k, v in items}\nk", ["items", "k"]),
        ("def f(a, b=c):\n    d = a\n    return d + e", ["c", "e"]),
        ("def f():\n    return g()\ndef g():\n    return 1", []),
        ("class A(Base):\n    size = n\n    twice = size * 2", ["Base", "n"]),
        ("import a.b, c as d\na, d", []),
        ("from a import b as c\nb", ["b"]),
        ("with open(p) as f:\n    text = f.read()", ["p"]),
        ("f = lambda x, y=z: x + y + w", ["z", "w"]),
        ("try:\n    pass\nexcept E as error:\n    print(error)", ["E"]),
        ("def f():\n    global n\n    n = 1", []),
        ("(a := 1)\na", []),
        ("x: int = y", ["y"]),
        ("def f(x: T) -> U: ...", ["T", "U"]),
        ("async def f():\n    async for x in xs:\n        print(x)", ["xs"]),
    ],
)
def test_names_come_from_outside_only_where_python_would_look_there(
    code: str, names: list[str]
) -> None:
    """The needed names of each construct are those that Python reads before it binds them."""
    assert needed(code) == names


def test_what_may_never_run_is_not_needed_at_once() -> None:
    """A branch and a function's body read their names later, the top level reads its own now."""
    names = scopes.read(scopes.parse("if a:\n    b\ndef f():\n    c\nd"))
    assert list(names.now) == ["a", "d"]
    assert list(names.called) == ["b", "c"]


@given(st.from_regex(r"[abc] = [abcd]( [+*] [abcd]){0,2}", fullmatch=True))
def test_straight_code_needs_exactly_what_a_run_would_miss(line: str) -> None:
    """With the needed names given, an assignment runs; without any one of them, it fails."""
    names = needed(line)
    given_names = dict.fromkeys(names, 1)
    exec(line, dict(given_names))  # noqa: S102  the strategy makes assignments only
    for name in names:
        rest = {key: 1 for key in names if key != name}
        with pytest.raises(NameError):
            exec(line, rest)  # noqa: S102  as above


@given(st.text(max_size=40))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """Parsing answers with a tree or with one of the three errors it names."""
    with contextlib.suppress(SyntaxError, ValueError, RecursionError):
        assert isinstance(scopes.parse(text), ast.Module)
