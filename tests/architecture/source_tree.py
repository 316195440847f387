"""The program's own source, read as a tree, for tests that say what may not stand in it."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "iro_desktop"


@dataclass(frozen=True)
class SourceFile:
    """A file of the program. `name` is its path below `iro_desktop`."""

    name: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        """Every call in it."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imported(self) -> Iterator[str]:
        """Every module it imports, and every name it imports from one, dotted."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from (f"{node.module}.{name.name}" for name in node.names)

    def at(self, node: ast.expr) -> str:
        """Where a thing stands, as an editor takes it."""
        return f"iro_desktop/{self.name}:{node.lineno}: {ast.unparse(node)[:80]}"


@functools.cache
def source_files(below: str = "") -> tuple[SourceFile, ...]:
    """The files in a folder below `iro_desktop`, or all of them."""
    paths = sorted((PACKAGE / below).rglob("*.py"))
    return tuple(
        SourceFile(path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in paths
    )


def dotted(node: ast.expr) -> str:
    """`a.b.c` as it is written; empty for anything that is not a chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def last_name(node: ast.expr) -> str:
    """What is called in the end: `c` of `a.b.c`, also where `a` is any expression."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
