"""How much a run would show, told before it runs."""

import pytest

from studyapp.demos.visibility import (
    BINDS,
    MEASURES,
    NEEDS,
    NOTHING,
    SHOWCASE,
    SHOWS,
    STOPS,
    visibility,
)
from studyapp.notes import Snippet, parse


def fences(*codes: str) -> tuple[Snippet, ...]:
    text = "# T\n" + "".join(f"\n## S\n```py\n{code}\n```\n" for code in codes)
    return parse(text.encode(), "t.md").snippets


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("x = torch.rand(2)\nprint(x.var())", MEASURES),
        ("print('hello')", SHOWS),
        ("if __name__ == '__main__':\n    print('hello')", SHOWS),
        ("y = torch.ones(2) * 2  # tensor([2., 2.])", SHOWS),
        ("x[1:]  # 'bc'\nx = 1", SHOWS),
        ("y = torch.ones(2) * 2  # at once", BINDS),
        ("total: int = sum([3])", BINDS),
        ("total: int = 3\nsizes = {'a': [1, -2]}\nos.environ['A'] = '1'", NOTHING),
        ("def double(x):\n    return x * 2", SHOWCASE),
        ("class Net(nn.Module):\n    def forward(self, x):\n        return F.relu(x)", SHOWCASE),
        ("t = (1, 2)\nt[0] = 3  # TypeError\nprint(t)", STOPS),
        ("g = tf.Graph()", NEEDS),
        ("import pandas as pd\nprint(pd.DataFrame())", NEEDS),
        ("from . import mine\nprint(mine)", NEEDS),
        ("model = torch.nn.Linear(1, 1).cuda()", NEEDS),
        ("x = torch.ones(2, device='cuda')", NEEDS),
        ("s = torch.cuda.Stream()", NEEDS),
        ("def f(x):\n    return helper(x)\nprint(f(1))", NEEDS),
        ("# 伪代码\nx = 1", NEEDS),
        ("nonlocal x\nx = 1", NEEDS),
        ("def f(x):\n    pass", NOTHING),
        ("def forward(self, x):\n    return self.linear(x)", NOTHING),
        ("import os", NOTHING),
        ("for i in:", 0.0),
    ],
)
def test_what_a_run_would_show(code: str, seen: float) -> None:
    """From measurements over prints and values down to what can't run or does nothing."""
    assert visibility(fences(code)[0]) == seen


def test_a_module_list_that_nobody_fills_does_nothing() -> None:
    """Called, it would return its input: no showcase."""
    code = (
        "class Net(nn.Module):\n    def __init__(self):\n        self.layers = nn.ModuleList()\n"
        "    def forward(self, x):\n        for layer in self.layers:\n            x = layer(x)\n"
        "        return x"
    )
    assert visibility(fences(code)[0]) == NOTHING
    filled = code.replace("nn.ModuleList()", "nn.ModuleList()\n        self.layers.append(one)")
    assert visibility(fences("one = nn.ReLU()", filled)[1], fences("one = nn.ReLU()")) == SHOWCASE


def test_earlier_fences_give_their_names() -> None:
    """Names of earlier fences count as given, unless those fences can't run themselves."""
    first, second = fences("import math\n\ndef half(x):\n    return x / 2", "print(half(3))")
    assert visibility(second) == NEEDS
    assert visibility(second, [first]) == SHOWS
    broken, user = fences("import sklearn\nhalf = sklearn.half", "print(half(3))")
    assert visibility(user, [broken]) == NEEDS
