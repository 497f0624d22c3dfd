"""A filled form on paper: what is on it, what is not, and the PDF file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from jarvis_desktop.exports.types import ExportFailed
from tests.ui.forms.rows import field, insert
from tests.unit.forms.forms import form, row
from tests.unit.forms.test_repeat import FIELDS, nested
from ui.components.record_form import RecordForm
from ui.forms.form_paper import document, write_form_pdf
from ui.forms.form_view import FormView
from ui.forms.printed import Heading, Line, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext

LAYOUT = {"type": "Categorization", "elements": [
    {"type": "Category", "label": "Who", "elements": [
        {"type": "Control", "scope": "#/properties/insured"}, {"type": "Control", "scope": "#/properties/secret"}]},
    {"type": "Category", "label": "What", "elements": [
        {"type": "Group", "label": "Building", "elements": [
            {"type": "Control", "scope": "#/properties/built"}, {"type": "Control", "scope": "#/properties/use"}]},
        {"type": "Group", "label": "Gone", "elements": [{"type": "Control", "scope": "#/properties/hidden"}]}]},
]}  # fmt: skip


@pytest.fixture
def view(show: Callable[..., FormView]) -> FormView:
    never = [{"when": {"field": "insured", "op": "is_not_null"}, "effect": "HIDE"}]
    definition = form(
        row("insured"), row("secret", "password"), row("built", "date"),
        row("use", "select", options=[{"value": "m", "label": "Mill"}]), row("sum", "currency",
                                                                            ui_props={"currency": "EUR"}),
        row("hidden", ui_props={"conditions": never}), row("site", "address"),
        row("locations", "repeat", ui_props={"fields": [*FIELDS, nested(0)]}),
        templates=({"configuration": {"layout": LAYOUT}},),
    )  # fmt: skip
    rows = ({"building": "Mill 1", "value": 1000, "sprinklered": True, "level_0": [{"name": "deep"}]},)
    return show(
        definition, insured="Contoso & <Sons>", secret="hush", built=date(1968, 5, 4), use="m", sum=Decimal(12),
        hidden="x", site={"street": "12 Mill Lane", "city": "Dover"}, locations=rows,
    )  # fmt: skip


def test_what_shows_is_on_paper_under_its_pages_and_groups_and_nothing_else(view: FormView) -> None:
    paper = view.printed("SUB-7 · Contoso", "Submission")
    assert paper.parts == (
        Heading("Who", 1), Line("Insured", "Contoso & <Sons>"), Line("Secret", "••••••"),
        Heading("What", 1), Heading("Building", 2), Line("Built", "1968-05-04"), Line("Use", "Mill"),
        Heading("Further fields", 1), Line("Sum", "12.00 EUR"), Line("Site", "12 Mill Lane, Dover"),
        Sheet("Locations", ("", "Building", "Value", "Contents", "TIV", "Built", "Sprinklered"),
              (("1", "Mill 1", "1000.00 EUR", "", "", "", "Yes"),)),
        Heading("Locations, row 1", 3), Sheet("Level 0", ("", "Name"), (("1", "deep"),)),
    )  # fmt: skip
    text = document(paper, "Sans Serif").toPlainText()
    assert text.startswith("SUB-7 · Contoso\nSubmission\n")
    assert "Contoso & <Sons>" in text
    assert "hush" not in text


def test_what_is_typed_and_not_saved_is_on_paper_too(view: FormView) -> None:
    line: Any = view.widget("insured").input
    line.setText("Fabrikam")
    assert Line("Insured", "Fabrikam") in view.printed("", "").parts


def test_the_pdf_file_is_whole_and_put_there_at_once(view: FormView, tmp_path: Path) -> None:
    file = write_form_pdf(view.printed("SUB-7 · Contoso", "Submission"), "Sans Serif", tmp_path / "form.pdf")
    written = file.read_bytes()
    assert written.startswith(b"%PDF")
    assert written.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1
    with pytest.raises(ExportFailed):
        write_form_pdf(view.printed("", ""), "Sans Serif", tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["form.pdf"]


def test_a_record_is_saved_as_pdf_from_its_header(
    context_for: Callable[[str], ComponentContext], live_url: str, tmp_path: Path, qtbot: QtBot
) -> None:
    insert(live_url, "form_field_definitions", field("incident", "title"))
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire"})
    record = RecordForm(context_for("admin"), {"form_type": "incident", "record_id": "1"})
    qtbot.addWidget(record)
    record.show()
    qtbot.waitUntil(lambda: record.view is not None)
    button = record.findChild(QToolButton, "paper")
    assert button is not None
    assert [action.text() for action in button.menu().actions()] == ["Save as PDF …", "Print …"]
    record.printing.save_pdf(str(tmp_path / "inc.pdf"))
    qtbot.waitUntil(lambda: any(label.text() == "As “inc.pdf”" for label in record.findChildren(QLabel)))
    assert (tmp_path / "inc.pdf").read_bytes().startswith(b"%PDF")
    record.printing.save_pdf(str(tmp_path / "no" / "such" / "folder.pdf"))
    qtbot.waitUntil(lambda: any("folder" in label.text() for label in record.findChildren(QLabel)))
