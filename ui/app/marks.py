"""When a start reached what a person sees, for the benchmarks."""

from __future__ import annotations

import os
import time

TRACE_VARIABLE = "JARVIS_TRACE_START"


def mark(name: str) -> None:
    """Write the name, the monotonic and the processor's nanoseconds into the file that the variable names, if any."""
    file = os.environ.get(TRACE_VARIABLE)
    if file:
        with open(file, "a", encoding="ascii") as trace:  # noqa: PTH123 - no import for what nobody asked for
            trace.write(f"{name} {time.monotonic_ns()} {time.process_time_ns()}\n")
