import ast
import sys
from pathlib import Path

import pytest

from studyapp.runner.sandbox import INSIDE

FILES = sorted(INSIDE.glob("*.py"))
LOADED_BY = {"canvas": {"matplotlib"}}
"""Modules that only a package itself loads, which is there then."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_inside_is_the_standard_library_in_python_3_9(file: Path) -> None:
    """Any Python from 3.9 on can start it: its grammar is that old, and it imports no package."""
    known = sys.stdlib_module_names | LOADED_BY.get(file.stem, set())
    tree = ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 9))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {a.name.partition(".")[0] for a in node.names} <= known
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert (node.module or "").partition(".")[0] in known
