"""The tests themselves: nobody sleeps, and warnings, order and leftovers are watched."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.architecture.sources import ROOT, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.config import Config

SLEEPS = {"time.sleep", "sleep", "asyncio.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "QThread.msleep"}


def sleeps(source: Source) -> Iterator[str]:
    for name, call in source.calls():
        if name in SLEEPS:
            yield f"{source.at(call)} calls {name}"


def weak_settings(project: dict[str, Any]) -> Iterator[str]:
    """What pytest's settings let pass."""
    options = project["tool"]["pytest"]["ini_options"]
    if options.get("filterwarnings", [])[:1] != ["error"]:
        yield "warnings are not errors"
    if options.get("qt_log_level_fail") != "WARNING":
        yield "Qt warnings do not fail"
    if not options.get("xfail_strict"):
        yield "an expected failure that passes goes unseen"
    if "no:randomly" in options["addopts"] or "pytest-randomly" not in str(project["project"]["optional-dependencies"]):
        yield "tests run in a fixed order"
    for option in ("--strict-markers", "--strict-config"):
        if option not in options["addopts"]:
            yield f"{option} is off"
    if not project["tool"]["mypy"].get("strict"):
        yield "types are not strict"


def test_no_test_sleeps() -> None:
    assert [finding for source in sources("tests") for finding in sleeps(source)] == []


def test_the_window_never_sleeps() -> None:
    assert [finding for source in sources("ui") for finding in sleeps(source)] == []


def test_the_settings_are_strict() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert list(weak_settings(project)) == []


def test_this_run_uses_them(pytestconfig: Config) -> None:
    assert pytestconfig.getini("filterwarnings") == ["error"]
    assert pytestconfig.pluginmanager.hasplugin("pytest-qt")


@pytest.mark.parametrize(
    "bad",
    ["import time\ntime.sleep(1)\n", "from time import sleep\nsleep(1)\n", "def test(qtbot):\n    qtbot.wait(100)\n"],
)
def test_a_sleep_is_found(bad: str) -> None:
    assert list(sleeps(Source("tests/test_x.py", bad)))


def test_weak_settings_are_found() -> None:
    weak = {
        "project": {"optional-dependencies": {}},
        "tool": {"pytest": {"ini_options": {"addopts": "-p no:randomly"}}, "mypy": {}},
    }
    assert len(list(weak_settings(weak))) == 7
