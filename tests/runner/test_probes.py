"""A snippet with probes does what it does without them, and tells its first and last passes."""

import ast
import contextlib
import io
import os
import textwrap
import time
import traceback
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.client import Runner
from studyapp.runner.events import Value
from studyapp.runner.inside import passes
from studyapp.runner.inside.block import FILE, Block
from studyapp.runner.inside.execute import Execution
from studyapp.runner.inside.halves import halved_for, halved_while
from studyapp.runner.inside.sites import Scope
from studyapp.runner.inside.speaker import Speaker
from studyapp.runner.request import Block as Asked
from studyapp.runner.request import Request
from studyapp.runner.results import Result, collect

NAMES = st.sampled_from(["a", "b", "c"])
COUNTED = [
    "for i in range({end}):\n    done.append(i)",
    "for i in [*range({end})]:\n    done.append(i)",
    "for i in range(40):\n    done.append(i)\n    if i == {end}: break",
    "while n < {end}:\n    n += 1\n    done.append(n)",
    "while True:\n    n += 1\n    done.append(n)\n    if n > {end}: break",
    "while n < {end}:\n    n += 1\n    done.append(n)\nelse:\n    n = 0",
]
SIMPLE = st.one_of(
    st.builds("{} = {} + {}".format, NAMES, NAMES, st.integers(0, 9)),
    st.builds("{} += {}".format, NAMES, NAMES),
    st.builds("{}, {} = {}, 1  # 7".format, NAMES, NAMES, NAMES),
    st.builds("print({}, {})  # 3 4".format, NAMES, NAMES),
    st.builds("log.append({})  # [1]".format, NAMES),
    st.builds("{} = log[{}]".format, NAMES, NAMES),
)
LEAVING = st.sampled_from(["break", "continue"])


def block(lines: list[str]) -> str:
    return textwrap.indent("\n".join(lines), "    ")


def compound(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    body = inner.map(block)
    looped = st.tuples(inner, LEAVING | st.just("pass")).map(lambda t: block([*t[0], t[1]]))
    few = st.integers(0, 3)
    return st.lists(
        st.one_of(
            SIMPLE,
            st.builds("for {} in range({}):\n{}\nelse:\n{}".format, NAMES, few, looped, body),
            st.builds("for {0} in range(3):\n    if {0} > 1: continue\n{1}".format, NAMES, body),
            st.builds("n = 0\nwhile n < 3:\n    n += 1\n{}".format, body),
            st.builds("if {} > {}:\n{}\nelse:\n{}".format, NAMES, NAMES, body, body),
            st.builds("try:\n{}\nexcept IndexError:\n{}\nfinally:\n{}".format, body, body, body),
            st.builds(FUNCTION.format, body),
            st.builds(GENERATOR.format, body),
            st.just(CLOSURE),
            st.builds(CLASS.format, NAMES),
            st.builds("{} = sum(x for x in range({} % 5))".format, NAMES, NAMES),
        ),
        min_size=1,
        max_size=3,
    )


FUNCTION = """
def f(a, b=2, *, c=3):
    'doc'
    n = 0
{}
    return a + b
print(f(a), f.__doc__)"""
GENERATOR = """
def g(b):
    global a
    n = c = a = b
{}
    yield a
    yield b
log.extend(g(b))"""
CLOSURE = """
def h():
    k = 1
    def inner():
        nonlocal k
        k += 1
        return k
    for _ in range(2):
        k = inner()
    return k
log.append(h())"""
CLASS = """
class C:
    __slots__ = ('n',)
    def __init__(self, n):
        self.n = m = n
    def __repr__(self):
        t = 'C'
        return t
print(C({}).n, C(1))"""
PROGRAMS = st.recursive(st.lists(SIMPLE, min_size=1, max_size=3), compound, max_leaves=6)


class Ran:
    """What a run left: plain names, printed text, and the exception with its line."""

    def __init__(self, run: Callable[[dict[str, Any]], None]) -> None:
        names: dict[str, Any] = {"a": 1, "b": 2, "c": 3, "log": [], "__name__": "__main__"}
        self.error = None
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            try:
                run(names)
            except (ArithmeticError, LookupError, NameError) as error:
                frames = traceback.extract_tb(error.__traceback__)
                lines = [frame.lineno for frame in frames if frame.filename == FILE]
                self.error = (type(error), str(error), lines)
        self.printed = printed.getvalue()
        self.names = {name: value for name, value in names.items() if isinstance(value, int | list)}


def with_probes(code: str, names: dict[str, Any]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        Execution([Block(code, 1)], names, Speaker(nowhere, on_flood=lambda: None)).run()
    finally:
        os.close(nowhere)


@given(PROGRAMS, st.sampled_from([-1.0, 0.0001, 1.0]))
def test_probes_change_nothing(lines: list[str], budget: float) -> None:
    """Names, output, and an exception's lines are those of the snippet as it stands.

    So they are where each loop and function gives up its probes after its first pass, or soon.
    """
    code = "\n".join(lines)
    with patch.object(passes, "_BUDGET", budget):
        probed = Ran(lambda names: with_probes(code, names))
    plain = Ran(lambda names: exec(compile(code, FILE, "exec"), names))  # noqa: S102  generated above
    assert probed.names == plain.names
    assert probed.printed == plain.printed
    assert probed.error == plain.error


def run(runner: Runner, code: str, line: int = 1) -> Result:
    request = Request((Asked(code, line, line - 1),))
    result = collect(request, runner.run(request))
    assert result.error is None, result.error
    return result


def passed(values: tuple[Value, ...]) -> list[tuple[int, str, str, int | None, int | None]]:
    told = [(v, v.details.get("pass"), v.details.get("passes")) for v in values]
    return [(v.line, v.name, v.summary, at, of) for v, at, of in told if at]


def test_a_loop_tells_its_first_pass_and_its_last(runner: Runner) -> None:
    """The first comes with its number, the last with the number of passes as well."""
    result = run(runner, "total = 0\nfor k in range(4):\n    total += k\n    half = total / 2", 11)
    assert passed(result.values) == [
        (12, "k", "0", 1, None),
        (13, "total", "0", 1, None),
        (14, "half", "0.0", 1, None),
        (12, "k", "3", 4, 4),
        (13, "total", "6", 4, 4),
        (14, "half", "3.0", 4, 4),
    ]


def test_a_function_tells_what_its_calls_bound_and_returned(runner: Runner) -> None:
    """The first call at once, the last when the run is over."""
    code = "def grow(x):\n    y = x + 1\n    return y * 2\nfor i in range(3): grow(i)"
    assert passed(run(runner, code).values) == [
        (4, "i", "0", 1, None),
        (2, "y", "1", 1, None),
        (3, "return", "2", 1, None),
        (4, "i", "2", 3, 3),
        (2, "y", "3", 3, 3),
        (3, "return", "6", 3, 3),
    ]


def test_a_modules_forward_shows_its_shapes(runner: Runner) -> None:
    """What a method binds on the way is told, symbolic shapes in its comments are judged."""
    code = (
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.up = nn.Linear(4, 6)\n"
        "    def forward(self, x):\n"
        "        h = self.up(x)  # [B, D]\n"
        "        return h.sum(-1)\n"
        "out = Net()(torch.zeros(2, 4))  # [B]"
    )
    result = run(runner, code)
    assert [(v.line, v.name) for v in result.values if "pass" in v.details] == [
        (6, "h"),
        (7, "return"),
    ]
    assert [(c.line, c.holds) for c in result.claims] == [(6, True), (8, True)]


def test_a_million_passes_are_counted(runner: Runner) -> None:
    """A hot loop gives up its probes soon, and its passes are counted to the last."""
    code = (
        "def step(n):\n    m = n + 1\n    return m\nn = 0\nfor i in range(1_000_000): n = step(n)"
    )
    result = run(runner, code)
    last = {v.name: v for v in result.values}
    assert (last["i"].summary, last["i"].details["passes"]) == ("999999", 1_000_000)
    assert last["m"].details["passes"] == 1_000_000
    assert last["m"].details["pass"] <= 1_000_000


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from(COUNTED))
def test_passes_are_counted_to_the_last(most: int, end: int, code: str) -> None:
    """However many of them had probes, and whether the loop ran out or was left."""
    done, probed = [], 0

    def is_enough() -> bool:
        return probed >= most

    scope = Scope(0, is_enough)

    def passed() -> None:
        nonlocal probed
        probed += 1

    statement = ast.parse(code.format(end=end)).body[0]
    assert isinstance(statement, ast.For | ast.While)
    names = {"done": done, "passed": passed, "n": 0}
    marked = [*ast.parse("passed()").body, *statement.body]
    rewrite = halved_for if isinstance(statement, ast.For) else halved_while
    module = ast.Module([rewrite(statement, scope, marked, statement.body)], [])
    exec(compile(module, FILE, "exec"), names)  # noqa: S102  written above
    assert scope.probed + scope.unprobed() == len(done)
    assert scope.probed == min(len(done), max(most, 1))


def test_a_hot_loop_costs_little_more_than_before() -> None:
    """Beside the same loops in a snippet that is left alone, in turns, by the CPU's clock."""
    loops = (
        "s = 0\nfor i in range(300_000):\n    s += i * i\n",
        "n = s = 0\nwhile n < 200_000:\n    n += 1\n    s += n\n",
    )
    for loop in loops:
        turns = [(cpu(loop), cpu(loop + "locals")) for _ in range(5)]
        probed, plain = map(min, zip(*turns, strict=True))
        assert probed < plain * 1.8


def cpu(code: str) -> float:
    """Seconds of this process for a run of `code`."""
    start = time.process_time()
    with_probes(code, {})
    return time.process_time() - start


AS_IT_STANDS = {
    "reference counts": """
        import sys
        def f(x):
            y = x
            return sys.getrefcount(x)
        print(f([]))
    """,
    "weak references": """
        import weakref
        class A: ...
        for _ in range(2):
            a = A()
            r = weakref.ref(a)
            del a
        print(r())
    """,
    "locals": """
        def f():
            x = 1
            return sorted(locals())
        print(f())
    """,
    "the namespace": """
        def f():
            x = 1
        f()
        print([name for name in dir() if not name.startswith("_")])
    """,
    "a decorator": """
        import functools
        @functools.lru_cache
        def fib(n):
            r = n if n < 2 else fib(n - 1) + fib(n - 2)
            return r
        print(fib(20))
    """,
    "a generator": """
        def g():
            for i in range(3):
                x = yield i
                print(x)
        it = g()
        print(next(it), it.send("a"), list(it))
    """,
    "a coroutine": """
        import asyncio
        async def f():
            x = await asyncio.sleep(0, 5)
            return x
        print(asyncio.run(f()))
    """,
    "recursion": """
        def f(n):
            if n == 0: return 0
            m = f(n - 1) + 1
            return m
        print(f(200))
    """,
    "special methods": """
        class P:
            def __len__(self):
                n = 3
                return n
            def __repr__(self):
                t = "P"
                return t
        p = P()
        print(len(p), p)
    """,
    "threads": """
        import threading
        out = []
        def work(k):
            for j in range(50):
                v = j
            out.append(k)
        threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(sorted(out))
    """,
}


@pytest.mark.parametrize("code", [*map(textwrap.dedent, AS_IT_STANDS.values())], ids=AS_IT_STANDS)
def test_what_looks_closely_sees_nothing_else(runner: Runner, code: str) -> None:
    """Reference counts, locals, generators, threads and the like are as without probes."""
    with contextlib.redirect_stdout(io.StringIO()) as expected:
        exec(compile(code, FILE, "exec"), {"__name__": "__main__"})  # noqa: S102  as above
    assert run(runner, code).stdout == expected.getvalue()


COMPILED = {
    "inspect": """
        import inspect
        def f():
            # why
            x = 1
            return x
        f()
        print(inspect.getsource(f))
    """,
    "script": """
        @torch.jit.script
        def f(x):
            y = x * 2
            return y
        print(f(torch.ones(1)))
    """,
    "compile": """
        @torch.compile(backend="eager", fullgraph=True)
        def f(x):
            y = x * 2
            return y
        print(f(torch.ones(1)))
    """,
    "trace": """
        from torch.fx import symbolic_trace
        class M(nn.Module):
            def forward(self, x):
                y = x + 1
                return y
        print(symbolic_trace(M()).code)
    """,
}


@pytest.mark.parametrize("code", [*map(textwrap.dedent, COMPILED.values())], ids=COMPILED)
def test_compilers_get_the_original(runner: Runner, code: str) -> None:
    """What reads source or byte code finds the note's own, and no probe in its way."""
    result = run(runner, code)
    assert result.stdout
    assert "<" not in result.stdout.replace("<MulBackward0>", "")


def test_an_errors_lines_inside_loops_are_the_notes(runner: Runner) -> None:
    """The trace of an exception in a probed function names the note's lines and code alone."""
    code = (
        "def f(x):\n    y = 1\n    for i in range(3):\n        z = y / (1 - i)\n    return z\nf(0)"
    )
    request = Request((Asked(code, 31, 30),))
    result = collect(request, runner.run(request))
    assert result.error is not None
    assert result.error.line == 34
    assert result.error.trace == (
        "line 36, in <module>: f(0)",
        "line 34, in f: z = y / (1 - i)",
    )
