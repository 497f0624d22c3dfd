"""A fault is kept in the database, or in a local file while that is away; keeping it never fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.faults import REPORT_FILE, REPORT_FILE_LIMIT, FaultLog
from jarvis_desktop.core.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.core.faults import Fault

pytestmark = pytest.mark.usefixtures("caplog")  # recording logs the fault, which is what it is for


def away(_fault: Fault) -> None:
    raise DatabaseUnavailable("The connection to the database was lost.")


def test_a_stored_fault_needs_no_file(tmp_path: Path) -> None:
    stored: list[Fault] = []
    FaultLog(tmp_path, stored.append).record(RuntimeError("broken"))
    assert [fault.message for fault in stored] == ["broken"]
    assert not (tmp_path / REPORT_FILE).exists()


@pytest.mark.parametrize("store", [away, None], ids=["database away", "not open yet"])
def test_without_the_database_it_goes_into_the_file_without_secrets(tmp_path: Path, store: object) -> None:
    log = FaultLog(tmp_path / "logs", store)  # type: ignore[arg-type]  # a function or None, by parameter
    log.record(RuntimeError("broken: password=hunter2"), tab="incidents")
    log.record(ValueError("again"))
    lines = (tmp_path / "logs" / REPORT_FILE).read_text("utf-8").splitlines()
    first, second = (json.loads(line) for line in lines)
    assert first["error_type"] == "RuntimeError"
    assert first["context"]["tab"] == "incidents"
    assert "hunter2" not in lines[0]
    assert second["error_message"] == "again"


def test_a_full_file_starts_anew_and_keeps_its_predecessor(tmp_path: Path) -> None:
    (tmp_path / REPORT_FILE).write_text("x" * (REPORT_FILE_LIMIT + 1), encoding="ascii")
    FaultLog(tmp_path).record(RuntimeError("broken"))
    assert len((tmp_path / REPORT_FILE).read_text("utf-8").splitlines()) == 1
    assert (tmp_path / "errors.1.jsonl").stat().st_size == REPORT_FILE_LIMIT + 1


def test_a_folder_that_cannot_be_made_does_not_make_it_worse(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in its place", encoding="ascii")
    assert FaultLog(tmp_path / "logs").record(RuntimeError("broken")).message == "broken"
