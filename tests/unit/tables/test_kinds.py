"""What records are called, one and many, in English and in a language with other endings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.words import ENGLISH, read_catalogue, speak
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.tables.kinds import KINDS
from jarvis_desktop.tables.labels import in_sentence, kinds, label, records, singular, table_label

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = bundled("resources") / "translations"


@pytest.fixture
def german() -> Iterator[None]:
    speak(read_catalogue(FOLDER, "de"))
    yield
    speak(ENGLISH)


def test_every_documented_table_has_words_for_its_records() -> None:
    assert list(KINDS) == list(COLUMNS)
    german = read_catalogue(FOLDER, "de").texts
    for one, many in KINDS.values():
        assert all(german[text, ""][0][:1].isupper() for text in (one, many)), one


@pytest.mark.parametrize(
    ("table", "count", "said"),
    [
        ("incidents", 1, "1 incident"), ("incidents", 340, "340 incidents"), ("business_rules", 2, "2 business rules"),
        ("ai_models", 0, "0 AI models"), ("agent_resource_usage", 2, "2 rows of agent resource usage"),
        ("commercial_property_cope_data", 1, "1 row of commercial property COPE data"),
        ("somebody_elses", 2, "2 somebody elses"),
    ],
)  # fmt: skip
def test_records_in_english(table: str, count: int, said: str) -> None:
    assert records(table, count) == said


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("table", "count", "said"),
    [
        ("incidents", 1, "1 Vorfall"), ("incidents", 340, "340 Vorfälle"), ("business_rules", 2, "2 Geschäftsregeln"),
        ("ai_models", 0, "0 KI-Modelle"), ("submissions", 12, "12 Anträge"), ("errors", 2, "2 Fehler"),
        ("commercial_property_cope_data", 1, "1 COPE-Datensatz"),
    ],
)  # fmt: skip
def test_records_in_german(table: str, count: int, said: str) -> None:
    assert records(table, count) == said


@pytest.mark.usefixtures("german")
def test_names_of_tables_and_labels_keep_their_capitals_in_german() -> None:
    assert (table_label("config_registry"), kinds("incidents"), singular("agents")) == (
        "Einstellungen",
        "Vorfälle",
        "Agent",
    )
    assert in_sentence("Priorität") == "Priorität"


def test_names_of_tables_in_english_are_those_of_the_database() -> None:
    assert [table_label(name) for name in KINDS] == [label(name) for name in KINDS]
    assert (in_sentence("Priority"), in_sentence("SLA due")) == ("priority", "SLA due")


def test_no_german_sentence_puts_words_for_records_where_they_need_another_ending() -> None:
    dative = re.compile(r"\b(von|vom|aus|mit|zu|bei|nach|in|an) \{(records|counted|table|things|kind)\}", re.IGNORECASE)
    german = read_catalogue(FOLDER, "de").texts
    wrong = {text: forms for (text, _), forms in german.items() if any(map(dative.search, forms))}
    assert wrong == {}
