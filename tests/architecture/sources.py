"""The project's Python files as text and syntax trees, for checks of how they are written."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One file; `path` is relative to the project, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with what is called, as written."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def imports(self, *, for_types: bool = True) -> Iterator[tuple[str, str]]:
        """Every (module, name) imported anywhere in the file; `for_types` counts `if TYPE_CHECKING:` too."""
        yield from _imports(self.tree, for_types=for_types)

    def at(self, node: ast.expr | ast.stmt | ast.ExceptHandler) -> str:
        """Where a node stands, as a person would look it up."""
        return f"{self.path}:{node.lineno}"


def _imports(node: ast.AST, *, for_types: bool) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield alias.name, ""
        elif isinstance(child, ast.ImportFrom):
            for alias in child.names:
                yield child.module or "", alias.name
        elif isinstance(child, ast.If) and not for_types and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        else:
            yield from _imports(child, for_types=for_types)


def sources(*folders: str) -> list[Source]:
    """Every Python file below the folders, in order."""
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in files]


def within(module: str, *packages: str) -> bool:
    """Whether a dotted module is one of the packages or lies below one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
