"""One measure as a row of a table: ours, theirs, the ratio, the goal, and whether it is met."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "| measure | studyapp | beside it | ratio | goal | |\n|---|---|---|---|---|---|"


def tell(
    measure: str, ours: float, theirs: float, goal: float | None, *, beside: str, unit: str = "ms"
) -> None:
    """Print a row; both sides are in `unit`, the goal, if any, is what their ratio may be."""
    ratio = ours / theirs if theirs else math.inf  # too quick for its clock, as tiny bases are
    met = "" if goal is None else "met" if ratio <= goal else "**missed**"
    wanted = "–" if goal is None else f"≤ {goal:.3g}×"
    other = f"{beside}: {theirs:.4g} {unit}"
    print(f"| {measure} | {ours:.4g} {unit} | {other} | {ratio:.3g}× | {wanted} | {met} |")


def environment(folder: Path) -> dict[str, str]:
    """What a child process sees: it keeps bytecode, in `folder`, as an installed program does."""
    told = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**told, "PYTHONPYCACHEPREFIX": str(folder)}
