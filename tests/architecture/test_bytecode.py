"""Programs that benchmarks start compile each module once, also where the machine keeps no bytecode."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.bytecode import FOLDER, UNWRITTEN, kept_bytecode


def test_what_is_compiled_is_kept_and_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(UNWRITTEN, "1")
    monkeypatch.delenv(FOLDER, raising=False)
    with kept_bytecode():
        folder = Path(os.environ[FOLDER])
        subprocess.run([sys.executable, "-c", "import ui.core.measures"], check=True)
        assert [*folder.rglob("measures.*.pyc")]
    assert not folder.exists()
    assert os.environ[UNWRITTEN] == "1"
    assert FOLDER not in os.environ


def test_a_machine_that_keeps_bytecode_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(UNWRITTEN, raising=False)
    before = dict(os.environ)
    with kept_bytecode():
        assert dict(os.environ) == before
