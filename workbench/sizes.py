"""The five largest files, functions and classes, so that growth is seen. It fails on none."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.programs import ROOT
from workbench.words import say

_SHOWN = 5
_MEASURED = ("iro_desktop", "tests", "workbench", "benches")


class Size(NamedTuple):
    """Something with its number of lines."""

    lines: int
    what: str
    name: str


def sizes_of(path: Path, name: str) -> Iterator[Size]:
    """The size of a file and of every function and class in it."""
    text = path.read_text(encoding="utf-8")
    yield Size(text.count("\n"), "file", name)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            yield Size(_lines(node), "class", f"{name}:{node.lineno} {node.name}")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield Size(_lines(node), "function", f"{name}:{node.lineno} {node.name}")


def _lines(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def say_sizes() -> None:
    """Print them."""
    every = [
        size
        for folder in _MEASURED
        for path in sorted((ROOT / folder).rglob("*.py"))
        for size in sizes_of(path, path.relative_to(ROOT).as_posix())
    ]
    for what, plural in (("file", "files"), ("function", "functions"), ("class", "classes")):
        say(f"Largest {plural}")
        for size in sorted((one for one in every if one.what == what), reverse=True)[:_SHOWN]:
            say(f"  {size.lines:5}  {size.name}")
