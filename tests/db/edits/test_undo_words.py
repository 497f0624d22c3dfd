"""What the journal refuses, in the words of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.db.engine import Database
from jarvis_desktop.edits.types import StaleEdit, Wording
from tests.db.edits.desk import ADMIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def services(stocked_url: str, tmp_path: Path) -> Iterator[Application]:
    """The services over the starter data."""
    database = Database(stocked_url)
    yield Application(database, Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs"))
    database.dispose()


def test_a_refusal_names_fields_and_choices_as_the_form_does(services: Application) -> None:
    with services.database.read() as session:
        record, status = session.execute(
            text("SELECT id::text, status FROM incidents WHERE incident_id = 'INC-35'")
        ).one()
    saved = services.forms.save("incident", record, {"status": "in_progress"}, {"status": status}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.id is not None
    with services.database.write() as session:
        session.execute(text("UPDATE incidents SET status = 'resolved' WHERE incident_id = 'INC-35'"))
    with pytest.raises(StaleEdit, match=r"changed by someone else since \(status is “Resolved” now\)"):
        services.edits.undo(saved.edit.id, ADMIN)


def test_labels_stand_in_a_sentence_as_people_write_them() -> None:
    words = Wording({"client_name": "Insured", "url": "URL"}, {"risk": {"1": "High"}})
    assert [words.column(name) for name in ("client_name", "url", "assigned_to")] == ["insured", "URL", "assigned to"]
    assert [words.value("risk", stored) for stored in ("1", "2")] == ["High", "2"]
