"""The engine of forms: a field that hundreds read, a keystroke among a thousand fields, and judging them all."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from jarvis_desktop.forms.editing import FormEdit
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.types import FormDefinition, FormRecord, Parsed
from tests.benchmarks.figure import Figure
from ui.core.theme import Theme
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from collections.abc import Callable

READERS = 400
FIELDS = 1_000
ROUNDS = 60
ROWS = 5_000
KINDS = ("text", "select", "integer", "toggle", "decimal", "date", "textarea", "email", "currency", "tags")
LIMITS: dict[str, dict[str, Any]] = {
    "text": {"minLength": 2, "maxLength": 80}, "integer": {"min": 0, "max": 9_999}, "decimal": {"min": 0},
    "textarea": {"maxLength": 2_000}, "currency": {"min": 0, "multipleOf": "0.01"},
}  # fmt: skip
VALUES: dict[str, Any] = {
    "text": "Some text", "select": "v3", "integer": 1998, "toggle": True, "decimal": "12.5", "date": "2026-05-04",
    "textarea": "Two\nlines", "email": "a@example.com", "currency": "1250.00", "tags": ["a", "b"],
}  # fmt: skip
TYPES = field_types()


def hub_form(effect: str) -> FormDefinition:
    """A field that 400 others read, each in a condition of its own."""
    rows: list[dict[str, Any]] = [{"field_key": "hub", "field_type": "integer", "order_index": -1}]
    rows += [
        {
            "field_key": f"f{number}",
            "field_type": "text",
            "order_index": number,
            "ui_props": {"conditions": [{"when": {"engine": "cel", "rule": f"hub > {number}"}, "effect": effect}]},
        }
        for number in range(READERS)
    ]
    return read_form("hub", rows, [], TYPES)


def mixed_form() -> FormDefinition:
    """A thousand fields of ten kinds, with limits."""
    return read_form(
        "mixed",
        [
            {
                "field_key": f"f{number}",
                "field_type": (kind := KINDS[number % len(KINDS)]),
                "order_index": number,
                "options": [f"v{n}" for n in range(6)],
                "validation_rules": LIMITS.get(kind),
                "is_required": number % 3 == 0,
            }
            for number in range(FIELDS)
        ],
        [],
        TYPES,
    )


def filled(definition: FormDefinition) -> dict[str, Any]:
    """A value of its kind for every field."""
    return {field.key: TYPES[field.kind].read(VALUES[field.kind]) for field in definition.fields}


def _quickest(change: Callable[[int], object], times: int = ROUNDS) -> float:
    """Milliseconds of this thread for one change, in the quickest of many: whatever else runs only adds."""
    taken = []
    for number in range(times):
        started = time.thread_time()
        change(number)
        taken.append(time.thread_time() - started)
    return min(taken) * 1_000


def hub_decided() -> Figure:
    """The hub goes from one end to the other and back: every field that reads it stands otherwise each time."""
    definition = hub_form("REQUIRE")
    engine = FormEngine(definition, TYPES)
    engine.begin(dict.fromkeys(field.key for field in definition.fields), new=False)
    what = f"hub field read by {READERS} conditions: the form is decided again, all of it changes"
    assert len(engine.enter({"hub": READERS})) == READERS + 1
    return Figure("HUB", what, _quickest(lambda number: engine.enter({"hub": READERS * (number % 2)})), 1, "ms")


def _application() -> QApplication:
    application = QApplication.instance()
    return application if isinstance(application, QApplication) else QApplication([])


def _typed(definition: FormDefinition, values: dict[str, Any], key: str, texts: tuple[str, str]) -> float:
    """Median milliseconds of the UI thread from a text in a field until all that follows from it is painted."""
    application = _application()
    view = FormView(definition, Theme(application))
    view.set_record(FormRecord(definition.form_type, "1", "1", values))
    view.resize(760, 900)
    view.show()
    line = view.widget(key).input
    assert isinstance(line, QLineEdit)
    taken = []
    for number in range(ROUNDS):
        for _ in range(3):
            application.processEvents()
        started = time.thread_time()
        line.setText(texts[number % 2])
        application.processEvents()
        taken.append(time.thread_time() - started)
    view.close()
    view.deleteLater()
    application.sendPostedEvents(None, 0)
    return statistics.median(taken[4:]) * 1_000


def hubpaint_typed() -> Figure:
    """The same on the screen: 400 fields become required, or optional, and what is in sight is painted."""
    definition = hub_form("REQUIRE")
    spent = _typed(definition, {"hub": 0}, "hub", ("0", str(READERS)))
    return Figure("HUBPAINT", f"hub field read by {READERS} conditions, typed to painted", spent, 30, "ms")


def key_feedback() -> Figure:
    """A letter in a text field, with what is said of it, in a form of a thousand fields."""
    definition = mixed_form()
    spent = _typed(definition, filled(definition), "f0", ("Some texts", "S"))
    return Figure("KEY", f"keystroke to feedback, {FIELDS:,} fields", spent, 16, "ms")


def valid_thousand() -> Figure:
    """All problems of a thousand fields after one has changed; what did not change is not judged again."""
    definition = mixed_form()
    edit = FormEdit(definition, TYPES)
    edit.begin(filled(definition), new=False)
    assert edit.problems() == ()

    def change(number: int) -> None:
        edit.set("f0", Parsed(f"Text {number}"))
        assert edit.problems() == ()

    return Figure("VALID", f"validating {FIELDS:,} fields after one changed", _quickest(change), 1, "ms")


def rows_opened() -> Figure:
    """A form with thousands of rows in a field: made, filled, shown and painted, judged once."""
    application = _application()
    sub_fields = [
        {"name": "building", "type": "text", "required": True},
        {"name": "value", "type": "currency", "min": 0},
        {"name": "built", "type": "date"},
        {"name": "construction", "type": "select", "options": ["frame", "masonry", "steel"]},
        {"name": "sprinklered", "type": "toggle"},
    ]
    fields: list[dict[str, Any]] = [
        {"field_key": "insured", "field_type": "text"},
        {"field_key": "locations", "field_type": "repeat", "order_index": 1, "ui_props": {"fields": sub_fields}},
    ]
    definition = read_form("locations", fields, (), TYPES)
    assert not definition.problems
    rows = tuple(
        {
            "building": f"Mill {n}",
            "value": 1000 * n,
            "built": "1968-05-04",
            "construction": "steel",
            "sprinklered": True,
        }
        for n in range(ROWS)
    )
    theme, taken = Theme(application), []
    for _ in range(7):
        started = time.thread_time()
        view = FormView(definition, theme)
        view.set_record(FormRecord("locations", "1", "1", {"locations": rows}))
        view.resize(900, 700)
        view.show()
        application.processEvents()
        taken.append(time.thread_time() - started)
        view.close()
        view.deleteLater()
        application.sendPostedEvents(None, 0)
    return Figure("ROWS", f"a form with {ROWS:,} rows in a field opened", statistics.median(taken) * 1_000, 150, "ms")


BENCHES: tuple[Callable[[], Figure], ...] = (hub_decided, hubpaint_typed, key_feedback, valid_thousand, rows_opened)
