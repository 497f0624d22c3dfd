from __future__ import annotations

import pytest

from jarvis_desktop.tables.labels import label


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("assigned_to", "Assigned to"),
        ("id", "ID"),
        ("user_id", "User ID"),
        ("ai_models", "AI models"),
        ("eu_ai_act_articles", "EU AI act articles"),
        ("incidents", "Incidents"),
        ("_", "_"),
        ("created__at_", "Created at"),
        ("assignedTo", "Assigned to"),
        ("assigned-to", "Assigned to"),
        ("Notes of AI", "Notes of AI"),
        ("Großschaden_id", "Großschaden ID"),
    ],
)
def test_names_become_words(name: str, expected: str) -> None:
    assert label(name) == expected
