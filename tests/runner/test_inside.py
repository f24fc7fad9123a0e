import ast
import sys
from pathlib import Path

import pytest

from studyapp.runner.sandbox import INSIDE

FILES = sorted(INSIDE.glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_inside_is_the_standard_library_in_python_3_9(file: Path) -> None:
    """Any Python from 3.9 on can start it: its grammar is that old, and it imports no package."""
    tree = ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 9))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {a.name.partition(".")[0] for a in node.names} <= sys.stdlib_module_names
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert (node.module or "").partition(".")[0] in sys.stdlib_module_names
