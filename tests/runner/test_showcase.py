"""Snippets that only define things are called with example inputs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.runner.client import Runner
from studyapp.runner.events import Showcase
from studyapp.runner.request import Block, Request
from studyapp.runner.results import Result, collect

Show = Callable[[str], Result]

ATTENTION = """
class Attention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x):
        B, T, C = x.shape
        heads = [t.view(B, T, self.n_heads, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1)]
        mixed = F.scaled_dot_product_attention(*heads)
        return self.out(mixed.transpose(1, 2).reshape(B, T, C))
"""


ENDLESS = """
def f(x):
    while True:
        try:
            time.sleep(1)
        except BaseException:
            pass
"""


@pytest.fixture
def show(runner: Runner) -> Show:
    def show(code: str) -> Result:
        request = Request((Block(code, 1, 0),), deadline=30)  # the first optimizer takes a while
        return collect(request, runner.run(request))

    return show


def called(result: Result) -> Showcase:
    assert result.showcase, result
    return result.showcase


def test_a_module_without_layers_is_said_to_do_nothing(show: Show) -> None:
    """The input comes back, the empty list is named, and the method beside it is explained."""
    result = show(
        "class Stack(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.blocks = nn.ModuleList()\n"
        "    def forward(self, x):\n"
        "        for block in self.blocks:\n"
        "            x = block(x)\n"
        "        return x\n"
        "def forward(self, x):\n"
        "    return self.head(self.norm(x))\n"
    )
    assert result.status == "showcased"
    assert called(result).call == "Stack()(x)"
    assert called(result).remark == "called, but nothing happened: self.blocks is empty"
    torn = result.showcases[1]
    assert (torn.line, torn.result) == (9, "")
    assert torn.remark.startswith("not callable alone")
    assert "self.head, self.norm" in torn.remark


def test_the_shapes_of_an_attention_fit_its_heads(show: Show) -> None:
    """Heads divide the width, the input has batch and sequence, each layer's shapes are told."""
    one = called(show(ATTENTION))
    assert one.call == "Attention(d_model=32, n_heads=4)(x)"
    assert one.guessed == "x: float32 (2, 5, 32)"
    assert [(step.name, step.summary) for step in one.steps] == [
        ("qkv", "Linear  (2, 5, 32) → (2, 5, 96)"),
        ("out", "Linear  (2, 5, 32) → (2, 5, 32)"),
    ]
    assert one.remark == ""


def test_only_the_outermost_of_several_definitions_is_called(show: Show) -> None:
    """Where one class is made of another, the one that uses the other is shown alone."""
    block = (
        "class Block(nn.Module):\n"
        "    def __init__(self, dim):\n"
        "        super().__init__()\n"
        "        self.norm = nn.LayerNorm(dim)\n"
        "        self.mix = Attention(dim, 2)\n"
        "    def forward(self, x):\n"
        "        return x + self.mix(self.norm(x))\n"
    )
    (one,) = show(ATTENTION + block).showcases
    assert one.call == "Block(dim=32)(x)"


@pytest.mark.parametrize(
    ("body", "forward", "guessed"),
    [
        ("self.fc = nn.Linear(16, 4)", "self.fc(x)", "x: float32 (2, 16)"),
        ("self.fc = nn.Linear(12, 4)", "self.fc(x.flatten(1))", "x: float32 (2, 12)"),
        ("self.c = nn.Conv2d(3, 8, 3)", "self.c(x)", "x: float32 (2, 3, 8, 8)"),
        ("self.c = nn.Conv1d(5, 8, 3)", "self.c(x)", "x: float32 (2, 5, 8)"),
        ("self.e = nn.Embedding(9, 4)", "self.e(x)", "x: int64 (2, 5)"),
        ("self.n = nn.BatchNorm1d(7)", "self.n(x)", "x: float32 (2, 7)"),
        ("self.n = nn.GroupNorm(2, 6)", "self.n(x)", "x: float32 (2, 6, 8, 8)"),
        ("self.r = nn.LSTM(6, 4, batch_first=True)", "self.r(x)[0]", "x: float32 (2, 5, 6)"),
        ("self.w = nn.Parameter(torch.ones(6))", "x * self.w", "x: float32 (2, 6)"),
        ("self.w = nn.Parameter(torch.ones(3, 6))", "x @ self.w", "x: float32 (2, 3)"),
        ("self.w = nn.Parameter(torch.ones(3, 6))", "F.linear(x, self.w)", "x: float32 (2, 6)"),
    ],
)
def test_inputs_fit_what_a_module_is_made_of(
    show: Show, body: str, forward: str, guessed: str
) -> None:
    """The first layer or parameter that an input meets tells its shape."""
    code = (
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        f"        {body}\n"
        "    def forward(self, x):\n"
        f"        return {forward}\n"
    )
    assert called(show(code)).guessed == guessed


@pytest.mark.parametrize(
    ("comment", "guessed"),
    [
        ("# x: [B, S, H]", "x: float32 (2, 5, 32)"),
        ("# x: (batch, seq, dim)", "x: float32 (2, 5, 32)"),
        ("# x 的形状: [B, C, H, W]", "x: float32 (2, 16, 8, 8)"),
        ("# x: [B, heads, T, d_k]", "x: float32 (2, 4, 5, 8)"),
        ("# x: 输入 [B, 4, H/2]", "x: float32 (2, 4, 16)"),
        ("# x: (N, M, K)", "x: float32 (2, 6, 7)"),
        ('"""x: input of shape (B, 4H)"""', "x: float32 (2, 128)"),
        ("B, T, _ = x.shape", "x: float32 (2, 5, 32)"),
    ],
)
def test_stated_shapes_are_kept_to(show: Show, comment: str, guessed: str) -> None:
    """Comments, docstrings and unpackings decide the shape of an input."""
    code = f"def scale(x):\n    {comment}\n    return torch.exp(x)"
    assert called(show(code)).guessed == guessed


def test_a_symbol_has_one_size_in_all_inputs(show: Show) -> None:
    """Inputs whose stated shapes share a symbol can be multiplied."""
    code = "def project(\n    x,  # [B, K]\n    w,  # [K, J]\n):\n    return torch.matmul(x, w)\n"
    one = called(show(code))
    assert one.guessed == "x: float32 (2, 6); w: float32 (6, 7)"
    assert one.result.startswith("float32 (2, 7)")


def test_sizes_come_from_defaults_and_from_a_configuration(show: Show) -> None:
    """A default width is kept to; whatever a configuration is asked is answered and told."""
    code = (
        "class Net(nn.Module):\n"
        "    def __init__(self, config, dim=24):\n"
        "        super().__init__()\n"
        "        self.tokens = nn.Embedding(config.vocab_size, dim)\n"
        "    def forward(self, idx):\n"
        "        return self.tokens(idx)\n"
    )
    one = called(show(code))
    assert one.guessed == "config: vocab_size=20; idx: int64 (2, 5)"
    assert one.result.startswith("float32 (2, 5, 24)")


def test_other_sizes_of_images_are_tried(show: Show) -> None:
    """A network that flattens 28 by 28 pictures is given such."""
    code = (
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.conv = nn.Conv2d(1, 2, 5)\n"
        "        self.fc = nn.Linear(2 * 24 * 24, 10)\n"
        "    def forward(self, x):\n"
        "        return self.fc(self.conv(x).flatten(1))\n"
    )
    assert called(show(code)).guessed == "x: float32 (2, 1, 28, 28)"


def test_a_training_step_gets_a_model_and_a_batch(show: Show) -> None:
    """Model, optimizer, loss and labels fit one another, and what changed is told."""
    code = (
        "def step(model, optimizer, criterion, x, labels):\n"
        "    loss = criterion(model(x), labels)\n"
        "    loss.backward()\n"
        "    optimizer.step()\n"
        "    return loss.item()\n"
    )
    one = called(show(code))
    assert one.call == "step(model, optimizer, criterion, x, labels)"
    assert "model: Sequential of Linear, ReLU, Linear; optimizer: SGD" in one.guessed
    assert one.result.endswith("model changed in place")


def test_a_function_of_autograd_is_applied_forward_and_backward(show: Show) -> None:
    """`apply` is called with inputs that require grad, and their gradients are told."""
    code = (
        "class Triple(torch.autograd.Function):\n"
        "    @staticmethod\n"
        "    def forward(ctx, x):\n"
        "        return x * 3\n"
        "    @staticmethod\n"
        "    def backward(ctx, g):\n"
        "        return g * 3\n"
    )
    one = called(show(code))
    assert one.call == "Triple.apply(x)"
    assert one.steps[0].name == "x.grad"
    assert "[3., 3., 3.," in one.steps[0].summary


def test_a_dataset_tells_its_length_and_first_item(show: Show) -> None:
    """A dataset is made with data and labels and asked for item 0."""
    code = (
        "class Pairs(Dataset):\n"
        "    def __init__(self, data, labels):\n"
        "        self.data, self.labels = data, labels\n"
        "    def __len__(self):\n"
        "        return len(self.data)\n"
        "    def __getitem__(self, i):\n"
        "        return self.data[i], self.labels[i]\n"
    )
    one = called(show(code))
    assert one.call == "Pairs(data, labels)[0]"
    assert one.steps[0].summary == "4"


def test_plain_python_is_called_with_plain_values(show: Show) -> None:
    """Lists, numbers and targets are guessed by name and annotation; changed lists are told."""
    code = (
        "class Solution:\n"
        "    def find(self, nums: List[int], target: int) -> int:\n"
        "        return next(n for n in nums if n + 2 == target)\n"
        "def push(lst, value):\n"
        "    lst.append(value)\n"
    )
    first, second = show(code).showcases
    assert (first.call, first.result) == ("Solution().find(nums, target=9)", "7")
    assert second.result == "lst is now [2, 7, 11, 15, 7]"


def test_a_class_shows_its_state_and_what_its_methods_answer(show: Show) -> None:
    """A class with several methods is made once, and each method called in turn."""
    code = (
        "class Pool:\n"
        "    def __init__(self, num_slots: int):\n"
        "        self.free = list(range(num_slots))\n"
        "    def take(self):\n"
        "        return self.free.pop()\n"
        "    def give(self, index):\n"
        "        self.free.append(index)\n"
    )
    one = called(show(code))
    assert one.call == "Pool(num_slots=4)"
    assert one.result == "free=[0, 1, 2, 1]"
    assert [step.name for step in one.steps] == ["take()", "give(index=1)"]


def test_names_that_the_note_leaves_out_are_lent(show: Show) -> None:
    """A size or a function whose meaning is plain is lent, said so, and gone afterwards."""
    code = "def score(q, k):\n    return softmax(q @ k.transpose(-1, -2) / sqrt(d_k), dim=-1)"
    one = called(show(code))
    assert one.guessed.endswith("softmax = torch.nn.functional.softmax; sqrt = math.sqrt; d_k = 8")


def test_what_is_printed_is_told_at_the_definition(show: Show) -> None:
    """Output of the call that fitted is the run's; that of failed attempts is not."""
    code = "def tell(x):\n    print('rank', x.dim())\n    assert x.dim() == 3\n    return x.sum()"
    result = show(code)
    assert result.stdout == "rank 3\n"
    assert result.status == "showcased"


@pytest.mark.parametrize(
    ("code", "status", "reason"),
    [
        ("def f(x): pass", "defines", "f has an empty body"),
        ("def f(x):\n    return mystery(x)", "needs", "`mystery`"),
        ("def f(x):\n    return x.cuda()", "needs", "needs CUDA"),
        ("def f(x):\n    dist.all_reduce(x)", "needs", "needs several processes"),
        ("def f(x):\n    return open('a')", "defines", "it reads files or keys"),
        ("def f(x):\n    return x.unknown()", "defines", "no example input fitted"),
        ("def f(x):\n    return g(...)", "defines", "f leaves parts out (`...`)"),
        ("def f(fn):\n    def g(): ...\n    return g", "defines", "f makes a function"),
        ("@contextmanager\ndef f():\n    yield", "defines", "f is a context manager"),
        ("def hook(module, input, output):\n    print(1)", "defines", "hook is a hook"),
        ("async def f(x):\n    return x", "defines", "f is a coroutine"),
        ("class E(ValueError):\n    pass", "defines", "an exception or an enumeration"),
        ("def f(self, x):\n    return self.fc(x)", "defines", "a method without its class"),
        (
            "class L(nn.Module):\n    def forward(self, x):\n        return self.fc(x)",
            "defines",
            "L never sets its `fc`",
        ),
        (
            "@dataclass\nclass C:\n    a: int\n    b: str",
            "defines",
            "C only keeps what it is given",
        ),
        (
            ENDLESS,
            "defines",
            "did not end in time",
        ),
    ],
)
def test_what_can_not_be_called_says_why(show: Show, code: str, status: str, reason: str) -> None:
    """Nothing of it is the note's error: no failure is told, and the label is true."""
    result = show(code)
    assert result.status == status
    assert reason in result.reason
    assert result.error is None


def test_a_function_that_returns_its_input_is_said_to_do_nothing(show: Show) -> None:
    """The remark tells it, whether the input is a tensor or a number."""
    for code in ("def f(tensor):\n    return tensor", "def f(n):\n    return n"):
        assert called(show(code)).remark == "called, but nothing happened: it returned its input"


def test_an_unused_layer_is_remarked_upon(show: Show) -> None:
    """A module that computes without its own layers says so."""
    code = (
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.fc = nn.Linear(2, 2)\n"
        "    def forward(self, x):\n"
        "        return x * 2\n"
    )
    assert "none of its parameters or submodules was used" in called(show(code)).remark


def test_the_inputs_are_the_same_each_time(show: Show) -> None:
    """Two runs with one seed show one result."""
    assert called(show(ATTENTION)).result == called(show(ATTENTION)).result


def test_a_failure_of_an_earlier_block_is_forgiven(runner: Runner) -> None:
    """What a block before the target defines is used, though the rest of that block fails."""
    before = Block("def half(x):\n    return x / 2\nraise OSError('later')", 1, 0)
    request = Request((before, Block("def quarter(x):\n    return half(half(x))", 9, 8)))
    result = collect(request, runner.run(request))
    assert called(result).call == "quarter(x=7)"
    assert called(result).result == "1.75"


def test_a_definition_that_can_not_do_without_an_earlier_block_names_it(runner: Runner) -> None:
    """Where the target itself fails for want of a name, the block that owed it is blamed."""
    before = Block("raise OSError('early')\nclass Base: ...", 5, 4)
    request = Request((before, Block("class Leaf(Base): ...", 9, 8)))
    forgiven = collect(request, runner.run(request))
    assert forgiven.error is None  # the definition was still made
    before = Block("Base = open('absent')", 5, 4)
    request = Request((before, Block("class Leaf(Base): ...", 9, 8)))
    result = collect(request, runner.run(request))
    assert "the fence at line 4" in result.reason


def test_the_reference_note_is_explained(runner: Runner) -> None:
    """Its fence that only defines is called: nothing happens, and the free method is explained."""
    notes = [*(Path(__file__).parents[2] / "../shared/seed").glob("Eager*.md")]
    if not notes:
        pytest.skip("the reference note is not here")
    lines = notes[0].read_text(encoding="utf-8").split("\n")
    start = lines.index("```python", 100) + 1
    code = "\n".join(lines[start : lines.index("```", start)])
    request = Request((Block(code, start + 1, start),))
    result = collect(request, runner.run(request))
    assert result.status == "showcased"
    assert called(result).call == "DynamicNet()(x)"
    assert called(result).remark == "called, but nothing happened: self.layers is empty"
    assert "not callable alone" in result.showcases[1].remark
