"""Starts the zygote; run by path, as `python -I …/inside ORDERS`, the orders being JSON."""

import importlib
import importlib.util
import json
import sys
from pathlib import Path

OLDEST = (3, 9)


def main() -> None:
    """Load this folder as the package `inside`, so that no name of ours hides a module."""
    if sys.version_info < OLDEST:  # the package itself may not even parse
        raise SystemExit(f"it is Python {sys.version.split()[0]}; live code needs 3.9 or later")
    folder = Path(__file__).resolve().parent
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != folder]
    spec = importlib.util.spec_from_file_location(
        "inside", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise SystemExit(f"can't load {folder}")
    package = importlib.util.module_from_spec(spec)
    sys.modules["inside"] = package
    spec.loader.exec_module(package)
    orders = json.loads(sys.argv[1])
    sys.path += orders.pop("extra")
    importlib.import_module("inside.zygote").serve(**orders)


main()
