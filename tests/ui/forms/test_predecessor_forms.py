"""Forms and steps of the predecessor, rendered whole: every field has its input, but for one that offers nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jarvis_desktop.forms.files.limits import limits_of
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.types import FormDefinition, FormTarget
from tests.unit.forms.forms import TYPES
from ui.forms.widgets.registry import NoticeWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.forms.form_view import FormView

FIXTURES = Path(__file__).resolve().parents[4] / "shared" / "fixtures" / "jarvis3"


def rows(table: str) -> list[dict[str, Any]]:
    file = FIXTURES / f"{table}.json"
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8")) if file.exists() else []
    return found


def forms() -> Iterator[FormDefinition]:
    fields, templates = rows("form_field_definitions"), rows("form_templates")
    for form_type in sorted({row["form_type"] for row in fields}):
        of_form, of_templates = (
            [row for row in table if row["form_type"] == form_type] for table in (fields, templates)
        )
        yield read_form(form_type, of_form, of_templates, TYPES)
    for step in rows("step_definitions"):
        yield read_step_form(f"{step['workflow_type']}.{step['step_name']}", step, TYPES, FormTarget())


@pytest.mark.skipif(not FIXTURES.exists(), reason="the predecessor's rows are not here")
def test_every_form_and_step_of_the_predecessor_is_rendered(show: Callable[..., FormView]) -> None:
    found = list(forms())
    assert len(found) == 2 + 8
    for definition in found:
        view = show(definition)
        view.show_whole(800)
        assert definition.fields, definition.form_type
        for field in definition.fields:
            # The row of this one lists no choices: the predecessor kept them outside of its rows.
            empty = (definition.form_type, field.key) == ("agent_create", "type")
            assert field.notice == ("This field has no choices." if empty else ""), (definition.form_type, field.key)
            assert isinstance(view.widget(field.key), NoticeWidget) is empty
        assert not view.grab().isNull()
    documents = next(form for form in found if form.form_type.endswith("document_ingestion"))
    limits = limits_of(next(field for field in documents.fields if field.key == "documents"))
    assert limits.types == (".pdf", ".doc", ".docx", ".jpg", ".png")
    assert limits.most_bytes == 10_485_760
