"""What the zygote imports, so that its children need not."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
from pathlib import Path
from typing import Iterator  # noqa: UP035  Python 3.9

_LATER = ("torch._dynamo", "matplotlib.pyplot")
"""What torch loads on first use (any optimizer needs dynamo), and what takes a second or two."""

_NVIDIA = Path("/dev/nvidiactl")


def load_torch() -> str | None:
    """Torch's version, now imported; None where it is not installed."""
    try:
        version = str(importlib.import_module("torch").__version__)
    except ModuleNotFoundError:
        return None
    with contextlib.suppress(ImportError):
        importlib.import_module("numpy.random")  # numpy itself waits until it is used
    gc.freeze()  # a collection would copy the pages that the children share
    return version


def load_later() -> Iterator[None]:
    """Import one more thing at each step."""
    for name in _LATER:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
        gc.freeze()
        yield


def has_cuda() -> bool:
    """Whether torch could use CUDA; asked of the driver's files, since a fork can't inherit it."""
    torch = sys.modules.get("torch")
    return torch is not None and torch.version.cuda is not None and _NVIDIA.exists()
