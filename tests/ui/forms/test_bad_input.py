"""Bad input of every kind, through a record's whole form: a notice in its place, nothing lost, all else usable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.values import same_value
from tests.support.laws import examples
from tests.ui.forms.rows import execute, field, insert, stored
from tests.ui.forms.test_form_laws import enter
from tests.unit.forms.forms import TYPES
from ui.components.record_form import RecordForm
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext

INJECTION = "'); DROP TABLE incidents; --"
BOMB = "^(a+)+$"
FLAME = "\U0001f9d1\u200d\U0001f692"
HEBREW = "\u202e\u05e9\u05dc\u05d5\u05dd"
TEXTS = [
    "", " ", INJECTION, "a" * 40 + "b", "\u202eevil\u202c txt", HEBREW, FLAME * 30, "{{7*7}}", "${user}",
    "<script>alert(1)</script>", "%s%s%n", "\\x00", "nul\x00here", "NaN", "1e999999", "-0", "9" * 400, "2026-02-30",
    "[" * 10_000 + "]" * 10_000, '{"a":' * 2_000 + "1" + "}" * 2_000, "a\tb\r\nc", "\ud7ff\ue000\ufffd",
]  # fmt: skip
STORABLE = [text for text in TEXTS if "\x00" not in text]
RULES = [
    BOMB, "(", "(.*a){25}", 5, None, True, [], {}, INJECTION,
    {"engine": "cel", "rule": "a + b"}, {"engine": "cel", "rule": "b"}, {"engine": "cel", "rule": "a"},
    {"engine": "simple", "rule": {"all": [{"field": "a", "op": "matches", "value": BOMB}]}},
    {"engine": "nonsense", "rule": "1"}, {"engine": "cel", "rule": "(" * 500}, {"engine": "jsonlogic", "rule": [[]]},
]  # fmt: skip
ANYTHING = st.sampled_from([*RULES, *STORABLE]) | st.recursive(
    st.sampled_from([*RULES[:9], *STORABLE]), lambda inner: st.lists(inner, max_size=3), max_leaves=4
)
DOCUMENTS = {
    "validation_rules": ANYTHING | st.dictionaries(
        st.sampled_from(["pattern", "min", "maxLength", "rules", "required", "fileTypes", "enum", "allOf"]), ANYTHING,
        max_size=3,
    ),
    "options": ANYTHING | st.fixed_dictionaries({"table": ANYTHING}, optional={"filter": ANYTHING, "value": ANYTHING}),
    "ui_props": ANYTHING | st.dictionaries(
        st.sampled_from(["compute", "default", "conditions", "conditional", "layout", "fields", "dependencies", "tabs",
                         "i18n", "on_hide", "currency", "unit"]), ANYTHING, max_size=3,
    ),
}  # fmt: skip
FIELDS = st.lists(
    st.fixed_dictionaries(
        {"field_key": st.sampled_from(["a", "b", "c"]), "label": st.sampled_from([text[:100] for text in STORABLE]),
         "field_type": st.sampled_from([*TYPES, "hologram", INJECTION[:20]])},
        optional={**DOCUMENTS, "description": st.sampled_from(STORABLE), "is_required": st.booleans()},
    ),
    min_size=1, max_size=3,
)  # fmt: skip
SLOW = settings(
    deadline=None,
    max_examples=examples(12),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def show(qtbot: QtBot, context_for: Callable[[str], ComponentContext], live_url: str) -> Callable[..., RecordForm]:
    context = context_for("admin")

    def make(*fields: dict[str, Any], values: dict[str, Any] | None = None) -> RecordForm:
        execute(live_url, "DELETE FROM form_field_definitions")
        execute(live_url, "DELETE FROM incidents")
        execute(live_url, "DELETE FROM desktop.drafts")
        insert(live_url, "form_field_definitions", field("incident", "title", label="Title", order_index=99), *fields)
        insert(live_url, "incidents", {"id": 1, "incident_id": "INC-1", "title": "Fire",
                                       "critical_flags": {"_form": values or {}}})  # fmt: skip
        form = RecordForm(context, {"form_type": "incident", "record_id": "1"})
        qtbot.addWidget(form)
        form.resize(700, 800)
        form.show()
        qtbot.waitUntil(lambda: form.view is not None and context.tasks.pending == 0, timeout=20_000)
        return form

    return make


def settle(form: RecordForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: form.context.tasks.pending == 0, timeout=20_000)


def require_usable(form: RecordForm, qtbot: QtBot, url: str) -> None:
    """Another field takes a value, and the record is saved with it once the bad input is taken back."""
    view = form.view
    assert view is not None
    view.revert()
    line = view.widget("title").input
    assert isinstance(line, QLineEdit)
    line.setText("Still usable")
    form.save()
    settle(form, qtbot)
    problems = [problem for problem in view.problems if problem.field == "title"]
    assert not problems
    if not view.problems and not form.findChildren(Notice):
        assert stored(url, "SELECT title FROM incidents") == "Still usable"


@SLOW
@given(rows=FIELDS, values=st.dictionaries(st.sampled_from("abc"), ANYTHING, max_size=3),
       typed=st.sampled_from(TEXTS), choice=st.integers(0, 3))  # fmt: skip
def test_whatever_rows_values_and_people_say_the_form_stands(
    show: Callable[..., RecordForm],
    live_url: str,
    qtbot: QtBot,
    rows: list[dict[str, Any]],
    values: dict[str, Any],
    typed: str,
    choice: int,
) -> None:
    form = show(*({"form_type": "incident", "order_index": n, **row} for n, row in enumerate(rows)), values=values)
    view = form.view
    assert view is not None
    for each in view.definition.fields:
        widget = view.widget(each.key)
        if each.key != "title" and each.kind in TYPES and may_take_input(each) and not each.notice:
            enter(widget, typed, choice)
    held = view.values()
    form.save()
    settle(form, qtbot)
    if view.problems:
        assert all(same_value(view.values().get(key), value) for key, value in held.items()), "nothing typed is lost"
    require_usable(form, qtbot, live_url)
    form.close()


def edit_of(form: RecordForm, key: str) -> QLineEdit | QPlainTextEdit:
    assert form.view is not None
    box = form.view.widget(key).input
    found = box if isinstance(box, (QLineEdit, QPlainTextEdit)) else box.findChild(QPlainTextEdit)
    assert isinstance(found, (QLineEdit, QPlainTextEdit))
    return found


def put(box: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(text)
    else:
        box.setPlainText(text)


def held(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("json", "[" * 10_000 + "]" * 10_000, "nested"),
        ("json", '{"a": ', "is not JSON"),
        ("integer", "9" * 5_000, "must be a whole number"),
        ("date", "2026-02-30", "must be a date"),
        ("text", "a\x00b", "contains a character that cannot be stored"),
        ("uuid", INJECTION, "must be a UUID"),
        ("duration", "1" * 5_000, "must be a duration"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_below_its_field_and_stays_to_be_mended(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot, kind: str, text: str, said: str
) -> None:
    form = show(field("incident", "a", kind))
    assert form.view is not None
    box = edit_of(form, "a")
    put(box, text)
    form.save()
    settle(form, qtbot)
    assert said in form.view.widget("a").remark
    assert held(box) == text.replace("\x00", "") or "\x00" in text
    require_usable(form, qtbot, live_url)


@pytest.mark.parametrize("text", [INJECTION, HEBREW, FLAME])
def test_odd_texts_are_stored_as_they_are(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot, text: str
) -> None:
    form = show(field("incident", "a", "textarea"))
    put(edit_of(form, "a"), text)
    with qtbot.waitSignal(form.saved):
        form.save()
    assert stored(live_url, "SELECT critical_flags -> '_form' ->> 'a' FROM incidents") == text


def test_a_text_of_megabytes_is_pasted_whole_and_stops_nothing(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(field("incident", "a", "textarea"), values={"a": f"before {FLAME} after"})
    box = edit_of(form, "a")
    assert isinstance(box, QPlainTextEdit)
    cursor = box.textCursor()
    cursor.setPosition(len("before ") + len(FLAME.encode("utf-16-le")) // 2)
    box.setTextCursor(cursor)
    pasted = QMimeData()
    pasted.setText("x" * 5_000_000)
    box.insertFromMimeData(pasted)
    assert len(box.toPlainText()) < 20_000
    with qtbot.waitSignal(form.saved, timeout=20_000):
        form.save()
    kept = stored(live_url, "SELECT critical_flags -> '_form' ->> 'a' FROM incidents")
    assert kept == f"before {FLAME}{'x' * 5_000_000} after"


def test_a_pattern_that_would_run_for_ever_answers_at_once(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(field("incident", "a", label="A", validation_rules={"pattern": BOMB}))
    put(edit_of(form, "a"), "a" * 50_000 + "b")
    form.save()
    assert form.view is not None
    assert "must match the pattern" in form.view.widget("a").remark
    require_usable(form, qtbot, live_url)


def test_a_definition_that_is_deleted_while_its_form_is_open_loses_nothing(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(field("incident", "a", label="A"))
    put(edit_of(form, "a"), "Half a thought")
    put(edit_of(form, "title"), "Kept")
    execute(live_url, "DELETE FROM form_field_definitions")
    form.context.bus.publish(Changes.of("form_field_definitions"))
    settle(form, qtbot)
    view = form.view
    assert view is not None
    assert held(edit_of(form, "title")) == "Kept"
    insert(live_url, "form_field_definitions", field("incident", "title", order_index=9), field("incident", "a"))
    form.context.bus.publish(Changes.of("form_field_definitions"))
    settle(form, qtbot)
    assert held(edit_of(form, "a")) == "Half a thought", "what has its place again comes back"
    with qtbot.waitSignal(form.saved):
        form.save()
    assert stored(live_url, "SELECT critical_flags -> '_form' ->> 'a' FROM incidents") == "Half a thought"


def test_a_form_whose_table_is_dropped_says_so_and_keeps_what_was_typed(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(field("incident", "a", label="A"))
    put(edit_of(form, "a"), "Half a thought")
    execute(live_url, "DROP TABLE form_field_definitions CASCADE")
    form.save()
    settle(form, qtbot)
    assert form.findChildren(Notice)
    assert held(edit_of(form, "a")) == "Half a thought"
    assert form.has_unsaved_input()


def test_deep_documents_in_columns_are_notices(show: Callable[..., RecordForm], live_url: str, qtbot: QtBot) -> None:
    deep = "[" * 3_000 + "]" * 3_000
    form = show(field("incident", "a", label="A"))
    with psycopg.connect(live_url) as connection:
        connection.execute("UPDATE form_field_definitions SET ui_props = %s WHERE field_key = 'a'", (deep,))
    form.context.bus.publish(Changes.of("form_field_definitions"))
    settle(form, qtbot)
    require_usable(form, qtbot, live_url)


def test_what_has_no_room_in_a_line_is_told(show: Callable[..., RecordForm], live_url: str, qtbot: QtBot) -> None:
    form = show(field("incident", "a", label="A"))
    assert form.view is not None
    box = edit_of(form, "a")
    box.setFocus()
    assert isinstance(box, QLineEdit)
    box.insert("x" * 600_000)
    widget = form.view.widget("a")
    qtbot.waitUntil(lambda: "the rest was left out" in widget.remark)
    assert len(box.text()) == 500_000
