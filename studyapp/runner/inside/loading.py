"""What the zygote imports, so that its children need not."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
from pathlib import Path
from typing import Iterator  # noqa: UP035  Python 3.9

_LATER = (
    "torch._dynamo",  # any optimizer needs it
    "matplotlib.pyplot",
    "torch.export._trace",  # most of what the first compilation imports, too
    "torch._dynamo.repro.after_dynamo",
    "torch.distributed.tensor.experimental",
    "sympy.tensor.tensor",
)
"""What is imported on first use, inside a run otherwise: half a second or two the dear ones."""

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
        with contextlib.suppress(ImportError, AttributeError, RuntimeError):
            importlib.import_module(name)  # builds of torch that lack a part say so in many ways
        gc.freeze()
        yield


def has_cuda() -> bool:
    """Whether torch could use CUDA; asked of the driver's files, since a fork can't inherit it."""
    torch = sys.modules.get("torch")
    return torch is not None and torch.version.cuda is not None and _NVIDIA.exists()
