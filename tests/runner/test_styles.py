"""Claims in the forms that notes give them: beside, below and after the code, or as a session."""

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.request import Block, Request
from studyapp.runner.results import collect


def verdicts(runner: Runner, code: str, **stated: str) -> list[bool | None]:
    """The verdicts by line, of a run that ends well."""
    request = Request((Block(code, 1, 0, **stated),))
    result = collect(request, runner.run(request))
    assert result.error is None, result.error
    return [claim.holds for claim in sorted(result.claims, key=lambda claim: claim.line)]


CASES: list[tuple[str, list[bool | None]]] = [
    ("x = torch.ones(4)\nx.view(2, 2).data_ptr() == x.data_ptr()  # False", [False]),
    ("x = torch.ones(4)\nx.data_ptr()  # 94000", [None]),
    ("x = torch.empty(2).fill_(3)  # tensor([3., 4.])", [False]),
    ("x = torch.empty(2)  # tensor([7., 8.])", [None]),
    (
        ("x = torch.arange(6).view(2, 3)\nprint(x)\n# tensor([[0, 1, 2],\n#         [3, 4, 5]])"),
        [True],
    ),
    (
        ("x = torch.arange(6).view(2, 3)\nprint(x)\n# tensor([[0, 1, 2],\n#         [3, 4, 6]])"),
        [False],
    ),
    (
        (
            "x = torch.arange(3)\n"
            "print(x)\n"
            "print(x.shape)\n"
            "# 输出:\n"
            "# tensor([0, 1, 2])\n"
            "# torch.Size([3])"
        ),
        [True],
    ),
    (
        (
            "x = torch.arange(3)\n"
            "print(x)\n"
            "print(x.shape)\n"
            "# Output:\n"
            "# tensor([0, 1, 2])\n"
            "# torch.Size([4])"
        ),
        [False],
    ),
    (("for i in range(3):\n    print(i * i)\n# 输出：\n# 0\n# 1\n# 4"), [True]),
    (("for i in range(3):\n    print(i * i)\n# 输出：\n# 0\n# 1\n# 5"), [False]),
    (("for i in range(3):\n    print(i * i)\n# 输出：0 1 4"), [True]),
    (("lst = [1]\nlst.append(2)\n# 结果: [1, 2]"), [True]),
    (("lst = [1]\nlst.append(2)  # [1, 3]"), [False]),
    (("lst = [1]\nlst.append(2)  # lst = [1, 2]"), [True]),
    (("lst = [3, 1]\nlst.sort()  # [1, 3]"), [True]),
    (
        (
            "s = 'Hello'\n"
            "s[0] = 'h'  # ❌ TypeError: 'str' object does not support item assignment\n"
            "t = 1"
        ),
        [True],
    ),
    (("s = 'Hello'\ns[0] = 'h'  # ValueError\nt = 1"), [False]),
    (("x = torch.ones(2)\nx + torch.ones(3)  # 报错：形状不匹配\ny = 2"), [True]),
    (("x = torch.ones(2)\n# 下面这行会报错\nx + torch.ones(3)\ny = 2"), [True]),
    (("x = torch.ones(2)\nx + torch.ones(3)  # raises RuntimeError\ny = 2"), [True]),
    (("x = torch.ones(2)\nx + torch.ones(2)  # RuntimeError: sizes differ\ny = 2"), [False]),
    (("x = torch.ones(2)\nx[0:5]  # tensor([1., 1.])（不会报错）"), [True]),
    (("# ❌ 错误写法\ny = torch.ones(2) * 2  # tensor([3., 3.])"), [None]),
    (
        (
            "# 伪代码\n"
            "y = torch.ones(2) * 2  # tensor([3., 3.])\n"
            "\n"
            "# ✅ 正确\n"
            "z = torch.ones(1) * 3  # tensor([4.])"
        ),
        [None, False],
    ),
    (
        (
            "B, S, H = 2, 5, 8\n"
            "x = torch.zeros(B, S, H)  # [B, S, H]\n"
            "y = x.transpose(1, 2)  # [B, H, S]\n"
            "z = x.reshape(B * S, H)  # (B*S, H)"
        ),
        [True, True, True],
    ),
    (
        (
            "B, S, H = 2, 5, 8\n"
            "x = torch.zeros(B, S, H)  # [B, S, H]\n"
            "y = x.transpose(1, 2)  # [B, S, H]"
        ),
        [True, False],
    ),
    (
        (
            "batch, seq_len, dim = 2, 5, 8\n"
            "x = torch.zeros(batch, seq_len, dim)  # (batch, seq_len, dim)\n"
            "y = x.mean(1)  # (batch, seq_len)"
        ),
        [True, False],
    ),
    (
        (
            "x = torch.randn(2, 5, 8)  # [B, S, H]\n"
            "w = torch.randn(8, 32)  # [H, 4H]\n"
            "y = x @ w  # [B, S, 4H]\n"
            "z = y.transpose(1, 2)  # [B, S, 4H]"
        ),
        [True, True, True, False],
    ),
    (("q = k = v = torch.randn(2, 3)\nx = torch.stack([q, k, v])  # [q, k, v]"), []),
    (("x = torch.randn(2, 3)\nq, k = x, x  # 每个 [B, D]"), [True]),
    ("x = torch.randn(2, 3)  # shape: (2, 3)", [True]),
    ("x = torch.randn(2, 3)  # shape: [3, 2]", [False]),
    ("x = torch.randn(2, 3)  # 形状为 (2, 3)，即两行三列", [True]),
    (("x = torch.randn(2, 3)\nprint(x.shape)  # shape: (2, 3)"), [True]),
    (("x = torch.randn(2, 3)\nprint('shape', x.shape)  # shape torch.Size([2, 3])"), [True]),
    (("x = torch.randn(2, 3)\nprint('shape', x.shape)  # shape torch.Size([2, 4])"), [False]),
    (("x = torch.randn(2, 3)\nprint(f'{x.shape}')  # torch.Size([2, 4])"), [False]),
    (("x = torch.randn(2, 3)\nprint(f'{tuple(x.shape)=}')  # (2, 4)"), [False]),
    ("print(f'{1/3:.2f}')  # 0.33", [True]),
    ("print(f'{1/3:.2f}')  # 0.34", [False]),
    ("print('a', 1, 2.5)  # a 1 2.5", [True]),
    ("print('a', 1, 2.5)  # a 1 2.6", [False]),
    (
        (
            "x = torch.ones(2, requires_grad=True)\n"
            "y = (x * 3).sum()\n"
            "y.backward()\n"
            "print(x.grad)  # tensor([3., 3.])"
        ),
        [True],
    ),
    (
        (
            "x = torch.ones(2, requires_grad=True)\n"
            "y = (x * 3).sum()\n"
            "y.backward()  # x.grad = tensor([3., 3.])"
        ),
        [True],
    ),
    (
        (
            "x = torch.ones(2, requires_grad=True)\n"
            "y = (x * 3).sum()\n"
            "y.backward()  # x.grad: [3., 4.]"
        ),
        [False],
    ),
    (
        (
            "x = torch.ones(2, requires_grad=True)\n"
            "y = (x * 3).sum()\n"
            "y.backward()  # tensor([3., 3.])"
        ),
        [],
    ),
    (("x = torch.ones(2)\nx.dtype  # torch.float32"), [True]),
    ("x = torch.ones(2)  # dtype: torch.float64", [False]),
    ("x = torch.ones(2)  # torch.float32", [True]),
    ("x = torch.ones(2)  # float32", [True]),
    (("x = torch.ones(2)\nx.requires_grad  # False，默认不追踪"), [True]),
    (("x = torch.ones(2)\nx.requires_grad  # True (default)"), [False]),
    (("x = torch.ones(2)\nx.is_contiguous()  # True"), [True]),
    (("x = torch.arange(6).view(2,3)\nx.stride()  # (3, 1)"), [True]),
    (("x = torch.arange(6).view(2,3)\nx.t().stride()  # (3, 1)"), [False]),
    (("x = torch.arange(100)\nprint(x)  # tensor([0, 1, ..., 98, 99])"), [True]),
    ("v, i = torch.max(torch.tensor([1, 5, 3]), 0)  # (tensor(5), tensor(1))", [True]),
    (("d = {'a': 1}\nd['b'] = 2  # {'a': 1, 'b': 2}"), [True]),
    (("d = {'a': 1}\nd['b'] = 2  # {'a': 1, 'b': 3}"), [False]),
    (
        ("from collections import deque\ndq = deque([1])\ndq.append(2)\n# 结果: deque([1, 2])"),
        [True],
    ),
    (("x = torch.tensor([1.0, 2.0])\nx.mean()  # 1.5"), [True]),
    (("x = torch.tensor([1.0, 2.0])\nx.mean().item()  # = 1.5"), [True]),
    ("x = torch.tensor([1.0, 2.0]).sum()  # 1 + 2 = 3", [True]),
    ("x = torch.tensor([1.0, 2.0]).sum()  # 1 + 2 = 4", [False]),
    ("batch_size = 32  # 64 for large", []),
    ("batch_size = 32  # 64", []),
    ("n = 4 * 8  # 4*8=32", [True]),
    (("x = torch.rand(3)\nx  # tensor([0.1, 0.2, 0.3])"), [None]),
    (("x = torch.rand(3)\ny = torch.ones(2) + 1  # tensor([2., 3.])"), [False]),
    (("x = torch.rand(3)\ny = x.sum()\nz = y * 2  # tensor(3.)"), [None]),
    (("torch.manual_seed(0)\nx = torch.rand(2)  # tensor([0.4963, 0.7682])"), [True]),
    (
        (">>> x = torch.arange(3)\n>>> x + 1\ntensor([1, 2, 3])\n>>> print(x)\ntensor([0, 1, 9])"),
        [True, False],
    ),
    (
        (">>> def f(x):\n...     return x * 2\n...\n>>> f(2)\n4\n>>> f('a')\n'aa'\n>>> f(3)\n7"),
        [True, True, False],
    ),
    (
        (
            ">>> torch.ones(2) + torch.ones(3)\n"
            "Traceback (most recent call last):\n"
            "  ...\n"
            "RuntimeError: The size of tensor a (2) must match\n"
            ">>> 1 + 1\n"
            "2"
        ),
        [True, True],
    ),
    (
        (
            "with torch.no_grad():\n"
            "    y = torch.ones(1) * 2  # tensor([2.])\n"
            "    print(y.requires_grad)  # True"
        ),
        [True, False],
    ),
    (
        (
            "try:\n"
            "    torch.ones(2) + torch.ones(3)\n"
            "except RuntimeError as e:\n"
            "    print(type(e).__name__)  # RuntimeError"
        ),
        [True],
    ),
    (("if True:\n    z = 1 + 1  # 3"), [False]),
    (("for i in range(2):\n    z = i  # 1"), []),
    (("def f(x):\n    y = x * 2  # 4\n    return y  # 4\nf(2)"), [True, True]),
    (("def f(x):\n    y = x * 2  # 4\n    return y\nf(2)\nf(3)"), [True]),
    (("def f(x):\n    y = x * 2  # 5\n    return y\nf(2)"), [False]),
    (("x = 3.14159\nprint(round(x, 2))  # 3.14"), [True]),
    ("a = torch.tensor([1, 2]) == torch.tensor([1, 3])  # tensor([True, False])", [True]),
    ("a = torch.tensor([1, 2]) == torch.tensor([1, 3])  # [True, True]", [False]),
    ("type(1)  # <class 'int'>", [True]),
    ("type(1)  # int", []),
    ("a = 5 // 2  # 2（向下取整）", [True]),
    ("a = 5 / 2  # 2", [False]),
    (("x = torch.ones(2, 3)\nx.size(0)  # 2"), [True]),
    (("x = torch.ones(2, 3)\nlen(x)  # 3"), [False]),
    ("torch.tensor(3.7).long()  # tensor(3)", [True]),
    ("torch.tensor([1.5, 2.5]).round()  # tensor([2., 3.])", [False]),
    (("x = torch.ones(2, 3)\nx.sum(dim=0)  # tensor([2., 2., 2.]), shape (3,)"), [True]),
    (("x = torch.ones(2, 3)\ny = x.view(3, 2)  # (2, 3) -> (3, 2)"), [True]),
    (("x = torch.ones(2, 3)\ny = x.view(3, 2)  # (2, 3) → (2, 3)"), [False]),
    ("x = torch.ones(2, 3)  # 2x3 矩阵", []),
    (("conv = nn.Conv2d(3, 16, 3)\ny = conv(torch.zeros(1, 3, 8, 8))  # [1, 16, 6, 6]"), [True]),
    (("conv = nn.Conv2d(3, 16, 3)\ny = conv(torch.zeros(1, 3, 8, 8))  # [1, 16, 8, 8]"), [False]),
    (("x = torch.zeros(4, 8)\nout = x.unsqueeze(0)  # [4, 8] -> [1, 4, 8]"), [True]),
    (("model = nn.Linear(4, 2)\nsum(p.numel() for p in model.parameters())  # 10"), [True]),
    (("model = nn.Linear(4, 2)\nsum(p.numel() for p in model.parameters())  # 12"), [False]),
    (("x = torch.empty(2, 3)\nx.shape  # torch.Size([2, 4])"), [False]),
    (("import random\nrandom.seed(1)\nx = random.random()  # 0.5"), [False]),
    (("x = torch.tensor([1, 2, 3])\nx[1]  # tensor(2)  第二个元素"), [True]),
    (("x = 10\nx += 5  # 15"), [True]),
    (("x = 10\nx += 5  # x=16"), [False]),
    (("x = torch.tensor(1.0)\nprint(x.item())  # 1.0\n# 下一步\ny = 2"), [True]),
    (("a = torch.ones(1)\nb = a\nprint(a is b)  # False"), [False]),
    ("x = torch.tensor([0.1, 0.2]).softmax(0)  # tensor([0.4750, 0.5250])", [True]),
    ("x = torch.tensor([0.1, 0.2]).softmax(0)  # [0.475, 0.525]", [True]),
    ("print(2 ** 10)  # 1,024", [True]),
    ("print(10**6)  # 1_000_000", [True]),
    (("x = torch.ones(2)\nx.add_(1)  # tensor([2., 2.]) 原地修改"), [True]),
    (
        "print(torch.tensor(1.5, dtype=torch.float64))  # tensor(1.5000, dtype=torch.float64)",
        [True],
    ),
    ("print(torch.tensor(1.5))  # tensor(1.5000, dtype=torch.float64)", [False]),
    (
        (
            "x = nn.Parameter(torch.ones(1))\n"
            "x  # Parameter containing:\n"
            "# tensor([1.], requires_grad=True)"
        ),
        [True],
    ),
    (("x = 1 + 2j  # (1+2j)\nabs(3 + 4j)  # 5.0"), [True, True]),
    ("max(3, 5)  # 结果是 5", [True]),
    ("max(3, 5)  # returns 3", [False]),
    ("y = torch.ones(2)*3  # 每个元素都是3", []),
    ("y = torch.ones(2)*3  # 输出3个", []),
]


@pytest.mark.parametrize(("code", "expected"), CASES)
def test_claims_are_judged_where_they_stand(
    runner: Runner, code: str, expected: list[bool | None]
) -> None:
    """True ones hold, spoiled ones don't, and what is none, or unsure, is not held against it."""
    assert verdicts(runner, code) == expected


OUTPUT = "x = torch.arange(3)\nprint('x:', x)\nfor i in range(2):\n    print(i)\nx.sum()"


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("x: tensor([0, 1, 2])\n0\n1\ntensor(3)", [True, True, True]),
        ("x: tensor([0, 1, 2])\n0\n2\ntensor(3)", [True, False, True]),
        ("x: tensor([0, 1, 2])", [True]),
        ("x -> print\nloop: 2 times", []),
        ("1. make it\n2. print it\n3. loop\n4. sum", []),
        ("", []),
    ],
)
def test_the_output_that_follows_is_dealt_out(
    runner: Runner, output: str, expected: list[bool | None]
) -> None:
    """A fence of output is compared with what each statement printed; a diagram is none."""
    assert verdicts(runner, OUTPUT, output=output) == expected


def test_random_output_is_not_held_against_the_note(runner: Runner) -> None:
    """What unseeded numbers print may differ from the output that follows."""
    code = "x = torch.rand(2)\nprint(x)"
    assert verdicts(runner, code, output="tensor([0.1000, 0.2000])") == [None]


@pytest.mark.parametrize("heading", ["常见错误", "反例", "Wrong ways", "伪代码示意"])
def test_under_a_heading_of_mistakes_nothing_is_false(runner: Runner, heading: str) -> None:
    """What a heading calls wrong, or no code at all, has no false claim."""
    code = "y = torch.ones(2) * 2  # tensor([3., 3.])"
    assert verdicts(runner, code, heading=heading) == [None]


def test_a_run_goes_on_after_an_announced_exception(runner: Runner) -> None:
    """The claim tells both, and what follows is shown as ever."""
    code = "x = torch.ones(2)\nx + torch.ones(3)  # 报错\ny = x * 2"
    request = Request((Block(code, 41, 40),))
    result = collect(request, runner.run(request))
    assert (result.status, result.values[-1].name) == ("ok", "y")
    (claim,) = result.claims
    assert (claim.line, claim.holds) == (42, True)
    assert claim.actual.startswith("RuntimeError: The size of tensor a (2)")
