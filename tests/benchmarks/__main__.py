"""Runs the benchmarks and prints a table: `python3 launch.py bench [--only ID ...] [--strict]`."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.figure import Figure

HEADINGS = ("id", "what", "value", "goal", "verdict")
ID = re.compile(
    r"(?:^|_)([a-z]\d+[a-z]?|search|filter|export|palette|theme|restyle|persona|rules|compile|oracle|rulesql|hub|hubpaint|states"
    r"|key|valid|rows)(?:_|$)"
)
HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Run what was chosen and print a row as soon as it is known; 1 when `--strict` and a goal was missed."""
    parser = argparse.ArgumentParser(prog="launch.py bench", description="Ratios of two things measured in one run.")
    parser.add_argument("--only", metavar="ID", action="append", help="run this benchmark only (may be repeated)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal is missed")
    chosen = parser.parse_args(arguments)
    table = benches()
    unknown = set(chosen.only or ()) - table.keys()
    if unknown:
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(table)}")
    print(row(HEADINGS))
    missed = 0
    for bench_id in chosen.only or table:
        figure = table[bench_id]()
        print(row(cells(figure)), flush=True)
        missed += not (figure.met or figure.skipped)
    return int(chosen.strict and missed > 0)


def benches() -> dict[str, Callable[[], Figure]]:
    """Every benchmark by id: what the modules `bench_*.py` list as `BENCHES`; `s1_window` has the id S1."""
    found: dict[str, Callable[[], Figure]] = {}
    for path in sorted(HERE.glob("bench_*.py")):
        listed: tuple[Callable[[], Figure], ...] = importlib.import_module(f"tests.benchmarks.{path.stem}").BENCHES
        for bench in listed:
            named = ID.search(bench.__name__)
            assert named, f"{bench.__name__} of {path.name} says no id, as s1_window does"
            bench_id = named[1].upper()
            assert bench_id not in found, f"{bench_id} is there twice"
            found[bench_id] = bench
    return found


def cells(figure: Figure) -> tuple[str, ...]:
    """A figure as the table shows it."""
    sign = ">=" if figure.at_least else "<="
    if figure.skipped:
        return figure.id, figure.what, "", f"{sign} {figure.goal:g} {figure.unit}", "skipped"
    verdict = "met" if figure.met else "missed"
    return figure.id, figure.what, f"{figure.value:.3g} {figure.unit}", f"{sign} {figure.goal:g} {figure.unit}", verdict


def row(texts: tuple[str, ...]) -> str:
    """A line of the table."""
    widths = (6, 76, 10, 12, 8)
    return "  ".join(text.ljust(width) for text, width in zip(texts, widths, strict=True)).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
