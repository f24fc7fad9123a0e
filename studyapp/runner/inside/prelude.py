"""The usual imports that notes leave out, made only for the names that a snippet uses free."""

from __future__ import annotations

import importlib
from typing import Any, Iterable  # noqa: UP035  Python 3.9

NAMES = {
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "optim": "torch.optim",
    "autograd": "torch.autograd",
    "dist": "torch.distributed",
    "mp": "torch.multiprocessing",
    "Tensor": "torch:Tensor",
    "Variable": "torch.autograd:Variable",
    "Parameter": "torch.nn:Parameter",
    "DataLoader": "torch.utils.data:DataLoader",
    "Dataset": "torch.utils.data:Dataset",
    "IterableDataset": "torch.utils.data:IterableDataset",
    "TensorDataset": "torch.utils.data:TensorDataset",
    "checkpoint": "torch.utils.checkpoint:checkpoint",
    "autocast": "torch.amp:autocast",
    "GradScaler": "torch.amp:GradScaler",
    "np": "numpy",
    "numpy": "numpy",
    "plt": "matplotlib.pyplot",
    "os": "os",
    "sys": "sys",
    "re": "re",
    "io": "io",
    "gc": "gc",
    "copy": "copy",
    "math": "math",
    "time": "time",
    "json": "json",
    "random": "random",
    "string": "string",
    "struct": "struct",
    "inspect": "inspect",
    "logging": "logging",
    "warnings": "warnings",
    "functools": "functools",
    "itertools": "itertools",
    "operator": "operator",
    "threading": "threading",
    "collections": "collections",
    "contextlib": "contextlib",
    "dataclasses": "dataclasses",
    "typing": "typing",
    "ABC": "abc:ABC",
    "abstractmethod": "abc:abstractmethod",
    "Path": "pathlib:Path",
    "Counter": "collections:Counter",
    "OrderedDict": "collections:OrderedDict",
    "defaultdict": "collections:defaultdict",
    "deque": "collections:deque",
    "namedtuple": "collections:namedtuple",
    "contextmanager": "contextlib:contextmanager",
    "dataclass": "dataclasses:dataclass",
    "field": "dataclasses:field",
    "Enum": "enum:Enum",
    "partial": "functools:partial",
    "lru_cache": "functools:lru_cache",
    "reduce": "functools:reduce",
    "wraps": "functools:wraps",
    "Any": "typing:Any",
    "Callable": "typing:Callable",
    "Dict": "typing:Dict",
    "Generator": "typing:Generator",
    "Generic": "typing:Generic",
    "Iterable": "typing:Iterable",
    "Iterator": "typing:Iterator",
    "List": "typing:List",
    "NamedTuple": "typing:NamedTuple",
    "Optional": "typing:Optional",
    "Sequence": "typing:Sequence",
    "Set": "typing:Set",
    "Tuple": "typing:Tuple",
    "Type": "typing:Type",
    "TypeVar": "typing:TypeVar",
    "Union": "typing:Union",
}
"""Name → module, or module:attribute."""


def load(names: Iterable[str]) -> dict[str, Any]:
    """The prelude's part of `names`, imported; a missing package raises as an import does."""
    return {name: resolve(NAMES[name]) for name in names if name in NAMES}


def resolve(path: str) -> Any:
    """The module, or the attribute of a module, that a value of `NAMES` means."""
    module, _, attribute = path.partition(":")
    found = importlib.import_module(module)
    return getattr(found, attribute) if attribute else found
