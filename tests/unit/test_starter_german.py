"""German is complete in the starter data: no text that people read is without its German one, and each is shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core import words
from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.translated import MEMBER, SHOWN, translated
from jarvis_desktop.core.words import Catalogue, speak
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.types import FormTarget
from jarvis_desktop.metadata.reading import MetadataRows, tab_views
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.people.personas import persona_views
from jarvis_desktop.search.help_pages import help_pages
from tests.unit.starter_rows import Row, form_types, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jarvis_desktop.forms.types import FormDefinition

_NAMES = frozenset(
    {
        "Alaska", "Arizona", "Berlin", "Bianca Corvane", "CEL", "Deutsch", "Hawaii", "John Tillotsen", "JsonLogic",
        "London", "Meta Brain", "Morgan Elverstone", "Rachel Amberley", "Tarrowby Placement", "agents", "area.name",
        "life-buoy",
    }
)  # fmt: skip
_CODE = re.compile(r"[^A-Za-z]*|[A-Z0-9 +.-]{1,9}|[a-z]{1,2}|[a-z]+://|[\[{].*[\]}]")
"""Numbers, units, codes and JSON are the same in every language."""
_DOCUMENTS = {
    "tab_configurations": ("content_config", ("tab_name", "tab_type", "description")),
    "form_templates": ("configuration", ()),
    "step_definitions": ("form_schema", ("step_name", "description")),
    "role_personas": ("dashboard_config", ("agent_role", "department")),
    "hierarchy_layer_configurations": ("display_config", ("layer_name", "description")),
}
"""By table, the column with `i18n` and the columns whose texts it has as well."""


@pytest.fixture
def german() -> Iterator[None]:
    before = words._spoken
    speak(Catalogue("de"))
    yield
    speak(before)


def _read(document: object) -> Iterator[str]:
    """The texts of a document that people read."""
    if isinstance(document, dict):
        for name, value in document.items():
            if name in SHOWN and isinstance(value, str):
                yield value
            elif name != MEMBER:
                yield from _read(value)
    elif isinstance(document, list):
        for value in document:
            yield from _read(value)


def _missing(texts: Iterable[str], german: Row) -> list[str]:
    same = (text for text in texts if text not in _NAMES and not _CODE.fullmatch(text))
    return [text for text in same if not str(german.get(text, "")).strip()]


@pytest.mark.parametrize("table", _DOCUMENTS)
def test_no_text_of_tabs_forms_steps_personas_and_layers_is_without_german(table: str) -> None:
    column, more = _DOCUMENTS[table]
    faults, unused = {}, {}
    for index, row in enumerate(rows_of(table)):
        texts = [*(row[name] for name in more), *_read(row[column])]
        german = row[column].get(MEMBER, {}).get("de", {})
        if missing := _missing(texts, german):
            faults[index] = missing
        if left := german.keys() - set(texts):
            unused[index] = left
    assert faults == {}
    assert unused == {}, "German for texts that are not there"


def test_no_text_of_a_field_is_without_german() -> None:
    faults = {}
    for row in rows_of("form_field_definitions"):
        props = row.get("ui_props") or {}
        german = props.get(MEMBER, {}).get("de", {})
        own = {name: row.get(name) for name in ("label", "description", "placeholder")}
        own |= {name: props[name] for name in ("placeholder", "help", "prefix", "suffix") if name in props}
        own["section"] = props.get("layout", {}).get("section")
        missing = [name for name, text in own.items() if text and _missing([text], {text: german.get(name)})]
        choices = [*_read(row.get("options")), *_read(props.get("dependencies"))]
        missing += _missing(choices, german.get("options", {}))
        if missing:
            faults[row["form_type"], row["field_key"]] = missing
    assert faults == {}


@pytest.mark.usefixtures("german")
def test_tabs_forms_steps_and_personas_speak_german() -> None:
    stored = {table: [StoredRow({"id": i, **row}) for i, row in enumerate(rows_of(table))] for table in _TABLES}
    rows = MetadataRows(stored["tab_configurations"], stored["ui_component_registry"], ())
    tabs = {
        tab.key: tab
        for tab in tab_views(rows, Reader("admin", "ada", _every_permission(), datetime(2027, 1, 1, tzinfo=UTC)))
    }
    assert (tabs["incidents"].name, tabs["operations"].name) == (
        "Vorfälle",
        "Überblick",
    )
    assert tabs["incidents"].problems == ()
    assert [persona.role for persona in persona_views(stored["role_personas"], {}, ())][:2] == [
        "Administration",
        "Underwriter",
    ]
    form = _form("incident")
    fields = {field.key: field for field in form.fields}
    assert (form.title, form.submit_text, form.cancel_text) == ("Vorfall", "Vorfall speichern", "Verwerfen")
    assert (fields["title"].label, fields["title"].section) == ("Titel", "Meldung")
    assert [option.label for option in fields["priority"].options] == ["Niedrig", "Mittel", "Hoch", "Kritisch"]
    agent = {field.key: field for field in _form("agent_edit").fields}
    dependent = next(field.dependent for field in agent.values() if field.dependent is not None)
    assert [option.label for option in dependent.mapping["Meta Brain"]] == ["Planung", "Verteilung"]
    step = read_step_form("flow.step", rows_of("step_definitions")[0], field_types(), FormTarget())
    assert (step.title, step.fields[0].label, step.fields[0].options[0].label) == ("Erfassung", "Art", "Neugeschäft")


_TABLES = ("tab_configurations", "ui_component_registry", "role_personas")


def _every_permission() -> frozenset[str]:
    return frozenset(name for row in rows_of("tab_configurations") for name in row["required_permissions"])


def _form(form_type: str, language: str = "de") -> FormDefinition:
    rows = [row for row in rows_of("form_field_definitions") if row["form_type"] == form_type]
    templates = [row for row in rows_of("form_templates") if row["form_type"] == form_type]
    return read_form(form_type, rows, templates, field_types(), language=language)


@pytest.mark.parametrize("form_type", form_types())
def test_german_changes_nothing_but_words(form_type: str) -> None:
    english, german = _form(form_type, "en"), _form(form_type)
    assert german.problems == english.problems
    for one, other in zip(english.fields, german.fields, strict=True):
        assert (one.key, one.kind, one.schema) == (other.key, other.kind, other.schema)
        assert [option.value for option in one.options] == [option.value for option in other.options]
    sections = {(one.section, other.section) for one, other in zip(english.fields, german.fields, strict=True)}
    assert len({one for one, _ in sections}) == len({other for _, other in sections}) == len(sections), sections


@pytest.mark.usefixtures("german")
def test_a_text_that_was_edited_shows_as_it_is() -> None:
    document = {
        "label": "Ours",
        "elements": [{"title": "Status", "name": "Status"}],
        MEMBER: {"de": {"Status": "Lage"}},
    }
    assert translated(document) == {"label": "Ours", "elements": [{"title": "Lage", "name": "Status"}]}


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "junk", [None, 3, "de", [], {"de": None}, {"de": 7}, {"de": []}, {"de": {"Status": 5}}, {"": {}}]
)
def test_junk_for_words_leaves_the_texts(junk: object) -> None:
    assert translated({"label": "Status", MEMBER: junk}) == {"label": "Status"}


def _shape(text: str) -> tuple[list[int], list[str], int, int]:
    headings = [len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)]
    links = sorted(re.findall(r"\]\(([^)\s]*)\)", text))
    return (
        headings,
        links,
        len(re.findall(r"^\|", text, re.MULTILINE)),
        len(re.findall(r"^\d+\. |^- ", text, re.MULTILINE)),
    )


def test_every_help_page_has_its_german_sister_of_the_same_shape() -> None:
    folder = bundled("resources") / "help"
    english = {file.name: file.read_text("utf-8") for file in folder.glob("*.md")}
    german = {file.name: file.read_text("utf-8") for file in (folder / "de").glob("*.md")}
    assert german.keys() == english.keys()
    assert {name for name in english if _shape(english[name]) != _shape(german[name])} == set()
    for one in help_pages(spoken="en"):
        other = next(page for page in help_pages(spoken="de") if page.name == one.name)
        assert other.places == one.places, one.name
        assert other.plain != one.plain, one.name
