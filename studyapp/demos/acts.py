"""What single statements of a snippet do."""

from __future__ import annotations

import ast
import sys

# What answers with something that nobody reads off the code.
_MEASURING = """
time perf_counter timeit id hash getsizeof data_ptr stride is_contiguous var std mean norm
allclose equal numel element_size memory_allocated
"""
_HERE = sys.stdlib_module_names | {"torch", "numpy", "matplotlib", "__future__"}
_ALONE = frozenset({"multiprocessing", "subprocess", "socket", "socketserver", "tkinter", "curses"})
_PARTS_ELSEWHERE = frozenset({"torch.distributed", "torch.multiprocessing"})
_MEASURES = frozenset(_MEASURING.split())
_ATTRIBUTES = frozenset({"grad", "grad_fn", "shape", "dtype"})
MEASURES = _MEASURES | _ATTRIBUTES | {"requires_grad", "backward"}
"""The names by which code asks for what nobody reads off it, or has a run show it."""


def is_elsewhere(node: ast.AST) -> bool:
    """Whether `node` imports or uses what a run can't have: a package, a device, a process."""
    match node:
        case ast.Import(names=names):
            return any(_is_foreign(alias.name) for alias in names)
        case ast.ImportFrom(module=module, level=level):
            return level > 0 or _is_foreign(module or "")
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="torch"), attr="cuda"), attr=attr):
            return attr != "is_available"
        case ast.Call(func=func, keywords=keywords, args=args):
            values = [*args, *(one.value for one in keywords)]
            on_gpu = any(isinstance(one, ast.Constant) and one.value == "cuda" for one in values)
            called = getattr(func, "attr", getattr(func, "id", ""))
            return on_gpu or called in {"cuda", "input"}
        case _:
            return False


def _is_foreign(module: str) -> bool:
    root = module.partition(".")[0]
    part = ".".join(module.split(".")[:2])
    return root not in _HERE or root in _ALONE or part in _PARTS_ELSEWHERE


def prints(statement: ast.stmt) -> bool:
    """Whether `statement` itself prints."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))):
            return name in {"print", "pprint", "display"}
        case _:
            return False


def measures(node: ast.AST) -> bool:
    """Whether `node` asks for what nobody reads off the code."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name in _MEASURES
        case ast.Attribute(attr=name):
            return name in _ATTRIBUTES
        case _:
            return False


def binds(statement: ast.stmt) -> bool:
    """Whether `statement` binds a value, or is one, that can't be read off the code."""
    match statement:
        case ast.AugAssign():
            return True
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return _computes(value)
        case ast.Expr(value=value):
            return _computes(value)
        case _:
            return False


def _computes(value: ast.expr) -> bool:
    """Whether `value` is more than numbers and strings, or displays of them."""
    spelled = (ast.Constant, ast.UnaryOp, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.JoinedStr)
    inner = (ast.expr_context, ast.unaryop, ast.FormattedValue, ast.Name)
    return not all(isinstance(node, (*spelled, *inner)) for node in ast.walk(value))


def does_something(node: ast.stmt) -> bool:
    """Whether `node` defines what does something when called."""
    match node:
        case ast.FunctionDef(args=arguments, body=body):
            names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
            return not _is_idle(body) and names[:1] != ["self"]  # a method without its class
        case ast.ClassDef(body=body):
            methods = [one for one in body if isinstance(one, ast.FunctionDef)]
            acting = [one for one in methods if one.name != "__init__" and not _is_idle(one.body)]
            return bool(acting) and not _loops_over_nothing(node)
        case _:
            return False


def _is_idle(body: list[ast.stmt]) -> bool:
    return all(
        isinstance(one, ast.Pass | ast.Raise)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in body
    )


def _loops_over_nothing(node: ast.ClassDef) -> bool:
    """Whether the class has a ModuleList that nobody fills: called, it returns its input."""
    calls = [call.func for call in ast.walk(node) if isinstance(call, ast.Call) and not call.args]
    empty = any(isinstance(func, ast.Attribute) and func.attr == "ModuleList" for func in calls)
    fills = {"append", "extend", "insert"}
    return empty and not any(
        isinstance(one, ast.Attribute) and one.attr in fills for one in ast.walk(node)
    )
