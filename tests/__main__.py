"""All checks in order: lint, format, types, import contracts, tests; run by `python3 launch.py test`."""

from __future__ import annotations

import subprocess
import sys

import pytest

CONTRACTS = (
    "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command; lint_imports_command()"
)
SIDE_BY_SIDE = ("-n", "logical", "--maxprocesses", "4", "--dist", "worksteal")
"""As many processes as there are processors; `-n 0` among pytest's arguments makes it one."""
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format --check": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", CONTRACTS),
}


class FailedChecks:
    """Names the checks that failed above pytest's closing line, which would hide them otherwise."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the section."""
        if self._names:
            terminalreporter.section("checks before the tests")
        for name in self._names:
            terminalreporter.line(f"FAILED {name}", red=True)


def main(arguments: list[str]) -> int:
    """Run everything, also when an early check fails; `--soak` adds the long forms. 0 when all passed."""
    long = "--soak" in arguments
    form = ["-m", "not bench", "--hypothesis-profile", "soak"] if long else ["-m", "not bench and not soak"]
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    print("== pytest", flush=True)
    chosen = [argument for argument in arguments if argument != "--soak"]
    code = pytest.main([*form, *SIDE_BY_SIDE, *chosen], plugins=[FailedChecks(failed)])
    return int(code) or int(bool(failed))


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Announce and run one check in a process of its own."""
    print(f"== {name}", flush=True)
    code = subprocess.call([sys.executable, *command])
    if code:
        print(f"== {name} failed", flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
