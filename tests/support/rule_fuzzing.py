"""Bytes as rules and data: whatever they are, an answer comes, in time. Run as a program, atheris makes the bytes."""

from __future__ import annotations

import sys
from importlib import import_module
from time import process_time
from typing import Any

from jarvis_desktop.app.rule_answers import answer, batch_answer
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.expressions.rules import ENGINES
from jarvis_desktop.expressions.tree import MAX_SECONDS

ANSWERS = frozenset({"true", "false", "undetermined", "failed"})
LONGEST = 20 * MAX_SECONDS
"""Seconds of the processor for one answer: reading, compiling, evaluating, the trace, and telling them."""


def check(found: dict[str, Any]) -> None:
    """That an answer is one of the four, says why where it is none, and can be written."""
    assert found["result"] in ANSWERS
    assert (found["result"] == "failed") is (bool(found["reason"]) and found["value"] is None and not found["fields"])
    assert dumps(found).encode()


def ask(data: bytes) -> None:
    """A rule and a record of some bytes: the first chooses the language, a zero byte stands between the two."""
    started = process_time()
    engine = ENGINES[data[0] % len(ENGINES)] if data else ENGINES[0]
    rule, _, record = data[1:].partition(b"\0")
    check(answer(engine, rule, record or b"{}"))
    check(answer(engine, dumps(rule.decode(errors="ignore")).encode(), record or b"{}"))
    check(batch_answer(data))
    assert process_time() - started < LONGEST


def main() -> None:
    atheris = import_module("atheris")  # by its name: where it has no wheel there are no types either
    for name in [name for name in sys.modules if name.startswith("jarvis_desktop")]:
        del sys.modules[name]  # read again with what counts the ways through it
    with atheris.instrument_imports(include=["jarvis_desktop"]):
        watched = import_module("tests.support.rule_fuzzing")
    atheris.Setup(sys.argv, watched.ask)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
