"""What a block of a note needs: earlier blocks, and names that nothing in the note defines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.runner import scopes
from studyapp.runner.inside.prelude import NAMES as PRELUDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.runner.request import Block

PACKAGES = {
    "tf": "tensorflow",
    "keras": "keras",
    "jax": "jax",
    "jnp": "jax",
    "pd": "pandas",
    "sns": "seaborn",
    "sp": "scipy",
    "sklearn": "scikit-learn",
    "cv2": "opencv-python",
    "Image": "pillow",
    "torchvision": "torchvision",
    "transforms": "torchvision",
    "datasets": "datasets",
    "transformers": "transformers",
    "AutoModel": "transformers",
    "AutoModelForCausalLM": "transformers",
    "AutoTokenizer": "transformers",
    "deepspeed": "deepspeed",
    "accelerate": "accelerate",
    "pl": "pytorch-lightning",
    "onnx": "onnx",
    "onnxruntime": "onnxruntime",
    "ort": "onnxruntime",
    "trt": "tensorrt",
    "tensorrt": "tensorrt",
    "triton": "triton",
    "tl": "triton",
    "vllm": "vllm",
    "LLM": "vllm",
    "SamplingParams": "vllm",
    "flash_attn": "flash-attn",
    "einops": "einops",
    "rearrange": "einops",
    "wandb": "wandb",
    "tqdm": "tqdm",
    "cp": "cupy",
    "nx": "networkx",
    "xgb": "xgboost",
    "faiss": "faiss",
    "ray": "ray",
    "redis": "redis",
    "requests": "requests",
    "psutil": "psutil",
    "pynvml": "nvidia-ml-py",
}
"""The names under which notes use packages without importing them."""


def chain(blocks: Sequence[Block], index: int) -> tuple[int, ...]:
    """The earlier blocks, ascending, whose names `blocks[index]` needs, directly or through them.

    The nearest earlier definition of a name wins. Blocks that are not Python define nothing. A
    target that only defines things needs nothing for what its functions read when called.
    """
    names = [_names(block) for block in blocks[: index + 1]]
    found: set[int] = set()
    waiting = [index]
    while waiting:
        user = waiting.pop()
        for name in names[user].needed(called=user != index or names[user].acts):
            giver = next((i for i in reversed(range(user)) if name in names[i].bound), None)
            if giver is not None and giver not in found:
                found.add(giver)
                waiting.append(giver)
    return tuple(sorted(found))


def missing(blocks: Sequence[Block], index: int) -> tuple[str, ...]:
    """The names that `blocks[index]` reads as it runs and that nothing defines.

    Neither a block of the note, nor the prelude, nor Python itself; a known alias is answered
    as its package (`tf` → `tensorflow`). Names read only in a function's body or a branch are
    left out: it may never be run.
    """
    defined = set(PRELUDE) | scopes.BUILTINS
    for block in blocks:
        defined |= _names(block).bound.keys()
    read = (name for name in _names(blocks[index]).now if name not in defined)
    return tuple(dict.fromkeys(PACKAGES.get(name, name) for name in read))


def _names(block: Block) -> scopes.Names:
    return _read(block.code)


@lru_cache(maxsize=1024)
def _read(code: str) -> scopes.Names:
    try:
        return scopes.read(scopes.parse(code))
    except (SyntaxError, ValueError, RecursionError):
        return scopes.Names()
