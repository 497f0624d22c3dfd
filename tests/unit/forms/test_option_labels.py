from __future__ import annotations

from jarvis_desktop.forms.option_labels import option_labels
from jarvis_desktop.forms.types import DependentOptions, FieldDefinition, FormDefinition, Option


def labels(*fields: FieldDefinition) -> dict[str, dict[str, str]]:
    return {key: dict(found) for key, found in option_labels(FormDefinition("t", "T", fields)).items()}


def test_choices_give_their_labels_by_stored_value() -> None:
    field = FieldDefinition(
        "status", "select", "Status", options=(Option("in_progress", "In progress"), Option("x", "x"))
    )
    number = FieldDefinition("class", "select", "Class", options=(Option(1, "1 · Frame"), Option(True, "Yes")))
    plain = FieldDefinition("title", "text", "Title")
    assert labels(field, number, plain) == {
        "status": {"in_progress": "In progress"},
        "class": {"1": "1 · Frame", "true": "Yes"},
    }


def test_a_value_with_several_labels_has_none() -> None:
    mapping = {"a": (Option("1", "One"), Option("2", "Two")), "b": (Option("1", "First"),)}
    field = FieldDefinition("part", "select", "Part", dependent=DependentOptions("kind", mapping))
    assert labels(field) == {"part": {"2": "Two"}}


def test_a_field_that_cannot_be_used_gives_none() -> None:
    assert labels(FieldDefinition("s", "select", "S", options=(Option("a", "A"),), notice="broken")) == {}
