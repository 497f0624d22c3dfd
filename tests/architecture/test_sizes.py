"""Modules and functions stay small enough to read."""

from __future__ import annotations

import statistics
from pathlib import PurePosixPath

from tests.architecture.sources import ROOT, Source, sources

MEDIAN, NINE_TENTHS, LONGEST = 120, 300, 500
MAIN_WINDOW = 250
LONG_FUNCTION, LONG_SHARE = 60, 0.01


def too_large(modules: list[Source]) -> list[str]:
    """What breaks the limits on modules."""
    lengths = sorted(module.lines for module in modules)
    findings = [f"{module.path}: {module.lines} lines" for module in modules if module.lines > LONGEST]
    if statistics.median(lengths) > MEDIAN:
        findings.append(f"median module {statistics.median(lengths)} lines")
    if lengths[int(len(lengths) * 0.9)] > NINE_TENTHS:
        findings.append(f"a tenth of the modules is longer than {NINE_TENTHS} lines")
    findings += [
        f"{module.path}: {module.lines} lines, the main window"
        for module in modules
        if PurePosixPath(module.path).name == "main_window.py" and module.lines >= MAIN_WINDOW
    ]
    return findings


def long_functions(modules: list[Source]) -> tuple[list[str], int]:
    """The functions longer than the limit, and how many functions there are."""
    found = [(module, function) for module in modules for function in module.functions()]
    return [
        f"{module.at(function)} {function.name}"
        for module, function in found
        if (function.end_lineno or 0) - function.lineno >= LONG_FUNCTION
    ], len(found)


def program() -> list[Source]:
    launch = Source("launch.py", (ROOT / "launch.py").read_text(encoding="utf-8"))
    return [*sources("jarvis_desktop", "ui", "migrations"), launch]


def test_modules_are_small() -> None:
    assert too_large(program()) == []


def test_hardly_a_function_is_long() -> None:
    long, count = long_functions(program())
    assert len(long) < count * LONG_SHARE, long


def test_the_checks_can_fail() -> None:
    assert too_large([Source("ui/long.py", "x = 1\n" * 501)]) != []
    assert too_large([Source(f"ui/m{n}.py", "x = 1\n" * 121) for n in range(5)]) == ["median module 121 lines"]
    assert too_large([Source("ui/shell/main_window.py", "x = 1\n" * 250), Source("ui/a.py", ""), Source("ui/b.py", "")])
    assert long_functions([Source("ui/a.py", "def f() -> None:\n" + "    x = 1\n" * 60)]) == (["ui/a.py:1 f"], 1)
    assert long_functions([Source("ui/a.py", "def f() -> None:\n" + "    x = 1\n" * 59)]) == ([], 1)
