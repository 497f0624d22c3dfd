"""The test and bench commands: what runs, what is left out, and what the exit code says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import tests.__main__ as checks
import tests.benchmarks.__main__ as bench
from tests.benchmarks.figure import Figure
from tests.support.laws import LONG_FORM

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD, BAD = ("-c", "pass"), ("-c", "raise SystemExit(3)")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What pytest is asked for; it answers that all passed."""
    arguments: list[list[str]] = []

    def run(chosen: list[str], plugins: list[Any]) -> int:
        arguments.append(chosen)
        return 0

    monkeypatch.setattr("pytest.main", run)
    return arguments


def test_the_tests_run_also_when_a_check_failed(
    asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "CHECKS", {"lint": BAD, "types": GOOD})
    assert checks.main(["-k", "word"]) == 1
    assert asked == [["-m", "not bench and not soak", *checks.SIDE_BY_SIDE, "-k", "word"]]
    assert capfd.readouterr().out.splitlines() == ["== lint", "== lint failed", "== types", "== pytest"]


def test_the_long_forms_run_on_request(asked: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", {})
    assert checks.main(["--soak"]) == 0
    assert asked == [["-m", "not bench", "--hypothesis-profile", LONG_FORM, *checks.SIDE_BY_SIDE]]


def test_lint_types_and_contracts_come_before_the_tests() -> None:
    assert list(checks.CHECKS) == ["ruff check", "ruff format --check", "mypy", "lint-imports"]


def low() -> Figure:
    return Figure("Q1", "low", 0.5, 1.0)


def high() -> Figure:
    return Figure("Q2", "high", 2.0, 1.0)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    table: dict[str, Callable[[], Figure]] = {"Q1": low, "Q2": high}
    monkeypatch.setattr(bench, "benches", lambda: table)


@pytest.mark.usefixtures("two")
def test_a_missed_goal_is_said_and_fails_only_when_strict(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([]) == 0
    _, met, missed = capsys.readouterr().out.splitlines()
    assert (met.split()[:2], met.endswith("met")) == (["Q1", "low"], True)
    assert (missed.split()[:2], missed.endswith("missed")) == (["Q2", "high"], True)
    assert bench.main(["--strict"]) == 1
    assert bench.main(["--strict", "--only", "Q1"]) == 0


@pytest.mark.usefixtures("two")
def test_an_unknown_benchmark_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["--only", "Q9"])
    assert "there are Q1, Q2" in capsys.readouterr().err


def test_the_start_is_among_the_benchmarks() -> None:
    assert {"S1", "S3"} <= bench.benches().keys()


def test_a_figure_may_have_to_be_large() -> None:
    assert Figure("Q3", "ratio", 12.0, 10.0, at_least=True).met
    assert not Figure("Q3", "ratio", 9.0, 10.0, at_least=True).met
